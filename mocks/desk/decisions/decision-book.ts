import type { Decision, DecisionAction, Difference, InquirySeen } from "@/api/generated/desk/types.gen";
import { iso } from "../../world/core/time";
import { isOneOf, type Person, userOf } from "../person";

export type DecisionState = "held" | "checking" | "sending" | "confirmed" | "refused" | "stopped" | "taken-back" | "unknown";

export const decisionStates: readonly string[] = [
  "held",
  "checking",
  "sending",
  "confirmed",
  "refused",
  "stopped",
  "taken-back",
  "unknown",
] satisfies readonly DecisionState[];

/** A decision as the desk keeps it; times in milliseconds. */
export type KeptDecision = {
  readonly id: string;
  /** Its number: later ones have higher ones. */
  readonly place: number;
  readonly inquiryId: string;
  referenceId: string | null;
  readonly action: DecisionAction;
  readonly reasons: Decision["reasons"];
  /** What the inquiry is tagged with once it is confirmed. */
  readonly tags: readonly string[];
  comment: string | null;
  readonly by: Person;
  readonly seen: InquirySeen;
  /** The request it was asked for with. */
  readonly requestId: string;
  readonly createdAt: number;
  readonly holdSeconds: number;
  /** The batch that it is of. */
  readonly batchId: string | undefined;
  /** Whether it is the answer to a second look that came to the same: two people are behind it. */
  readonly isAgreed: boolean;
  state: DecisionState;
  /** Unknown for so long that others may decide on the inquiry again. */
  isReleased: boolean;
  changedAt: number;
  sendsAt: number | null;
  pausedAt: number | null;
  statusAfter: string | null;
  why: string | null;
  /** What it was refused for, where a rule of the company's says so. */
  lacks: "second-person" | undefined;
  difference: readonly Difference[];
};

/** Every decision that was asked of the desk. */
export type DecisionBook = {
  readonly all: KeptDecision[];
  /** Decisions by person and Idempotency-Key, with the request they were asked with. */
  readonly byKey: Map<string, { readonly request: string; readonly decision: KeptDecision }>;
};

export const createDecisionBook = (): DecisionBook => ({ all: [], byKey: new Map() });

/** Whether it may still be sent, or others wait until it is known what became of it. */
export const isOpen = ({ state, isReleased }: KeptDecision): boolean =>
  ["held", "checking", "sending"].includes(state) || (state === "unknown" && !isReleased);

/** The one decision about an inquiry that is under way. */
export const openDecision = ({ all }: DecisionBook, inquiryId: string): KeptDecision | undefined =>
  all.find((decision) => decision.inquiryId === inquiryId && isOpen(decision));

/** As the API shows it to somebody. */
export function shownDecision(decision: KeptDecision, person: Person): Decision {
  const { id, inquiryId, referenceId, action, reasons, state, holdSeconds, statusAfter, why, difference, lacks } = decision;
  const mine = decision.by.id === person.id;
  return {
    id,
    inquiryId,
    referenceId,
    action,
    reasons,
    comment: mine || isOneOf(person.role, "lead", "admin") ? decision.comment : null,
    by: userOf(decision.by),
    mine,
    state,
    createdAt: iso(decision.createdAt),
    changedAt: iso(decision.changedAt),
    holdSeconds,
    sendsAt: isoOrNull(decision.sendsAt),
    pausedAt: isoOrNull(decision.pausedAt),
    statusAfter,
    why,
    difference: [...difference],
    ...(lacks !== undefined && { lacks }),
  };
}

/** The inquiry was redacted: what was written about it is gone as well. */
export function eraseTexts({ all }: DecisionBook, inquiryId: string): void {
  for (const decision of all.filter((one) => one.inquiryId === inquiryId)) {
    decision.comment = null;
    decision.referenceId = null;
  }
}

const isoOrNull = (at: number | null) => (at === null ? null : iso(at));
