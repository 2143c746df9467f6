import type { Batch, BatchAction, BatchItem } from "@/api/generated/desk/types.gen";
import type { GivenReason } from "@/domain/decision-comment";
import type { Difference, InquirySeen } from "@/domain/inquiry-seen";
import type { AuditActor } from "../audit/audit-entry";
import { msOf, timestamp } from "../db/sql-time";
import type { SignedIn } from "../http/context";
import type { Push } from "../push/push";
import type { DecisionState } from "./decision-row";

/** openapi/desk.yaml, Batch.state. */
export type BatchState = "held" | "running" | "paused" | "done" | "stopped" | "taken-back";

/** A batch as the database has it. Times in ms. */
export type BatchRow = {
  readonly id: string;
  readonly fingerprint: string;
  readonly action: BatchAction;
  readonly reasons: readonly GivenReason[];
  readonly comment: string | null;
  readonly until: number | null;
  readonly untilUserActs: boolean;
  readonly by: AuditActor;
  readonly state: BatchState;
  readonly holdSeconds: number;
  readonly startsAt: number;
  readonly requestId: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
};

/** Of the table `b`. */
export const batchColumns = `b.id, b.fingerprint, b.action, b.reasons, b.comment, ${msOf("b.until")} as until,
  b.until_user_acts as "untilUserActs", b.by, b.state, b.hold_seconds as "holdSeconds", ${msOf("b.starts_at")} as "startsAt",
  b.request_id as "requestId", ${msOf("b.created_at")} as "createdAt", ${msOf("b.changed_at")} as "changedAt"`;

/** An inquiry of a batch that waits for its turn. */
export type WaitingItem = {
  readonly position: number;
  readonly inquiryId: string;
  readonly seen: InquirySeen;
};

/** An inquiry of a batch, and what became of it. */
export type BatchItemRow = {
  readonly inquiryId: string;
  readonly referenceId: string | null;
  readonly override: boolean;
  readonly decisionId: string | null;
  readonly outcome: "done" | "refused" | "left-out" | null;
  readonly why: string | null;
  readonly decisionState: DecisionState | null;
  readonly statusAfter: string | null;
  readonly difference: readonly Difference[] | null;
};

/** A batch for somebody, with how far it is. */
export const batchFor = (row: BatchRow, counts: Batch["counts"], viewer: SignedIn): Batch => ({
  id: row.id,
  action: row.action,
  reasons: [...row.reasons],
  comment: row.comment,
  until: row.until === null ? null : timestamp(row.until),
  untilUserActs: row.untilUserActs,
  by: { id: row.by.id, name: row.by.name, emailAddress: row.by.emailAddress ?? "" },
  mine: row.by.id === viewer.user.id,
  state: row.state,
  createdAt: timestamp(row.createdAt),
  changedAt: timestamp(row.changedAt),
  holdSeconds: row.holdSeconds,
  startsAt: row.state === "held" ? timestamp(row.startsAt) : null,
  counts,
});

/** What became of an item is what became of its decision, where it has one. */
export const batchItemFor = ({ decisionState, outcome, difference, ...row }: BatchItemRow): BatchItem => ({
  inquiryId: row.inquiryId,
  referenceId: row.referenceId,
  state: decisionState ?? (outcome === "done" ? "confirmed" : (outcome ?? "waiting")),
  override: row.override,
  decisionId: row.decisionId,
  statusAfter: row.statusAfter,
  why: row.why,
  difference: [...(difference ?? [])],
});

/** Whether somebody sees it, and may pause, stop or take it back: who meant it, and those who answer for everybody. */
export const isBatchOf = (row: BatchRow, viewer: SignedIn): boolean =>
  row.by.id === viewer.user.id || viewer.role === "lead" || viewer.role === "admin";

/** What open screens are told of a batch. */
export const batchPush = ({ id, state, by }: Pick<BatchRow, "id" | "state" | "by">): Push => ({
  change: { type: "batch", id, name: state, related: [{ type: "person", id: by.id }] },
});

/** Why it can't be done to a batch of that state any more, or yet. */
export const batchWords: Readonly<Record<BatchState, string>> = {
  held: "It is still held, and nothing of it was decided yet.",
  running: "It is being carried out.",
  paused: "It is paused.",
  done: "It is done.",
  stopped: "It was stopped.",
  "taken-back": "It was taken back.",
};
