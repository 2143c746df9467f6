import { DeskError } from "../http/desk-error";
import type { AuditLog } from "./audit-log";

/**
 * What can't be audited isn't done. To be asked before the act.
 * @param instead what the person is told of it
 * @throws DeskError 503 when the log can't be written to
 */
export async function requireAudit(audit: Pick<AuditLog, "canAppend">, instead: string): Promise<void> {
  if (await audit.canAppend()) return;
  throw new DeskError(503, "The audit log can't be written", instead, { headers: { "Desk-Sent": "no", "Retry-After": "30" } });
}
