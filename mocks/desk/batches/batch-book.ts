import type { Batch, BatchItem, DecisionReason, InquirySeen } from "@/api/generated/desk/types.gen";
import { iso } from "../../world/core/time";
import { isOpen, type KeptDecision } from "../decisions/decision-book";
import { type Person, userOf } from "../person";

export type BatchState = "held" | "running" | "paused" | "done" | "stopped" | "taken-back";

/** An inquiry of a batch: it waits while it has neither a decision nor an outcome. */
export type KeptItem = {
  readonly inquiryId: string;
  readonly referenceId: string | null;
  readonly seen: InquirySeen;
  readonly override: boolean;
  decision: KeptDecision | undefined;
  outcome: "done" | "refused" | "left-out" | undefined;
  why: string | null;
};

/** A batch as the desk keeps it; times in milliseconds. */
export type KeptBatch = {
  readonly id: string;
  readonly action: Batch["action"];
  readonly reasons: readonly DecisionReason[];
  comment: string | null;
  readonly until: number | null;
  readonly untilUserActs: boolean;
  readonly by: Person;
  /** The request it was asked for with. */
  readonly requestId: string;
  readonly createdAt: number;
  readonly holdSeconds: number;
  startsAt: number;
  readonly items: readonly KeptItem[];
  state: BatchState;
  changedAt: number;
};

/** Every batch that was asked of the desk. */
export type BatchBook = {
  readonly all: KeptBatch[];
  /** By person and Idempotency-Key, with the request they were asked with. */
  readonly byKey: Map<string, { readonly request: string; readonly batch: KeptBatch }>;
};

export const createBatchBook = (): BatchBook => ({ all: [], byKey: new Map() });

export const isWaiting = ({ decision, outcome }: KeptItem): boolean => decision === undefined && outcome === undefined;

/** Whether its decision is on its way. One whose outcome is unknown holds up no other. */
export const isUnderWay = ({ decision }: KeptItem): boolean => decision !== undefined && isOpen(decision) && decision.state !== "unknown";

/** Whether it may still be carried out. */
export const isLive = ({ state }: KeptBatch): boolean => state === "held" || state === "running" || state === "paused";

function stateOf({ decision, outcome }: KeptItem): string {
  if (decision !== undefined) return decision.state;
  return outcome === "done" ? "confirmed" : (outcome ?? "waiting");
}

/** As the API shows it to somebody. */
export function shownBatch(batch: KeptBatch, person: Person): Batch {
  const { id, action, reasons, comment, untilUserActs, state, holdSeconds, items } = batch;
  const counted = (...states: readonly string[]) => items.filter((item) => states.includes(stateOf(item))).length;
  return {
    id,
    action,
    reasons: reasons.map((reason) => ({ id: reason.id, label: reason.label })),
    comment,
    until: batch.until === null ? null : iso(batch.until),
    untilUserActs,
    by: userOf(batch.by),
    mine: batch.by.id === person.id,
    state,
    createdAt: iso(batch.createdAt),
    changedAt: iso(batch.changedAt),
    holdSeconds,
    startsAt: state === "held" ? iso(batch.startsAt) : null,
    counts: {
      total: items.length,
      waiting: items.filter(isWaiting).length,
      underWay: items.filter(isUnderWay).length,
      confirmed: counted("confirmed"),
      refused: counted("refused", "stopped"),
      unknown: counted("unknown"),
      leftOut: counted("left-out"),
    },
  };
}

/** As the API shows one of its items. */
export const shownItem = (item: KeptItem): BatchItem => ({
  inquiryId: item.inquiryId,
  referenceId: item.referenceId,
  state: stateOf(item),
  override: item.override,
  decisionId: item.decision?.id ?? null,
  statusAfter: item.decision?.statusAfter ?? null,
  why: item.decision?.why ?? item.why,
  difference: [...(item.decision?.difference ?? [])],
});

/** One of its inquiries was redacted: what was written about all of them is gone once the batch is over. */
export function eraseBatchTexts({ all }: BatchBook, inquiryId: string): void {
  for (const batch of all) if (!isLive(batch) && batch.items.some((item) => item.inquiryId === inquiryId)) batch.comment = null;
}
