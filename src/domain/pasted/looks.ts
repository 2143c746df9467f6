/** What is not to leave the page as if it were an ID. Looks, never proof. */
import { withoutInvisible, withoutLabel, withoutWrapping } from "@/domain/pasted/characters";
import { holdsDay } from "@/domain/pasted/days";
import { holdsDisguised, withPlainAddresses } from "@/domain/pasted/disguises";
import { lookOf } from "@/domain/reference-id";

export type PersonalLook = "e-mail address" | "birth date" | "social security number" | "name" | "line of a passport";

/** Before the sign there may be nothing: a secret beside it may have taken the name with it. */
const address = /@[^\s@<>,;"']{1,255}\.[^\s@<>,;"'.]{2}/u;
/** One word as names are written, or in a script that IDs are not written in. */
const nameWord = /^(?:\p{Lu}[\p{Ll}\p{M}’']+(?:-\p{Lu}[\p{Ll}\p{M}]+)?|[\p{Lo}\p{M}]{2,})$/u;

/** What the lower edge of a passport or a card says for machines: names, number and birth date (ICAO Doc 9303 part 3). */
const passportLine = /^(?=.{10})[A-Z0-9<]*<<[A-Z0-9<]*$/i;

/** What of a person a text seems to be or to hold; undefined for what may well be an ID. */
export function personalLook(given: string): PersonalLook | undefined {
  const text = withoutLabel(withoutInvisible(given).trim());
  if (address.test(text) || holdsDisguised(text)) return "e-mail address";
  if (holdsDay(text)) return "birth date";
  if (passportLine.test(text)) return "line of a passport";
  const look = lookOf(text);
  if (look === "social security number" || look === "name") return look;
  return wordsOf(text).some((word) => nameWord.test(word)) ? "name" : undefined;
}

/** Two words of letters only with a comma and a blank between them, as registers write names: `LOVELACE, ADA`. */
export const isSurnameFirst = (text: string): boolean => /^\p{L}[\p{L}\p{M}'’-]+, +\p{L}[\p{L}\p{M}'’-]+$/u.test(text.trim());

const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}\p{N}_@.'’-]+/u).filter((word) => word !== "");

/** Whether a text looks like an ID and like nothing else: digits or an underscore in it, one word or two, no date, amount or link. */
export function isIdLike(text: string): boolean {
  if (text.length > 255 || !/[\d_]/.test(text) || text.split(/\s+/).length > 2 || /https?:|\.\d{2}$/.test(text)) return false;
  return !isRounded(text) && personalLook(text) === undefined;
}

/** A number as a spreadsheet writes one that was too long for it: its last digits are lost. */
export const isRounded = (text: string): boolean => /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text.trim());

/** Whether a text is written to be read, not a list: three words or more that nothing divides. */
export const isProse = (text: string): boolean => text.split(/[\t\n\r;|,]/).some((part) => /^\s*(?:\S+\s+){2}\S/.test(part));

/** The words of a message that can only be IDs: letters and digits in one, and nothing personal. Each once. */
export function idWordsIn(text: string): string[] {
  const words = withPlainAddresses(text)
    .split(/[\s,;()<>"“”|]+/u)
    .map((word) => withoutWrapping(word));
  const isOrdinal = (word: string) => /^\d{1,3}(?:st|nd|rd|th)$/i.test(word);
  return [
    ...new Set(words.filter((word) => word.length >= 4 && !isOrdinal(word) && /[A-Za-z]/.test(word) && /\d/.test(word) && isIdLike(word))),
  ];
}
