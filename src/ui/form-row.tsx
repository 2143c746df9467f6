import CircleAlertIcon from "lucide-react/icons/circle-alert";
import { type ReactNode, useId } from "react";

export type FormRowProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** Why the value cannot be taken, e.g. `errors.comment?.message` of react-hook-form. */
  error?: string;
  /** Keep the label for assistive technology only, where the place says what the field is. */
  hideLabel?: boolean;
  className?: string;
};

/** What ties a control to its label, hint and error. */
export type ControlProps = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

/** A label, its control, a hint, and the error in the place where it is read together with the control. */
export function FormRow({
  label,
  hint,
  error,
  hideLabel = false,
  className,
  children,
}: FormRowProps & { children: (props: ControlProps) => ReactNode }) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint !== undefined && hintId, error !== undefined && errorId].filter((part) => part !== false).join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-1 block text-xs font-medium text-ink-muted"}>
        {label}
      </label>
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": error === undefined ? undefined : true })}
      {hint !== undefined && (
        <p id={hintId} className="mt-1 text-xs text-ink-muted">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={errorId} data-tone="red" className="mt-1 flex items-start gap-1 text-xs text-tone-text">
          <CircleAlertIcon className="mt-px size-3.5" />
          {error}
        </p>
      )}
    </div>
  );
}

/** The look that text fields, text areas and selects share. */
export const controlLook =
  "block w-full rounded border border-control bg-surface px-2.5 text-sm text-ink aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint";
