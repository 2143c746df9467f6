/** Comparing phone numbers, which are written with and without what has to be dialled from elsewhere. */
import { asWritten, different, partly, same, sameBut, tooLong, type Comparison } from "@/domain/compare/agreement";
import { compareIdentityNumbers, isMaskedNumber } from "@/domain/compare/compare-numbers";
import { plainDigits } from "@/lib/plain-digits";

type Phone = { readonly digits: string; readonly extension: string; readonly isInternational: boolean };

function readPhone(text: string): Phone {
  const plain = plainDigits(text).trim();
  const [, main = "", extension = ""] = /^(.*?\d.*?)(?:(?:;\s*ext=|ext(?:ension)?\b\.?:?|x)\s*(\d{1,6}))?$/iu.exec(plain) ?? [];
  const dialled = main.replace(/^tel:\s*/i, "");
  const isInternational = /^\+|^\W*00/.test(dialled);
  // the zero in brackets is dialled within the country only
  const digits = (isInternational ? dialled.replace(/\(0\)/, "") : dialled).replaceAll(/\D/g, "").replace(/^00/, "");
  return { digits, extension, isInternational };
}

/** Fewer digits than this at the end of two numbers may agree by chance. */
const fewest = 9;
/** The shortest numbers of subscribers that are dialled across a country. */
const fewestInPart = 7;

/**
 * Symmetric. A number with its country code and the same number without it are the same; two with a country code only if they are equal
 * (ITU-T E.164: a country code has one to three digits).
 */
export function comparePhoneNumbers(one: string, other: string): Comparison {
  const long = tooLong(one, other);
  if (long) return long;
  if (isMaskedNumber(one) || isMaskedNumber(other)) return compareIdentityNumbers(one, other);
  const [a, b] = [readPhone(one), readPhone(other)];
  if (a.digits === "" && b.digits === "") return asWritten(one, other, "Can't be compared: no number in it");
  const comparison = compareDigits(a, b);
  if (comparison.agreement === "different" || a.extension === b.extension) return comparison;
  return a.extension === "" || b.extension === "" ? partly("One has an extension") : different;
}

function compareDigits(a: Phone, b: Phone): Comparison {
  if (a.digits === b.digits) return same;
  if (a.isInternational && b.isInternational) return different;
  if (isSameWithCode(a, b) || isSameWithCode(b, a)) return sameBut("Same but for the country code");
  const ends = (short: Phone, long: Phone) =>
    !short.isInternational &&
    withoutPrefix(short).some((digits) => digits.length >= fewestInPart && withoutPrefix(long).some((whole) => whole.endsWith(digits)));
  return ends(a, b) || ends(b, a) ? partly("Same but for what is dialled first") : different;
}

function isSameWithCode(short: Phone, long: Phone): boolean {
  if (short.isInternational || short.digits.length > long.digits.length) return false;
  const national = short.digits.replace(/^0+/, "");
  const code = long.digits.length - national.length;
  return national.length >= fewest && code >= 1 && code <= 3 && long.digits.endsWith(national);
}

/** As it is, and without what some countries dial before a number of their own or of another country (ITU-T E.164, "Dialling procedures"). */
const withoutPrefix = ({ digits, isInternational }: Phone): readonly string[] =>
  isInternational ? [digits] : [digits, digits.replace(/^0+/, ""), digits.replace(/^(?:011|810|8)/, "")];
