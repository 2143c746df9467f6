import { csvStream } from "../http/csv-download";
import { auditColumns } from "./audit-csv";
import type { AuditFilter } from "./audit-list";
import type { AuditLog } from "./audit-log";

/** The newest `rows` entries as CSV. */
export const auditCsv = (audit: Pick<AuditLog, "list">, filter: AuditFilter, rows: number): ReadableStream<Uint8Array> =>
  csvStream(auditColumns, rows, (limit, last) => audit.list(filter, { below: last?.position, limit }));
