import type { Context } from "hono";
import type { DeskEnv } from "../http/context";
import { type DeskError, forbidden } from "../http/desk-error";
import { personActor } from "./audit-actor";
import type { AuditInput, AuditWriter } from "./audit-entry";

/**
 * The refusal of what the person may not do, to be thrown; the attempt stands in the audit log before, or is counted for it.
 * @param reason in words for the person
 */
export async function roleRefusal(
  c: Context<DeskEnv>,
  audit: AuditWriter,
  attempt: Pick<AuditInput, "action" | "subject" | "details">,
  reason: string,
): Promise<DeskError> {
  await audit.refuse({ ...attempt, actor: personActor(c.var.person), reason, requestId: c.var.requestId });
  return forbidden(reason);
}
