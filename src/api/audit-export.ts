import { requestFile } from "./client";
import { deskClient } from "./desk-client";
import { exportAuditEntries } from "./generated/desk/sdk.gen";
import { type AuditFilters, auditFilterQuery } from "./queries/audit-entries";

/** More than this the desk does not put into one file (spec: POST /desk/v1/audit-entries/export). */
export const mostExportedEntries = 10_000;

/**
 * The entries the filters let through, newest first, as CSV (RFC 4180 with a header line). Exporting is itself recorded.
 * @throws ApiError
 */
export async function exportAuditLog(filters: AuditFilters): Promise<Blob> {
  const query = { filter: auditFilterQuery(filters) };
  const { data } = await requestFile(() => exportAuditEntries({ client: deskClient, query }), "text/csv");
  return data;
}
