import { request } from "./client";
import { deskClient } from "./desk-client";
import { recordAuditEntry } from "./generated/desk/sdk.gen";
import type { DeskObject } from "./generated/desk/types.gen";

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
    .replace(/\p{M}/gu, "")
    .replace(/\d{4,}/g, "")
    .replace(/[^A-Za-z0-9_ ,./-]+/g, " ")
    .replace(/^[^A-Za-z]+/, "")
    .replace(/ {2,}/g, " ")
    .slice(0, 80)
    .trim();
  return plain === "" ? "unnamed" : plain;
}
