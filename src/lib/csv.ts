/** What a cell may hold. */
type CsvValue = string | number | null | undefined;

/**
 * A cell by RFC 4180. What a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"): also behind blanks,
 * behind the signs that divide cells elsewhere, and for the full-width signs that some spreadsheets take for the plain ones.
 */
export function csvCell(value: CsvValue): string {
  const text = value === null || value === undefined ? "" : String(value);
  const inside = text.replaceAll(/([;\t\r\n]\s*)(?=[=+\-@＝＋－＠])/g, "$1'");
  const safe = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${inside}` : inside;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of cells, with its end. */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(",")}\r\n`;

/** What a file of UTF-8 begins with, so that spreadsheets do not take it for the code page of their machine. */
export const byteOrderMark = "\uFEFF";

/** The columns of a file, each with its header and what a row has there. */
export type CsvColumns<Row> = readonly (readonly [header: string, cell: (row: Row) => CsvValue])[];

/** What a file of rows begins with: the mark of its encoding and the header line. */
export const csvHead = <Row>(columns: CsvColumns<Row>): string => byteOrderMark + csvLine(columns.map(([header]) => header));

/** A row as a line. */
export const csvRow = <Row>(columns: CsvColumns<Row>, row: Row): string => csvLine(columns.map(([, cell]) => cell(row)));
