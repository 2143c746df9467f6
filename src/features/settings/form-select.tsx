import type { ComponentProps } from "react";
import { type FieldValues, useController, type UseControllerProps } from "react-hook-form";
import { Select } from "@/ui/select";

type FormSelectProps<Form extends FieldValues> = Pick<UseControllerProps<Form>, "control" | "name"> &
  Omit<ComponentProps<typeof Select>, "name" | "value" | "onChange" | "onBlur" | "ref">;

/** A select of a form. Its value is the form's, never what the element makes of options that change or move. */
export function FormSelect<Form extends FieldValues>({ control, name, ...rest }: FormSelectProps<Form>) {
  const { field } = useController({ control, name });
  return <Select {...rest} {...field} />;
}
