/**
 * The search part of an address as a flat record of texts. Of a repeated key the last value counts.
 * Nothing is guessed: `reference=100234` stays a text, where a JSON-minded parser would make a number of it.
 */
export function parseSearchString(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The opposite of `parseSearchString`, with its `?`; empty when nothing is set. Undefined, null and empty values are left out. */
export function formatSearchString(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (typeof value === "string" ? value !== "" : typeof value === "number" || typeof value === "boolean") params.set(key, String(value));
  }
  // commas and colons are allowed here as they are, and lists and times read better so
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}
