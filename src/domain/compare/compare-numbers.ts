/** Comparing numbers that name somebody: of documents, of phones, of places. */
import { different, partly, same, sameBut, type Comparison } from "@/domain/compare/agreement";

const compact = (text: string) =>
  text
    .slice(0, 200)
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase();

const mask = /[*•●∗]/;

/** The digits and letters behind what Persona put stars, dots or at least three X before; undefined for a number that is not masked. */
function shownOf(text: string): string | undefined {
  const tail = /^(?:[X\s-]*X){3}[\s-]*(?<digits>\d*)$/i.exec(text)?.groups?.["digits"];
  if (tail !== undefined) return tail;
  return mask.test(text) ? compact(text.split(mask).at(-1) ?? "") : undefined;
}

/** Symmetric. Numbers of identity and of documents: spaces and hyphens are no difference, a masked one is never simply the same. */
export function compareIdentityNumbers(one: string, other: string): Comparison {
  const [a, b] = [shownOf(one), shownOf(other)];
  if (a === undefined && b === undefined) return compact(one) === compact(other) ? same : different;
  const [ends, whole] = [a ?? compact(one), b ?? compact(other)];
  const shown = Math.min(ends.length, whole.length);
  if (shown === 0) return partly("Masked by Persona: can't be compared");
  if (ends.slice(-shown) !== whole.slice(-shown)) return different;
  return partly(`Masked by Persona: the last ${shown} agree`);
}

/** Symmetric. Of two US codes one may lack the four digits that narrow it down. */
export function comparePostalCodes(one: string, other: string): Comparison {
  const [short, long] = [compact(one), compact(other)].toSorted((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || short === long) return same;
  return /^\d{5}$/.test(short) && /^\d{9}$/.test(long) && long.startsWith(short) ? sameBut("Same in the first five digits") : different;
}

type Phone = { readonly digits: string; readonly isInternational: boolean };

function readPhone(text: string): Phone {
  const shown = text.slice(0, 60).normalize("NFKC").trim();
  const digits = shown.replace(/\D/g, "");
  const isInternational = shown.startsWith("+") || digits.startsWith("00");
  return { digits: digits.replace(/^00/, ""), isInternational };
}

/** Fewer digits than this at the end of two numbers may agree by chance. */
const fewest = 9;

/**
 * Symmetric. A number with its country code and the same number without it are the same; two with a country code only if they are equal
 * (ITU-T E.164: a country code has one to three digits).
 */
export function comparePhoneNumbers(one: string, other: string): Comparison {
  const [short, long] = [readPhone(one), readPhone(other)].toSorted((a, b) => a.digits.length - b.digits.length);
  if (short === undefined || long === undefined || short.digits === long.digits) return same;
  if (short.isInternational) return different;
  const national = short.digits.replace(/^0+/, "");
  const countryCodeLength = long.digits.length - national.length;
  const fits = national.length >= fewest && countryCodeLength >= 1 && countryCodeLength <= 3 && long.digits.endsWith(national);
  return fits ? sameBut("Same but for the country code") : different;
}
