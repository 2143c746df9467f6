import type { Fields, FieldValue } from "@/api/generated/persona/types.gen";
import { isRecord } from "@/lib/read";

/** Where flat inputs land in the nested fields of an account (spec: account `fields`, snake case). */
const paths: Record<string, readonly [string, string?]> = {
  name_first: ["name", "first"],
  name_middle: ["name", "middle"],
  name_last: ["name", "last"],
  address_street_1: ["address", "street_1"],
  address_street_2: ["address", "street_2"],
  address_city: ["address", "city"],
  address_subdivision: ["address", "subdivision"],
  address_postal_code: ["address", "postal_code"],
  address_country_code: ["address", "country_code"],
  country_code: ["address", "country_code"],
  birthdate: ["birthdate"],
  phone_number: ["phone_number"],
  email_address: ["email_address"],
};

/** A field that holds other fields, with their values by key. */
export function hashField(values: Readonly<Record<string, string | null>>): FieldValue {
  const value: Fields = {};
  for (const [key, text] of Object.entries(values)) value[key] = { type: "string", value: text };
  return { type: "hash", value };
}

const blankName = { first: null, middle: null, last: null };
const blankAddress = { street_1: null, street_2: null, city: null, subdivision: null, postal_code: null, country_code: null };

/** The fields of an account nobody has filled. */
export function blankAccountFields(): Fields {
  return {
    name: hashField(blankName),
    address: hashField(blankAddress),
    identification_numbers: { type: "array", value: [] },
    birthdate: { type: "date", value: null },
    phone_number: { type: "string", value: null },
    email_address: { type: "string", value: null },
    selfie_photo: { type: "file", value: null },
  };
}

/**
 * The fields with new values.
 * @param values by flat key (`nameFirst`, `name-first`, `name_first`), by nested key (`name: { first }`), or by a key of the organization's own
 */
export function withAccountValues(fields: Fields, values: Record<string, unknown>): Fields {
  const next = { ...fields };
  for (const [key, value] of Object.entries(values)) {
    const flat = snake(key);
    const [outer, inner] = paths[flat] ?? [flat];
    const current = next[outer];
    if (inner !== undefined) next[outer] = { type: "hash", value: { ...leaves(current), [inner]: { type: "string", value } } };
    else if (flat === "social_security_number") next["identification_numbers"] = identificationNumber(value);
    else if (current?.type === "hash" && isRecord(value)) next[outer] = { type: "hash", value: { ...leaves(current), ...wrapped(value) } };
    else next[outer] = { type: current?.type ?? typeOf(value), value };
  }
  return next;
}

/** The fields an account still lacks, out of the fields of a completed inquiry (Persona help: the first completed inquiry fills the account). */
export function missingValues(account: Fields, inquiry: Fields): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(inquiry)) {
    const path = paths[snake(key)];
    if (path === undefined || field.value == null) continue;
    const [outer, inner] = path;
    const current = inner === undefined ? account[outer]?.value : leaves(account[outer])[inner]?.value;
    if (current == null) values[snake(key)] = field.value;
  }
  return values;
}

/** The fields without their values, at every depth. */
export function redactedAccountFields(fields: Fields): Fields {
  const redacted: Fields = {};
  for (const [key, field] of Object.entries(fields)) {
    redacted[key] =
      field.type === "hash"
        ? { type: "hash", value: redactedAccountFields(leaves(field)) }
        : { ...field, value: field.type === "array" ? [] : null };
  }
  return redacted;
}

/** `nameFirst`, `name-first` → `name_first`. */
export function snake(key: string): string {
  return key
    .replaceAll(/([a-z])([A-Z0-9])/g, "$1_$2")
    .replaceAll("-", "_")
    .toLowerCase();
}

function leaves(field: FieldValue | undefined): Fields {
  // A hash field holds fields (spec: account `fields`); anything else has none.
  return field?.type === "hash" && isRecord(field.value) ? (field.value as Fields) : {};
}

function wrapped(values: Record<string, unknown>): Fields {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [snake(key), { type: typeOf(value), value }]));
}

function identificationNumber(value: unknown): FieldValue {
  const number: Fields = {
    identification_class: { type: "string", value: "ssn" },
    identification_number: { type: "string", value },
    issuing_country: { type: "string", value: "US" },
  };
  return { type: "array", value: [{ type: "hash", value: number }] };
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "number" || typeof value === "boolean") return typeof value;
  return isRecord(value) ? "hash" : "string";
}
