/** Days as an `<input type="date">` gives them, in the reader's own zone. */

function instant(day: string, hours: number, minutes: number, seconds: number, milliseconds: number): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const time = new Date(year, month - 1, date, hours, minutes, seconds, milliseconds);
  // 2026-02-31 would quietly become the 3rd of March.
  return time.getMonth() === month - 1 && time.getDate() === date ? time.toISOString() : undefined;
}

/** The first instant of a day, as ISO 8601; undefined for a day that does not exist. */
export const localDayStart = (day: string): string | undefined => instant(day, 0, 0, 0, 0);

/** The last instant of a day, as ISO 8601; undefined for a day that does not exist. */
export const localDayEnd = (day: string): string | undefined => instant(day, 23, 59, 59, 999);
