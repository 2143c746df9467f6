import type { AuditEntry } from "@/api/generated/desk/types.gen";

const columns: readonly (readonly [string, (entry: AuditEntry) => string | number | null | undefined])[] = [
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

/** Entries as CSV (RFC 4180) with a header line. */
export function auditCsv(entries: readonly AuditEntry[]): string {
  const lines = [columns.map(([name]) => name), ...entries.map((entry) => columns.map(([, value]) => cell(value(entry))))];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** What a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  const safe = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
