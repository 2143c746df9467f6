import type { ComponentType } from "react";
import type { Control, FieldValues, Resolver, UseFormRegister } from "react-hook-form";
import type { Setting } from "@/api/generated/desk/types.gen";
import type { SettingKey } from "@/domain/default-settings";

export type FieldsProps<Form extends FieldValues> = { control: Control<Form>; register: UseFormRegister<Form> };

export type ReadingProps<Form extends FieldValues> = {
  form: Form;
  setting: Setting;
  /** When it was read, ms. */
  fetchedAt: number;
};

/** How one setting is read, edited and told of. */
export type SettingDefinition<Form extends FieldValues> = {
  key: SettingKey;
  title: string;
  description: string;
  resolver: Resolver<Form>;
  /** The value as a form; undefined when it is not in a form this desk knows. */
  read: (value: unknown) => Form | undefined;
  /** The form as the value that is saved. */
  write: (form: Form) => unknown;
  /** What is different between two forms, in words. */
  changes: (before: Form, after: Form) => string[];
  Fields: ComponentType<FieldsProps<Form>>;
  /** What is in force, to be read and printed rather than changed. */
  Reading?: ComponentType<ReadingProps<Form>>;
};
