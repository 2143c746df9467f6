import { auditCsvHeader, auditCsvLine } from "./audit-csv";
import type { AuditFilter } from "./audit-list";
import type { AuditLog } from "./audit-log";

const pageSize = 500;

/**
 * The newest `rows` entries as CSV, read page by page as fast as they are taken: an export never stands in memory as a whole.
 * An error ends the stream as broken, so that a part is never taken for the whole.
 */
export function auditCsv(audit: Pick<AuditLog, "list">, filter: AuditFilter, rows: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let left = rows;
  let below: number | undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(auditCsvHeader)),
    pull: async (controller) => {
      const entries = left === 0 ? [] : await audit.list(filter, { below, limit: Math.min(left, pageSize) });
      if (entries.length > 0) controller.enqueue(encoder.encode(entries.map(auditCsvLine).join("")));
      left -= entries.length;
      below = entries.at(-1)?.position;
      if (left === 0 || entries.length === 0) controller.close();
    },
  });
}
