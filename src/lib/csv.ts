/** What a cell may hold. */
type CsvValue = string | number | null | undefined;

/**
 * A cell by RFC 4180. One that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"): also behind
 * blanks, and for the full-width signs that some spreadsheets take for the plain ones.
 */
export function csvCell(value: CsvValue): string {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of cells, with its end. */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(",")}\r\n`;
