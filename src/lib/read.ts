/** Readers for values whose declared type is a promise an API may not keep. None of them throws. */

/** Whether `value` is an object with members of its own: neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The property `key` of anything; `undefined` when `value` is no object or does not own the property. */
export function readProperty(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  const property: unknown = Reflect.get(value, key);
  return property;
}

/** The text in `value`: a string that holds more than white space, as it is; anything else is `undefined`. */
export function readText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The finite number in `value`, else `undefined`. */
export function readNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The array in `value`, else an empty one. */
export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of an array, in order, without duplicates; anything that is not a text is dropped. */
export function readTexts(value: unknown): string[] {
  return [...new Set(readList(value).flatMap((item) => readText(item) ?? []))];
}

/** Own enumerable entries of a plain object; an empty list for anything else, arrays included. */
export function readEntries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

/** An instant in milliseconds since the epoch out of an ISO 8601 string; `undefined` when there is none or it cannot be read. */
export function readTime(value: unknown): number | undefined {
  if (typeof value !== "string" || value.length > 64) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
