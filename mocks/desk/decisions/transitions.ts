import { operationId } from "../noted-call";
import { actorOf } from "../person";
import type { AuditInput } from "../audit-log";
import type { Desk } from "../desk";
import type { DecisionState, KeptDecision } from "./decision-book";
import { operations } from "./decision-request";

/** Moves a decision to another state and tells open screens. */
export function move(
  desk: Desk,
  decision: KeptDecision,
  state: DecisionState,
  more: Partial<Pick<KeptDecision, "statusAfter" | "why" | "difference" | "lacks">> = {},
): void {
  Object.assign(decision, more, { state, changedAt: desk.world.clock.now(), sendsAt: null, pausedAt: null });
  tell(desk, decision);
}

/** Tells open screens where a decision is. */
export const tell = (desk: Desk, { id, state, inquiryId, by }: KeptDecision): void =>
  desk.changed({
    type: "decision",
    id,
    name: state,
    related: [
      { type: "inquiry", id: inquiryId },
      { type: "person", id: by.id },
    ],
  });

/** As the audit log names what is decided, where the entry is not about that operation itself. */
export const operationOf = ({ action }: KeptDecision) => ({ operation: operationId(operations[action].operation) });

/** Writes into the audit log what happened to a decision; the person it is of did it, unless another actor is named. */
export function noteDecision(
  desk: Desk,
  decision: KeptDecision,
  input: Pick<AuditInput, "action" | "outcome"> & Partial<AuditInput>,
): void {
  const { id, reasons, by, inquiryId, referenceId, requestId, batchId } = decision;
  const given: AuditInput["details"] = reasons.length === 0 ? {} : { reasons: reasons.map((reason) => reason.id).join(", ") };
  desk.note({
    actor: actorOf(by),
    subject: { type: "inquiry", id: inquiryId },
    referenceId,
    requestId,
    ...input,
    details: { decision: id, ...(batchId !== undefined && { batch: batchId }), ...given, ...input.details },
  });
}
