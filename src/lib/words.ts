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

const plurals = new Intl.PluralRules("en");

/** The form of a word that goes with a number: "is" with 1, "are" with any other. */
export const pluralOf = (n: number, singular: string, plural: string): string => (plurals.select(n) === "one" ? singular : plural);

/** "1 session", "2 sessions"; pass the plural when it isn't the singular with an s. */
export const count = (n: number, singular: string, plural = `${singular}s`): string =>
  `${n.toLocaleString("en")} ${pluralOf(n, singular, plural)}`;

const lists = {
  and: new Intl.ListFormat("en-GB", { type: "conjunction" }),
  or: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** "a", "a and b", "a, b and c". */
export const joinWords = (items: readonly string[], last: keyof typeof lists = "and"): string => lists[last].format(items);

/** The same text starting with a capital, the rest untouched. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
