/** Reading `fields` of inquiries and accounts: a map of key → `{ type, value }`, flat or nested, keys in any casing. */
import { canonicalKey, compareFieldKeys, fieldLabel, piiKindOf, type PiiKind } from "@/domain/field-keys";
import { displayLine } from "@/lib/display-text";
import { readEntries, readProperty, readText } from "@/lib/read";

export type Field = {
  /** Canonical kebab key; nested keys joined: `name-first` for account's `name.first`. */
  readonly key: string;
  /** The key as Persona sent it, nested ones joined by dots: what `fields[inquiry]=fields.…` would take. */
  readonly rawKey: string;
  readonly label: string;
  /** Persona's field type: `string`, `date`, `choices`, `hash`, `array`, `file`…; "unknown" when none was sent. */
  readonly type: string;
  readonly value: unknown;
  readonly pii: PiiKind | null;
};

const deepest = 4;
const most = 500;

/**
 * Every field that can hold a value, in reading order. Hashes are opened into their leaves (an account keeps the name as a hash, an
 * inquiry flat; both come out as `name-first`), arrays stay whole. Anything that is not a map of fields gives an empty list.
 */
export function readFields(fields: unknown): Field[] {
  const leaves: Field[] = [];
  collect(fields, [], leaves, 0);
  return leaves.toSorted((one, other) => compareFieldKeys(one.key, other.key));
}

function collect(fields: unknown, path: readonly string[], leaves: Field[], depth: number): void {
  for (const [rawKey, raw] of readEntries(fields)) {
    if (leaves.length >= most) return;
    const here = [...path, rawKey.slice(0, 200)];
    const wrapped = typeof raw === "object" && raw !== null && Object.hasOwn(raw, "value");
    const value: unknown = wrapped ? readProperty(raw, "value") : raw;
    const type = (wrapped ? readText(readProperty(raw, "type")) : undefined) ?? "unknown";
    if (type === "hash" && depth < deepest && readEntries(value).length > 0) {
      collect(value, here, leaves, depth + 1);
      continue;
    }
    const key = canonicalKey(here.join("-"));
    leaves.push({ key, rawKey: here.join("."), label: fieldLabel(key), type: displayLine(type, 40), value, pii: piiKindOf(key) });
  }
}

/** The text of one field, whatever the casing of its key; `undefined` when it is absent, empty or no text. */
export function fieldText(fields: unknown, key: string): string | undefined {
  const canonical = canonicalKey(key);
  return readText(readFields(fields).find((field) => field.key === canonical)?.value);
}

/** The name of a person as one line, safe to show; `undefined` when no part of it is known. PII: veil it outside its panel. */
export function personName(fields: unknown): string | undefined {
  const all = readFields(fields);
  const text = (key: string) => readText(all.find((field) => field.key === key)?.value);
  const parts = ["name-first", "name-middle", "name-last"].flatMap((key) => text(key) ?? []);
  const whole = parts.length > 0 ? parts.join(" ") : (text("name") ?? text("name-full"));
  return whole === undefined ? undefined : displayLine(whole, 120) || undefined;
}
