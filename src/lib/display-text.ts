/** Making a text from outside safe to show: no invisible steering characters, no broken surrogates, no runaway length. */

/**
 * C0 and C1 controls other than tab and line feed, bidirectional marks, embeddings, overrides and isolates, zero-width spaces,
 * soft hyphen, interlinear and tag characters. U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
 */
const steering =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const lineSeparators = /\r\n?|[\u0085\u2028\u2029]/g;
const brokenSurrogates = /\p{Surrogate}/gu;

/** `text` without characters that are invisible or reorder what stands beside them. Line breaks stay, as `\n`. */
export function sanitizeText(text: string): string {
  return text.replaceAll(lineSeparators, "\n").replaceAll(steering, "").replaceAll(brokenSurrogates, "\uFFFD");
}

/** Whether `sanitizeText` would change the text in a way worth telling: something in it was hidden or reordered. */
export function hasHiddenCharacters(text: string): boolean {
  return sanitizeText(text) !== text.replaceAll(lineSeparators, "\n");
}

export type ClampedText = { readonly text: string; /** UTF-16 units left out; 0 when nothing was. */ readonly omitted: number };

/** The first `limit` UTF-16 units of `text`, never splitting a surrogate pair. */
export function clampText(text: string, limit: number): ClampedText {
  if (text.length <= limit) return { text, omitted: 0 };
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  const end = splitsPair ? limit - 1 : limit;
  return { text: text.slice(0, end), omitted: text.length - end };
}

/**
 * A text from outside as one line of a sentence or a label: clamped first (so a megabyte costs nothing), sanitised, white space
 * collapsed, an ellipsis where something was cut.
 * @param limit in UTF-16 units, 120 unless told.
 */
export function displayLine(text: string, limit = 120): string {
  const { text: head, omitted } = clampText(text, limit);
  const line = sanitizeText(head).replaceAll(/\s+/g, " ").trim();
  return omitted > 0 ? `${line}…` : line;
}

/** `displayLine` of anything: `fallback` when it is no text or nothing visible is left of it. */
export function displayValue(value: unknown, fallback: string, limit?: number): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return fallback;
  return displayLine(value, limit) || fallback;
}
