import { fieldLabel } from "@/domain/field-keys";
import { readTemplateFields, type TemplateField } from "@/domain/template-fields";

export type PrefillField = Pick<TemplateField, "key" | "label" | "type">;

/** What every inquiry has, for templates that can't be read. Source: spec, `fields` of an inquiry. */
const common: readonly PrefillField[] = [
  ["name-first", "string"],
  ["name-last", "string"],
  ["birthdate", "date"],
  ["email-address", "string"],
  ["phone-number", "string"],
  ["address-street-1", "string"],
  ["address-city", "string"],
  ["address-subdivision", "string"],
  ["address-postal-code", "string"],
  ["address-country-code", "string"],
].map(([key = "", type = ""]) => ({ key, type, label: fieldLabel(key) }));

/** Types that one line of text can fill in. */
const writable = new Set(["string", "date", "number", "boolean", "choices"]);

/** Whether a key names a value of the form: a dot would lead into another one. */
export const isFieldPath = (key: string): boolean => /^[A-Za-z0-9][\w-]{0,99}$/.test(key);

/** The fields that can be filled in before the person begins, as their template declares them. */
export function prefillFields(template: { readonly fieldSchemas?: unknown } | undefined): readonly PrefillField[] {
  const declared = readTemplateFields(template?.fieldSchemas).filter(
    ({ key, type, isInUse }) => isInUse && writable.has(type) && isFieldPath(key),
  );
  return declared.length > 0 ? declared : common;
}
