import { mutationOptions } from "@tanstack/react-query";
import { request, requestFile } from "../client";
import { deskClient } from "../desk-client";
import { exportAuditEntries, recordAuditEntry } from "../generated/desk/sdk.gen";
import type { DeskObject } from "../generated/desk/types.gen";
import { auditFilterQuery, type AuditFilters } from "./queries";

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
 * Source: openapi/desk.yaml, POST /desk/v1/audit-entries/export
 * @throws ApiError
 */
export const exportAuditEntriesMutation = () =>
  mutationOptions({
    meta: { invalidates: ["audit-entry"] },
    mutationFn: async (filters: AuditFilters): Promise<AuditFile> => {
      const query = { filter: auditFilterQuery(filters) };
      const { data, headers } = await requestFile(() => exportAuditEntries({ client: deskClient, query }), "text/csv");
      return { file: data, rows: Number(headers.get("Desk-Rows")), total: Number(headers.get("Desk-Rows-Total")) };
    },
  });

/** What was shown, by name and never by value. */
export type Reveal = {
  /** The part of the page. */
  panel: string;
  /** The name of the field, or of a kind of field. */
  fields: string;
};

/**
 * Writes into the desk's audit log that veiled personal data is about to be shown.
 * Source: openapi/desk.yaml, POST /desk/v1/audit-entries
 * @param subject whose data; null for a list of several
 * @throws ApiError when it was not recorded, or may not have been
 */
export async function recordReveal(subject: DeskObject | null, { panel, fields }: Reveal): Promise<void> {
  const details = { panel: plainName(panel), fields: plainName(fields) };
  await request(() => recordAuditEntry({ client: deskClient, body: { action: "reveal-pii", subject, details } }));
}

/**
 * A name as the audit log takes it: letters, digits and a few signs, 80 characters at most. Names of fields are whatever a template calls
 * them; what looks like a value (four digits and more) is left out.
 */
export function plainName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/\d{4,}/g, "")
    .replaceAll(/[^A-Za-z0-9_ ,./-]+/g, " ")
    .replace(/^[^A-Za-z]+/, "")
    .replaceAll(/ {2,}/g, " ")
    .slice(0, 80)
    .trim();
  return plain === "" ? "unnamed" : plain;
}
