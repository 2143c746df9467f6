/** Days as Persona and its lists write them: whole, or a year or a month alone. None of them has a time zone. */
import { asWritten, different, partly, same, type Comparison } from "@/domain/compare/agreement";
import { plainDigits } from "@/lib/plain-digits";
import { readProperty } from "@/lib/read";

export type PartialDate = { readonly year: number; readonly month?: number; readonly day?: number };

const written = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:Z|[+-]\d{2}:?\d{2}|\s+\d{1,2}:\d{2}.*)?)?)?(?:T.*)?$/;
/** `19940412` (ISO 8601, basic format). Day and month first can't be read so: no month is 19 or 20, and nobody was born before 1900. */
const inOnePiece = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/**
 * The day in `1994-04-12`, `1994/04/12`, `1994-04`, `1994`, `1994-04-12T00:00:00.000Z` (the day as it is written, whatever the zone), `19940412`, or
 * in an object with year, month and day (spec: birthdates of `report-watchlist-entity`). Undefined for anything else, such as 04/12/1994, which is
 * another day here and there.
 */
export function readPartialDate(value: unknown): PartialDate | undefined {
  if (typeof value === "number") return makeDate(value);
  if (typeof value === "string") {
    const text = plainDigits(value.slice(0, 60)).trim();
    const [, year, month, day] = written.exec(text) ?? inOnePiece.exec(text) ?? [];
    return year === undefined ? undefined : makeDate(year, month, day);
  }
  const [year, date] = [readProperty(value, "year"), readProperty(value, "date")];
  if (year !== undefined) return makeDate(year, readProperty(value, "month"), readProperty(value, "day"));
  return typeof date === "string" || typeof date === "number" ? readPartialDate(date) : undefined;
}

function makeDate(year: unknown, month?: unknown, day?: unknown): PartialDate | undefined {
  const number = (value: unknown, most: number) => {
    const n = typeof value === "string" || typeof value === "number" ? Number(value) : Number.NaN;
    return Number.isInteger(n) && n >= 1 && n <= most ? n : undefined;
  };
  const [y, m, d] = [number(year, 9999), number(month, 12), number(day, 31)];
  if (y === undefined) return undefined;
  if (m === undefined) return { year: y };
  return d === undefined ? { year: y, month: m } : { year: y, month: m, day: d };
}

let months: Intl.DateTimeFormat | undefined;

/** "12 Apr 1994", "Apr 1994", "1994": as much as is known. */
export function formatPartialDate({ year, month, day }: PartialDate): string {
  months ??= new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" });
  const parts = [day, month === undefined ? undefined : months.format(Date.UTC(2000, month - 1, 1)), year];
  return parts.filter((part) => part !== undefined).join(" ");
}

/** Symmetric. `same` for the same whole day only; a year that agrees with a day is `partly`. */
export function compareDates(one: PartialDate, other: PartialDate): Comparison {
  if (one.year !== other.year) return different;
  if (one.month === undefined || other.month === undefined) return partly("Same year; no more is told");
  if (one.month !== other.month) return different;
  if (one.day === undefined || other.day === undefined) return partly("Same month; no day is told");
  return one.day === other.day ? same : different;
}

/** The same of two texts; those that are no date are the same only when they are written alike. */
export function compareDateTexts(one: string, other: string): Comparison {
  const [a, b] = [readPartialDate(one), readPartialDate(other)];
  if (a && b) return compareDates(a, b);
  return asWritten(one, other, "Can't be compared: not written as year, month, day");
}
