/** Comparing numbers that name somebody: of documents, of places. Phones: `compare-phones.ts`. */
import { asWritten, different, partly, same, sameBut, tooLong, type Comparison } from "@/domain/compare/agreement";
import { plainDigits } from "@/lib/plain-digits";

const compact = (text: string) =>
  plainDigits(text)
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase();

/** What Persona and others put before, behind or between what they show. */
const mask = /(?:[*•●∗]|#{2}|\.{3}|…).*(?:[*•●∗#…]|\.{3})|[*•●∗…]|\.{3}/u;

/** What is shown of a number at its beginning and at its end: all of it both times when it is not masked. */
type Shown = { readonly head: string; readonly tail: string; readonly isMasked: boolean };

function shownOf(text: string): Shown {
  // three X or more, with nothing behind them but digits
  const tail = /^(?:[X\s-]*X){3}[\s-]*(?<digits>\d*)$/i.exec(text)?.groups?.["digits"];
  if (tail !== undefined) return { head: "", tail, isMasked: true };
  const hidden = mask.exec(text);
  if (hidden === null) return { head: compact(text), tail: compact(text), isMasked: false };
  return { head: compact(text.slice(0, hidden.index)), tail: compact(text.slice(hidden.index + hidden[0].length)), isMasked: true };
}

export const isMaskedNumber = (text: string): boolean => shownOf(text).isMasked;

/** Symmetric. Numbers of identity and of documents: spaces and hyphens are no difference, a masked one is never simply the same. */
export function compareIdentityNumbers(one: string, other: string): Comparison {
  const long = tooLong(one, other);
  if (long) return long;
  const [a, b] = [shownOf(one), shownOf(other)];
  if (a.isMasked || b.isMasked) return compareShown(a, b);
  if (a.tail === "" && b.tail === "") return asWritten(one, other, "Can't be compared: no number in it");
  return a.tail === b.tail ? same : different;
}

function compareShown(a: Shown, b: Shown): Comparison {
  const first = Math.min(a.head.length, b.head.length);
  const last = Math.min(a.tail.length, b.tail.length);
  if (a.head.slice(0, first) !== b.head.slice(0, first)) return different;
  if (last > 0 && a.tail.slice(-last) !== b.tail.slice(-last)) return different;
  const shown = [first > 0 && `the first ${first}`, last > 0 && `the last ${last}`].filter((part) => part !== false);
  return partly(shown.length === 0 ? "Masked by Persona: can't be compared" : `Masked by Persona: ${shown.join(" and ")} agree`);
}

/** Symmetric. Of two US codes one may lack the four digits that narrow it down. */
export function comparePostalCodes(one: string, other: string): Comparison {
  if (isMaskedNumber(one) || isMaskedNumber(other)) return compareIdentityNumbers(one, other);
  const [short = "", long = ""] = [compact(one), compact(other)].toSorted((a, b) => a.length - b.length);
  if (short === "") return long === "" ? asWritten(one, other, "Can't be compared: no code in it") : different;
  if (short === long) return tooLong(one, other) ?? same;
  if (/^\d{5}$/.test(short) && /^\d{9}$/.test(long) && long.startsWith(short)) return sameBut("Same in the first five digits");
  if (/^\d{3,}$/.test(short) && long === `0${short}`) return partly("One lacks the zero at the beginning");
  if (/^\d{3,}$/.test(short) && /^[A-Z]{1,3}$/.test(long.slice(0, -short.length)) && long.endsWith(short)) {
    return partly("One begins with a country");
  }
  return different;
}
