/** Instants are milliseconds since the epoch, spans are milliseconds. English, 24-hour clock, the zone always named. */

import { count, figure } from "@/lib/words";

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const locale = "en-GB";
const absolutes = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow next to using it, so each is made once per zone. An unknown zone falls back to UTC. */
function formatter(key: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${key} ${timeZone ?? ""}`;
  const known = absolutes.get(id);
  if (known) return known;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    made = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  }
  absolutes.set(id, made);
  return made;
}

/** Whether a date can hold this instant (±8.64e15 ms); formatting anything else would throw. */
function isInstant(time: number): boolean {
  return Math.abs(time) <= 8.64e15;
}

/** "2 Mar 2026, 10:00:00 CET". The zone is the reader's own unless given as an IANA name. */
export function formatAbsolute(time: number, timeZone?: string): string {
  if (!isInstant(time)) return "unknown time";
  return formatter("absolute", timeZone, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  }).format(time);
}

/** "10:00", for rows under a heading that already names the day and the zone. */
export function formatClock(time: number, timeZone?: string): string {
  if (!isInstant(time)) return "unknown";
  return formatter("clock", timeZone, { hour: "2-digit", minute: "2-digit" }).format(time);
}

/** "Monday, 2 March 2026". */
export function formatDay(time: number, timeZone?: string): string {
  if (!isInstant(time)) return "Unknown day";
  return formatter("day", timeZone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(time);
}

/** "2 Mar 2026". */
export function formatDate(time: number, timeZone?: string): string {
  if (!isInstant(time)) return "unknown date";
  return formatter("date", timeZone, { day: "numeric", month: "short", year: "numeric" }).format(time);
}

/** The calendar day of an instant in a zone as `2026-03-02`: a key to group by. */
export function dayKey(time: number, timeZone?: string): string {
  if (!isInstant(time)) return "unknown";
  const parts = formatter("key", timeZone, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(time);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The name of the zone the other functions use for an instant: "CET", "UTC". */
export function zoneName(time: number, timeZone?: string): string {
  if (!isInstant(time)) return "";
  const parts = formatter("zone", timeZone, { timeZoneName: "short" }).formatToParts(time);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** "3 hours ago", "in 2 days", "just now" within five seconds either side. Whole units, rounded towards now. */
export function formatRelative(time: number, now: number): string {
  const span = time - now;
  const size = Math.abs(span);
  if (!Number.isFinite(span)) return "at an unknown time";
  if (size < 5 * second) return "just now";
  const told = (unit: number, word: string) => {
    const whole = count(Math.floor(size / unit), word);
    return span < 0 ? `${whole} ago` : `in ${whole}`;
  };
  if (size < minute) return told(second, "second");
  if (size < hour) return told(minute, "minute");
  if (size < 2 * day) return told(hour, "hour");
  if (size < 60 * day) return told(day, "day");
  if (size < 730 * day) return told(30.44 * day, "month");
  return told(365.25 * day, "year");
}

/**
 * A span in one or two units: "45 s", "12 min", "5 h 20 min", "41 h", "3 d 4 h", "90 d", "3 y". Hours go on to 72, so that "41 h" stays
 * comparable with windows that are counted in hours; the second unit is left out where it says nothing (past 24 h, past 14 d). From two
 * years on years are counted, as in `formatRelative`: an end in the year 9999 means that there is none, whatever the days come to.
 */
export function formatDuration(span: number): string {
  const size = Math.abs(span);
  if (!Number.isFinite(size)) return "an unknown time";
  if (size < minute) return `${Math.floor(size / second)} s`;
  if (size < hour) return `${Math.floor(size / minute)} min`;
  if (size < day) return twoUnits(Math.floor(size / hour), "h", Math.floor((size % hour) / minute), "min");
  if (size < 3 * day) return `${Math.floor(size / hour)} h`;
  if (size < 14 * day) return twoUnits(Math.floor(size / day), "d", Math.floor((size % day) / hour), "h");
  if (size < 2 * 365.25 * day) return `${Math.floor(size / day)} d`;
  return `${figure(Math.floor(size / (365.25 * day)))} y`;
}

/**
 * "5 min ago"; "just now" below a minute, where a number would only look like a stopwatch, and for what a clock that is minutes ahead puts
 * into the future. What is further ahead is told as it is: something is wrong with it, and should be seen.
 */
export function formatAgo(span: number): string {
  if (span < -hour) return `${formatDuration(span)} ahead of this clock`;
  return span < minute ? "just now" : `${formatDuration(span)} ago`;
}

/** "41 h later". */
export function formatGap(span: number): string {
  return `${formatDuration(span)} later`;
}

function twoUnits(first: number, firstUnit: string, rest: number, secondUnit: string): string {
  return rest === 0 ? `${first} ${firstUnit}` : `${first} ${firstUnit} ${rest} ${secondUnit}`;
}
