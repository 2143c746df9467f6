import type { CountryCode } from "./countries";

/** What is printed on a person's papers. Dates are told from the day the world starts, so nothing grows stale. */
export type Printed = {
  /** Seed of the face on the papers; the selfie shows the same one unless `selfieFace` says otherwise. */
  face: string;
  selfieFace?: string;
  sex: "F" | "M" | "X";
  first: string;
  last: string;
  /** The name in the script of the issuing country, printed beside the Latin one. */
  nativeFirst?: string;
  nativeLast?: string;
  country: CountryCode;
  born: { yearsAgo: number; month: number; day: number };
  documentNumber: string;
  /** Whole years from the year of the world's start; negative when the paper has run out. */
  expiresInYears: number;
  street: string;
  city: string;
  subdivision?: string;
  postalCode: string;
};

const two = (value: number) => String(value).padStart(2, "0");

const yearOf = (day: string) => Number(day.slice(0, 4));

/** ISO date of birth, seen from `today` (ISO date). */
export function birthdateOf(printed: Printed, today: string): string {
  return `${yearOf(today) - printed.born.yearsAgo}-${two(printed.born.month)}-${two(printed.born.day)}`;
}

/** ISO date on which the paper runs out, seen from `today` (ISO date). The day is the eve of the birthday. */
export function expirationDateOf(printed: Printed, today: string): string {
  return `${yearOf(today) + printed.expiresInYears}-${two(printed.born.month)}-${two(Math.max(1, printed.born.day - 1))}`;
}

/** ISO date of issue: ten years before the paper runs out, but never before the tenth birthday nor after `today`. */
export function issueDateOf(printed: Printed, today: string): string {
  const latest = yearOf(today) - 1;
  const earliest = yearOf(today) - printed.born.yearsAgo + 10;
  const year = Math.min(latest, Math.max(earliest, yearOf(today) + printed.expiresInYears - 10));
  return `${year}-${two(printed.born.month)}-${two(printed.born.day)}`;
}
