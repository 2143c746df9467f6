import { requestFile } from "./client";
import { deskClient } from "./desk-client";
import { exportAuditEntries } from "./generated/desk/sdk.gen";
import { type AuditFilters, auditFilterQuery } from "./queries/audit-entries";

/** More than this the desk does not put into one file (spec: POST /desk/v1/audit-entries/export). */
export const mostExportedEntries = 100_000;

export type AuditFile = {
  file: Blob;
  /** How many entries it holds, and how many match: fewer where there are more than `mostExportedEntries`. */
  rows: number;
  total: number;
};

/**
 * The entries the filters let through, newest first, as CSV (RFC 4180 with a header line). Exporting is itself recorded.
 * @throws ApiError
 */
export async function exportAuditLog(filters: AuditFilters): Promise<AuditFile> {
  const query = { filter: auditFilterQuery(filters) };
  const { data, headers } = await requestFile(() => exportAuditEntries({ client: deskClient, query }), "text/csv");
  return { file: data, rows: Number(headers.get("Desk-Rows")), total: Number(headers.get("Desk-Rows-Total")) };
}
