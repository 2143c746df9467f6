import type { AuditEntry } from "@/api/generated/desk/types.gen";

const columns: readonly (readonly [header: string, cell: (entry: AuditEntry) => string | number | null | undefined])[] = [
  ["position", (entry) => entry.position],
  ["id", (entry) => entry.id],
  ["createdAt", (entry) => entry.createdAt],
  ["action", (entry) => entry.action],
  ["outcome", (entry) => entry.outcome],
  ["actorType", (entry) => entry.actor.type],
  ["actorId", (entry) => entry.actor.id],
  ["actorName", (entry) => entry.actor.name],
  ["actorEmailAddress", (entry) => entry.actor.emailAddress],
  ["actorRole", (entry) => entry.actor.role],
  ["subjectType", (entry) => entry.subject?.type],
  ["subjectId", (entry) => entry.subject?.id],
  ["statusBefore", (entry) => entry.statusBefore],
  ["statusAfter", (entry) => entry.statusAfter],
  ["reason", (entry) => entry.reason],
  ["requestId", (entry) => entry.requestId],
  ["personaRequestId", (entry) => entry.personaRequestId],
  ["details", (entry) => (Object.keys(entry.details).length === 0 ? null : JSON.stringify(entry.details))],
  ["hash", (entry) => entry.hash],
];

/** The header line. */
export const auditCsvHeader = line(columns.map(([header]) => header));

/** An entry as a line. */
export function auditCsvLine(entry: AuditEntry): string {
  return line(columns.map(([, cell]) => csvCell(cell(entry))));
}

/**
 * A cell by RFC 4180. One that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"): also behind
 * blanks, and for the full-width signs that some spreadsheets take for the plain ones.
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(cells: readonly string[]): string {
  return `${cells.join(",")}\r\n`;
}
