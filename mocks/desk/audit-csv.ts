import type { AuditEntry } from "@/api/generated/desk/types.gen";
import { type CsvColumns, csvHead, csvRow } from "@/lib/csv";

const columns: CsvColumns<AuditEntry> = [
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
  ["comment", (entry) => entry.comment],
  ["referenceId", (entry) => entry.referenceId],
  ["erasedAt", (entry) => entry.erasedAt],
  ["requestId", (entry) => entry.requestId],
  ["personaRequestId", (entry) => entry.personaRequestId],
  ["details", (entry) => (Object.keys(entry.details).length === 0 ? null : JSON.stringify(entry.details))],
  ["hash", (entry) => entry.hash],
];

/** Entries as CSV (RFC 4180) with a header line. */
export const auditCsv = (entries: readonly AuditEntry[]): string =>
  csvHead(columns) + entries.map((entry) => csvRow(columns, entry)).join("");
