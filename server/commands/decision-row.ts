import type { Decision, DecisionAction } from "@/api/generated/desk/types.gen";
import type { GivenReason } from "@/domain/decision-comment";
import type { Difference, InquirySeen } from "@/domain/inquiry-seen";
import type { AuditActor } from "../audit/audit-entry";
import { msOf, timestamp } from "../db/sql-time";
import type { SignedIn } from "../http/context";
import type { OperationId } from "../persona/match-operation";
import type { Push } from "../push/push";

/** openapi/desk.yaml, Decision.state. */
export type DecisionState = "held" | "checking" | "sending" | "confirmed" | "refused" | "stopped" | "taken-back" | "unknown";

/** A decision as the database has it. Times in ms. */
export type DecisionRow = {
  readonly sequence: number;
  readonly id: string;
  readonly intent: string;
  readonly fingerprint: string;
  readonly inquiryId: string;
  readonly referenceId: string | null;
  readonly action: DecisionAction;
  readonly reasons: readonly GivenReason[];
  readonly comment: string | null;
  readonly by: AuditActor;
  readonly seen: InquirySeen;
  readonly state: DecisionState;
  readonly isOpen: boolean;
  readonly holdSeconds: number;
  readonly sendsAt: number | null;
  readonly pausedAt: number | null;
  /** How often it could not be read or sent. */
  readonly tries: number;
  readonly statusAfter: string | null;
  readonly why: string | null;
  readonly difference: readonly Difference[];
  /** What it was refused for, where a rule of the company's says so. */
  readonly lacks: "second-person" | null;
  readonly tagsDue: readonly string[];
  readonly requestId: string | null;
  readonly batchId: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
};

/** Of the table `d`. */
export const decisionColumns = `d.sequence::float8 as sequence, d.id, d.intent, d.fingerprint, d.inquiry_id as "inquiryId",
  (select reference_id from inquiry_states s where s.inquiry_id = d.inquiry_id) as "referenceId", d.action, d.reasons, d.comment, d.by,
  d.seen, d.state, d.is_open as "isOpen", d.hold_seconds as "holdSeconds", ${msOf("d.sends_at")} as "sendsAt",
  ${msOf("d.paused_at")} as "pausedAt", d.tries, d.status_after as "statusAfter", d.why, d.lacks, d.difference, d.tags_due as "tagsDue",
  d.request_id as "requestId", d.batch_id as "batchId", ${msOf("d.created_at")} as "createdAt", ${msOf("d.changed_at")} as "changedAt"`;

/** What each action is at Persona. */
export const decisionOperations: Readonly<
  Record<DecisionAction, { readonly operation: OperationId; readonly id: string; readonly step: string }>
> = {
  approve: { operation: "approveAnInquiry", id: "approve-an-inquiry", step: "approve" },
  decline: { operation: "declineAnInquiry", id: "decline-an-inquiry", step: "decline" },
  markForReview: { operation: "markAnInquiryForReview", id: "mark-an-inquiry-for-review", step: "mark-for-review" },
};

const readsEverything = (viewer: SignedIn) => viewer.role === "lead" || viewer.role === "admin";

/** Whether somebody may take it back: who took it, and those who answer for everybody. */
export const mayTakeBack = (row: DecisionRow, viewer: SignedIn): boolean => row.by.id === viewer.user.id || readsEverything(viewer);

/** A decision for somebody: the comment only for who wrote it, leads and admins. */
export function decisionFor(row: DecisionRow, viewer: SignedIn): Decision {
  const mine = row.by.id === viewer.user.id;
  const isHeld = row.state === "held";
  return {
    id: row.id,
    inquiryId: row.inquiryId,
    referenceId: row.referenceId,
    action: row.action,
    reasons: [...row.reasons],
    comment: mine || readsEverything(viewer) ? row.comment : null,
    by: { id: row.by.id, name: row.by.name, emailAddress: row.by.emailAddress ?? "" },
    mine,
    state: row.state,
    createdAt: timestamp(row.createdAt),
    changedAt: timestamp(row.changedAt),
    holdSeconds: row.holdSeconds,
    sendsAt: isHeld && row.sendsAt !== null ? timestamp(row.sendsAt) : null,
    pausedAt: isHeld && row.pausedAt !== null ? timestamp(row.pausedAt) : null,
    statusAfter: row.statusAfter,
    why: row.why,
    difference: [...row.difference],
    ...(row.lacks !== null && { lacks: row.lacks }),
  };
}

/** What open screens are told of a decision that is in another state now. */
export const decisionPush = ({ id, state, inquiryId, by }: Pick<DecisionRow, "id" | "state" | "inquiryId" | "by">): Push => ({
  change: {
    type: "decision",
    id,
    name: state,
    related: [
      { type: "inquiry", id: inquiryId },
      { type: "person", id: by.id },
    ],
  },
});
