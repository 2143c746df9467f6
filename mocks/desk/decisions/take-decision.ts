import type { DecisionReason, DecisionRequest, Difference, SettingsValues } from "@/api/generated/desk/types.gen";
import { millis } from "../../world/core/time";
import type { Desk } from "../desk";
import { referenceIdOf } from "../noted-call";
import type { Person } from "../person";
import { startHold, stop } from "./carry-out";
import type { KeptDecision } from "./decision-book";
import { differencesBetween } from "./differences";
import { noteDecision, operationOf, tell } from "./transitions";
import { lacksSecondPerson, refuseAlone } from "./two-people";

type Taken = {
  readonly request: Omit<DecisionRequest, "holdSeconds">;
  /** The company's, which the request names. */
  readonly reasons: readonly DecisionReason[];
  readonly person: Person;
  readonly requestId: string;
  /** In whole seconds. */
  readonly holdSeconds: number;
  /** The batch that it is of. */
  readonly batchId?: string;
  /** Whether it answers a second look, and says the same. */
  readonly isAgreed?: boolean;
};

/** Takes a decision that nothing is in the way of: it is held, sent at once without a hold, or stopped where it is known to be too late, or refused where one person is not enough. */
export function takeDecision(
  desk: Desk,
  { request, reasons, person, requestId, holdSeconds, batchId, isAgreed = false }: Taken,
): KeptDecision {
  const { inquiryId, action, comment, seen } = request;
  const now = desk.world.clock.now();
  const decision: KeptDecision = {
    id: desk.id("dec_"),
    place: desk.decisions.all.length + 1,
    inquiryId,
    referenceId: referenceIdOf(desk.world, { type: "inquiry", id: inquiryId }),
    action,
    reasons: reasons.map(({ id, label }) => ({ id, label })),
    tags: [...new Set(reasons.flatMap(({ tag }) => tag ?? []))],
    comment: comment === null || comment.trim() === "" ? null : comment.trim(),
    by: person,
    seen,
    requestId,
    createdAt: now,
    holdSeconds,
    batchId,
    isAgreed,
    state: "held",
    isReleased: false,
    changedAt: now,
    sendsAt: null,
    pausedAt: null,
    statusAfter: null,
    why: null,
    difference: [],
    lacks: undefined,
  };
  desk.decisions.all.push(decision);
  const difference = knownDifference(desk, request);
  if (difference.length > 0) stop(desk, decision, difference);
  else if (lacksSecondPerson(desk, decision)) refuseAlone(desk, decision);
  else startHold(desk, decision);
  if (decision.state === "held") {
    tell(desk, decision);
    const details = { ...operationOf(decision), seconds: decision.holdSeconds };
    noteDecision(desk, decision, { action: "hold-decision", outcome: "done", details });
  }
  return decision;
}

/** What the desk has heard of since the person looked: no call of Persona's is needed to see that it moved. */
function knownDifference({ world }: Desk, { inquiryId, seen }: Taken["request"]): Difference[] {
  const { status, updatedAt } = world.tables.inquiries.get(inquiryId)?.attributes ?? seen;
  const [seenAt, changedAt] = [millis(seen.updatedAt), millis(updatedAt)];
  if (seenAt === undefined || changedAt === undefined || changedAt <= seenAt) return [];
  return differencesBetween(seen, { ...seen, status });
}

/** How long what somebody wants held is held, in whole seconds. */
export const heldFor = (wanted: number | undefined, { seconds, atLeastSeconds }: SettingsValues["decisionHold"]): number =>
  Math.max(atLeastSeconds, wanted ?? seconds);
