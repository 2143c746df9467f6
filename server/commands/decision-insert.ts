import type { DecisionAction } from "@/api/generated/desk/types.gen";
import type { GivenReason } from "@/domain/decision-comment";
import type { Difference, InquirySeen } from "@/domain/inquiry-seen";
import type { AuditActor } from "../audit/audit-entry";
import type { Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { Told } from "../second-looks/second-look-store";
import { decisionColumns, type DecisionRow } from "./decision-row";

/** How long the lease on a decision lasts unless its instance renews it, ms. */
export const leaseMs = 5_000;

/** A decision that somebody takes now. */
export type NewDecision = {
  readonly id: string;
  readonly intent: string;
  readonly fingerprint: string;
  readonly writeIntent: string;
  readonly inquiryId: string;
  readonly action: DecisionAction;
  readonly reasons: readonly GivenReason[];
  readonly tags: readonly string[];
  readonly comment: string | null;
  readonly by: AuditActor;
  readonly seen: InquirySeen;
  readonly holdSeconds: number;
  /** What is known at once not to be as it was seen: then it is stopped before it begins. */
  readonly difference: readonly Difference[];
  /** Why it is refused before it begins, where one person may not decide so: then it is. */
  readonly needsSecondPerson?: string | undefined;
  /** Who carries it out at once, where it is not held: no round takes it on in between. */
  readonly holder: string | undefined;
  readonly requestId: string;
  /** The second look that it answers, where it does: its rows are changed along, before anything is told. It fails the taking where it throws. */
  readonly answering?: ((row: DecisionRow, transaction: Queryable) => Promise<Told>) | undefined;
  /** The batch that it is of, and what links the two; it is not taken where that throws. */
  readonly batch?: DecisionBatch | undefined;
};

export type DecisionBatch = {
  readonly id: string;
  readonly link: (decisionId: string, transaction: Queryable) => Promise<void>;
};

/** Takes it down. @param at ms @returns undefined where it was taken before, or another one of the inquiry is open */
export async function insertDecision(decision: NewDecision, at: number, transaction: Queryable): Promise<DecisionRow | undefined> {
  const isStopped = decision.difference.length > 0;
  const isRefused = !isStopped && decision.needsSecondPerson !== undefined;
  const begun = decision.holder === undefined ? "held" : "checking";
  const [row] = await transaction.query<DecisionRow>(
    `insert into decisions as d (id, intent, fingerprint, write_intent, inquiry_id, action, reasons, comment, by, seen, state, is_open,
         hold_seconds, sends_at, difference, tags_due, request_id, created_at, changed_at, holder, lease_until, batch_id, why, lacks)
       values ($1, $2, $3, $4, $5, $6, $7::text::json, $8, $9::text::json, $10::text::json, $11, $12::boolean, $13::integer,
         $14::timestamptz, $15::text::json, $16::text[], $17, $18::timestamptz, $18::timestamptz, $19::uuid, $20::timestamptz, $21, $22, $23)
       on conflict do nothing returning ${decisionColumns}`,
    [
      decision.id,
      decision.intent,
      decision.fingerprint,
      decision.writeIntent,
      decision.inquiryId,
      decision.action,
      JSON.stringify(decision.reasons),
      decision.comment,
      JSON.stringify(decision.by),
      JSON.stringify(decision.seen),
      isStopped ? "stopped" : isRefused ? "refused" : begun,
      !isStopped && !isRefused,
      decision.holdSeconds,
      timestamp(at + decision.holdSeconds * 1_000),
      JSON.stringify(decision.difference),
      decision.tags,
      decision.requestId,
      timestamp(at),
      decision.holder ?? null,
      decision.holder === undefined ? null : timestamp(at + leaseMs),
      decision.batch?.id ?? null,
      isRefused ? decision.needsSecondPerson : null,
      isRefused ? "second-person" : null,
    ],
  );
  return row;
}
