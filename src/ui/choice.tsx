import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type ChoiceProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** A checkbox with its words; spread react-hook-form's `register` into it. */
export function Checkbox(props: ChoiceProps) {
  return <Choice {...props} type="checkbox" />;
}

/** One option of a `Fieldset`; all of a group share a `name`. */
export function Radio(props: ChoiceProps) {
  return <Choice {...props} type="radio" />;
}

function Choice({ label, hint, className, type, ...rest }: ChoiceProps & { type: "checkbox" | "radio" }) {
  const id = useId();
  return (
    <div className={clsx("flex min-h-6 items-start gap-2 text-sm", className)}>
      <input
        {...rest}
        type={type}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="mt-0.5 size-4 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-xs text-ink-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

type FieldsetProps = Omit<ComponentProps<"fieldset">, "title"> & {
  legend: ReactNode;
  hideLegend?: boolean;
  error?: string;
  inline?: boolean;
};

/** Controls that answer one question together: radios, checkboxes, a range. */
export function Fieldset({ legend, hideLegend = false, error, inline = false, className, children, ...rest }: FieldsetProps) {
  const id = useId();
  return (
    <fieldset {...rest} aria-describedby={error === undefined ? undefined : id} className={clsx("min-w-0", className)}>
      <legend className={hideLegend ? "sr-only" : "mb-1 text-xs font-medium text-ink-muted"}>{legend}</legend>
      <div className={inline ? "flex flex-wrap gap-x-4 gap-y-1" : "flex flex-col gap-1"}>{children}</div>
      {error !== undefined && (
        <p id={id} data-tone="red" className="mt-1 text-xs text-tone-text">
          {error}
        </p>
      )}
    </fieldset>
  );
}
