import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode };

/** A checkbox with its words; spread react-hook-form's `register` into it. */
export function Checkbox({ label, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={clsx("flex min-h-6 items-start gap-2 text-sm", className)}>
      <input {...rest} type="checkbox" id={id} className="mt-0.5 size-4 accent-accent" />
      <label htmlFor={id} className="min-w-0">
        {label}
      </label>
    </div>
  );
}
