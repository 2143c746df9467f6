/** In milliseconds, like all times of the world. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Milliseconds to the API's form: ISO 8601 with milliseconds and Z (spec: every `date-time` attribute). */
export function iso(ms: number): string {
  if (latest?.ms !== ms) latest = { ms, text: new Date(ms).toISOString() };
  return latest.text;
}

/** Operations stand at one instant and write it many times over. */
let latest: { ms: number; text: string } | undefined;

/** The API's date-time to milliseconds; undefined for null, missing and unreadable values. */
export function millis(value: string | null | undefined): number | undefined {
  if (value == null) return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Milliseconds to whole Unix seconds (spec: the `*-ts` twins). */
export function unixSeconds(ms: number): number {
  return Math.floor(ms / second);
}
