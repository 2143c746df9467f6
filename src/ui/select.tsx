import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlLook, FormRow, type FormRowProps } from "@/ui/form-row";

type SelectOption = { readonly value: string; readonly label: string };
type SelectProps = FormRowProps & Omit<ComponentProps<"select">, "children" | "multiple"> & { options: readonly SelectOption[] };

/** One of a few; the browser's own list, so that it works as the reader's system does. */
export function Select({ label, hint, error, hideLabel, className, options, ...rest }: SelectProps) {
  return (
    <FormRow label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(control) => (
        <select {...rest} {...control} className={clsx(controlLook, "h-8 py-0 pr-8")}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FormRow>
  );
}
