import type { Fields, FieldSchema, InquiryTemplate } from "@/api/generated/persona/types.gen";
import { unprocessable } from "../core/refusal";

/** Fields every inquiry has (spec: inquiry `fields`), key → value type. */
const defaultFields: Record<string, string> = {
  "name-first": "string",
  "name-middle": "string",
  "name-last": "string",
  "address-street-1": "string",
  "address-street-2": "string",
  "address-city": "string",
  "address-subdivision": "string",
  "address-postal-code": "string",
  "address-country-code": "string",
  birthdate: "date",
  "email-address": "string",
  "phone-number": "string",
  "identification-number": "string",
};

/** The fields of a new inquiry: the default ones and those its template declares, all unset. */
export function blankFields(template: InquiryTemplate | undefined): Fields {
  const fields: Fields = {};
  for (const [key, type] of Object.entries(defaultFields)) fields[key] = { type, value: null };
  for (const schema of activeSchemas(template)) fields[schema.key] = { type: schema.type, value: schema.defaultValue ?? null };
  return fields;
}

/**
 * The fields with new values.
 * @param values bare values by key; a key may be spelled in kebab, snake or camel case
 * @throws Refusal 422 pointing at a key the template does not have, or at a write-once field that has a value
 */
export function withFieldValues(fields: Fields, values: Record<string, unknown>, template: InquiryTemplate | undefined): Fields {
  const next = { ...fields };
  for (const [key, value] of Object.entries(values)) {
    const known = knownKey(fields, key);
    const pointer = `/data/attributes/fields/${key}`;
    if (known === undefined) throw unprocessable(`Field ${key} is not defined`, pointer);
    const field = fields[known];
    const schema = activeSchemas(template).find((each) => each.key === known);
    if (schema?.config?.writePolicy === "write_once" && field?.value != null && field.value !== value) {
      throw unprocessable(`Field ${known} can be written once only`, pointer);
    }
    next[known] = { type: field?.type ?? "string", value };
  }
  return next;
}

/** The fields after redaction: values gone, save those whose policy is `never` (Persona docs: Redaction). */
export function redactedFields(fields: Fields, template: InquiryTemplate | undefined): Fields {
  const kept = new Set(activeSchemas(template).flatMap((schema) => (schema.config?.redactionPolicy === "never" ? [schema.key] : [])));
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, kept.has(key) ? field : { ...field, value: null }]));
}

/** Attributes of a verification that end up in inquiry fields (Persona docs: Inquiry fields). */
const fieldOfAttribute: Record<string, string> = {
  nameFirst: "name-first",
  nameMiddle: "name-middle",
  nameLast: "name-last",
  birthdate: "birthdate",
  addressStreet1: "address-street-1",
  addressStreet2: "address-street-2",
  addressCity: "address-city",
  addressSubdivision: "address-subdivision",
  addressPostalCode: "address-postal-code",
  emailAddress: "email-address",
  phoneNumber: "phone-number",
  identificationNumber: "identification-number",
};

/** What a passed verification writes into the fields of its inquiry. */
export function fieldValuesOf(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [attribute, key] of Object.entries(fieldOfAttribute)) {
    const value = attributes[attribute];
    if (value != null) values[key] = value;
  }
  return values;
}

function kebab(key: string): string {
  return key
    .replaceAll(/([a-z])([A-Z0-9])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}

function knownKey(fields: Fields, key: string): string | undefined {
  if (key in fields) return key;
  const wanted = kebab(key);
  return Object.keys(fields).find((each) => kebab(each) === wanted);
}

function activeSchemas(template: InquiryTemplate | undefined): FieldSchema[] {
  return (template?.attributes.fieldSchemas ?? []).filter((schema) => schema.config?.archivedAt == null);
}
