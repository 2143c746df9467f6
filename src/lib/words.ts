import { displayLine } from "@/lib/display-text";

const capitals = new Map(
  [
    "ID",
    "MRZ",
    "NFC",
    "AAMVA",
    "PO",
    "SSN",
    "TIN",
    "VAT",
    "IP",
    "URL",
    "QES",
    "PDF",
    "JPEG",
    "API",
    "HTTP",
    "SDK",
    "JP",
    "OS",
    "VPN",
    "GPS",
    "QR",
    "SMS",
  ].map((word) => [word.toLowerCase(), word]),
);

/**
 * A machine name as words: `id_mrz_detection` → "ID MRZ detection", `database-tin` → "Database TIN", `nameFirst` → "Name first".
 * Never empty: an unreadable name gives "Unnamed".
 */
export function humanize(name: unknown): string {
  if (typeof name !== "string") return "Unnamed";
  const words = displayLine(name, 80)
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .split(/[\s_./-]+/)
    .filter((word) => word !== "")
    .map((word) => capitals.get(word.toLowerCase()) ?? word.toLowerCase());
  const text = words.join(" ");
  return text === "" ? "Unnamed" : text.charAt(0).toUpperCase() + text.slice(1);
}

/*
 * The first thing a page asks of `Intl` makes the browser read the data of the language, which takes longer than to draw twenty rows. What the
 * first list shows is told by the same rules without it; tests hold it against `Intl`.
 */

/** The form of a word that goes with a number: "is" with 1, "are" with any other. */
export const pluralOf = (n: number, singular: string, plural: string): string => (Math.abs(n) === 1 ? singular : plural);

/** "7", "1,200". */
export const figure = (n: number): string => (Number.isInteger(n) && Math.abs(n) < 1_000 ? String(n) : n.toLocaleString("en"));

/** "1 session", "2 sessions"; pass the plural when it isn't the singular with an s. */
export const count = (n: number, singular: string, plural = `${singular}s`): string => `${figure(n)} ${pluralOf(n, singular, plural)}`;

const lists: { and?: Intl.ListFormat; or?: Intl.ListFormat } = {};

/** "a", "a and b", "a, b and c". */
export function joinWords(items: readonly string[], last: keyof typeof lists = "and"): string {
  lists[last] ??= new Intl.ListFormat("en-GB", { type: last === "and" ? "conjunction" : "disjunction" });
  return lists[last].format(items);
}

/** The same text starting with a capital, the rest untouched. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
