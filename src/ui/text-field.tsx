import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlLook, FormRow, type FormRowProps } from "@/ui/form-row";

/** One line of text, a date or a number; spread react-hook-form's `register` into it. */
export function TextField({ label, hint, error, hideLabel, className, ...rest }: FormRowProps & ComponentProps<"input">) {
  return (
    <FormRow label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(control) => <input type="text" autoComplete="off" {...rest} {...control} className={clsx(controlLook, "h-8")} />}
    </FormRow>
  );
}

/** Several lines of text; grows with them where the browser can. */
export function TextArea({ label, hint, error, hideLabel, className, ...rest }: FormRowProps & ComponentProps<"textarea">) {
  return (
    <FormRow label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(control) => (
        <textarea rows={3} {...rest} {...control} className={clsx(controlLook, "field-sizing-content max-h-60 min-h-16 py-1.5")} />
      )}
    </FormRow>
  );
}
