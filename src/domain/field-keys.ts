/** The names of field keys: canonical form, labels, order and what kind of personal data stands behind them. */
import { humanize } from "@/lib/humanize";

/**
 * The canonical form of a field key: kebab case. Persona's spec shows `name-first`, its changelog says keys come as configured
 * (`name_first`), and inflected attributes say `nameFirst`: all three are the same field.
 */
export function canonicalKey(key: string): string {
  return key
    .slice(0, 200)
    .replaceAll(/([a-z\d])([A-Z])/g, "$1-$2")
    .replaceAll(/([a-zA-Z])(\d)/g, "$1-$2")
    .replaceAll(/[_\s.-]+/g, "-")
    .toLowerCase();
}

export type PiiKind = "name" | "birthdate" | "address" | "email" | "phone" | "identification number" | "image" | "other";

const known: readonly (readonly [key: string, label: string, pii: PiiKind | null])[] = [
  ["name-first", "First name", "name"],
  ["name-middle", "Middle name", "name"],
  ["name-last", "Last name", "name"],
  ["name-suffix", "Name suffix", "name"],
  ["native-name-first", "First name (native script)", "name"],
  ["native-name-middle", "Middle name (native script)", "name"],
  ["native-name-last", "Last name (native script)", "name"],
  ["birthdate", "Date of birth", "birthdate"],
  ["birthplace", "Place of birth", "address"],
  ["sex", "Sex", "other"],
  ["nationality", "Nationality", "other"],
  ["email-address", "E-mail address", "email"],
  ["phone-number", "Phone number", "phone"],
  ["address-street-1", "Street", "address"],
  ["address-street-2", "Street, second line", "address"],
  ["address-city", "City", "address"],
  ["address-subdivision", "State or region", "address"],
  ["address-postal-code", "Postal code", "address"],
  ["address-country-code", "Country of the address", "address"],
  ["identification-number", "Identification number", "identification number"],
  ["identification-numbers", "Identification numbers", "identification number"],
  ["social-security-number", "Social security number", "identification number"],
  ["identification-class", "Document class", null],
  ["document-number", "Document number", "identification number"],
  ["issue-date", "Issued", "other"],
  ["expiration-date", "Valid until", "other"],
  ["issuing-authority", "Issuing authority", null],
  ["issuing-subdivision", "Issuing state or region", null],
  ["country-code", "Country", null],
  ["selected-country-code", "Selected country", null],
  ["selfie-photo", "Portrait", "image"],
  ["current-government-id", "Government ID", "image"],
  ["current-selfie", "Selfie", "image"],
];

const order = new Map(known.map(([key], index) => [key, index]));
const labels = new Map(known.map(([key, label]) => [key, label]));
const piiKinds = new Map(known.map(([key, , pii]) => [key, pii]));

/** "First name" for `nameFirst`, `name-first` and `name_first`; unknown keys as words. */
export function fieldLabel(key: string): string {
  const canonical = canonicalKey(key);
  return labels.get(canonical) ?? humanize(canonical);
}

/** The kind of personal data behind a field, or null when it holds none. A key nobody has documented counts as personal. */
export function piiKindOf(key: string): PiiKind | null {
  const kind = piiKinds.get(canonicalKey(key));
  return kind === undefined ? "other" : kind;
}

/** Compares keys the way people read a person: name, birth, contact, address, documents, then the rest in the order given. */
export function compareFieldKeys(one: string, other: string): number {
  const last = known.length;
  return (order.get(canonicalKey(one)) ?? last) - (order.get(canonicalKey(other)) ?? last);
}
