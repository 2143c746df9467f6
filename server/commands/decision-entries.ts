import type { GivenReason } from "@/domain/decision-comment";
import type { AuditInput } from "../audit/audit-entry";
import { decisionOperations, type DecisionRow } from "./decision-row";

/** What the audit log says of a transition. */
export type Entry = Pick<AuditInput, "action" | "outcome"> &
  Partial<Pick<AuditInput, "actor" | "reason" | "comment" | "details" | "requestId">>;

/** What begins: held, or stopped or refused at once. What is sent without a hold has the entry of its sending alone. */
export function firstEntry(row: DecisionRow): Entry | undefined {
  if (row.state === "stopped") return stopEntry(row);
  if (row.state === "refused") return refusalEntry(row);
  if (row.holdSeconds === 0) return undefined;
  return { action: "hold-decision", outcome: "done", details: { operation: decisionOperations[row.action].id, seconds: row.holdSeconds } };
}

/** It changed, so nothing was sent. */
export const stopEntry = (row: Pick<DecisionRow, "action" | "comment">): Entry => ({
  action: "stop-decision",
  outcome: "refused",
  reason: "It is not what the person saw any more",
  comment: row.comment,
  details: { operation: decisionOperations[row.action].id },
});

/** A rule of the company's keeps the person from it, so nothing was sent. */
const refusalEntry = ({ action, why, comment }: DecisionRow): Entry => ({
  action: decisionOperations[action].id,
  outcome: "refused",
  reason: why,
  comment,
});

/** Which decision an entry is about, and of which batch. */
export const decisionDetails = ({ id, batchId, reasons }: Pick<DecisionRow, "id" | "batchId" | "reasons">) => ({
  decision: id,
  ...(batchId !== null && { batch: batchId }),
  ...reasonDetails(reasons),
});

/** As the audit log holds the reasons of a decision. */
const reasonDetails = (reasons: readonly GivenReason[]): { readonly reasons?: string } =>
  reasons.length === 0 ? {} : { reasons: reasons.map(({ id }) => id).join(", ") };
