/** The duplicate policy in words: what a person's inquiry may have come to, what is advised, and who may do otherwise. */
import type { DuplicateAdvice, DuplicatePolicy, DuplicateRule, DuplicateSituation } from "@/domain/default-settings";
import { count } from "@/lib/words";

export const situationWords: Readonly<Record<DuplicateSituation, { readonly label: string; readonly sentence: string }>> = {
  finishedWell: { label: "Finished well", sentence: "Completed or approved, and not long ago." },
  finishedLongAgo: { label: "Finished well, long ago", sentence: "Longer ago than the limit below: time to verify again." },
  finishedBadly: { label: "Finished badly", sentence: "Failed or declined." },
  inReview: { label: "In review", sentence: "Waiting for a decision." },
  expired: { label: "Expired", sentence: "Not finished in time, and not long ago." },
  expiredTooOld: { label: "Expired too long ago", sentence: "Older than the limit below, or on a template that has moved on." },
  open: { label: "Open", sentence: "Created or pending: the user can still be in it." },
  redacted: { label: "Redacted", sentence: "Its personal data was erased." },
};

export const adviceLabels: Readonly<Record<DuplicateAdvice, string>> = {
  reuse: "Use its result",
  block: "Do not create another",
  resume: "Resume it",
  continue: "Continue it",
  create: "Create a new one",
};

export const overrideLabels: Readonly<Record<DuplicateRule["override"], string>> = {
  never: "Nobody",
  withReason: "Anybody, with a reason",
  freely: "Anybody",
};

type Limits = Pick<DuplicatePolicy, "tooOldAfterDays" | "reverifyAfterDays">;

/** A situation with its limits, to follow "their inquiry". */
export function situationInFull(situation: DuplicateSituation, { tooOldAfterDays, reverifyAfterDays }: Limits): string {
  const [tooOld, reverify] = [count(tooOldAfterDays, "day"), count(reverifyAfterDays, "day")];
  return {
    finishedWell: `was completed or approved, ${reverify} ago at most or nobody knows when`,
    finishedLongAgo: `was completed or approved more than ${reverify} ago`,
    finishedBadly: "failed or was declined, however long ago",
    inReview: "waits for somebody's decision",
    expired: `expired ${tooOld} ago at most or nobody knows when, on the version that is published now`,
    expiredTooOld: `expired more than ${tooOld} ago, or on a version that the template has left`,
    open: "is open: the user can still begin or finish it",
    redacted: "was redacted, and they have no other",
  }[situation];
}

export const adviceInFull: Readonly<Record<DuplicateAdvice, string>> = {
  reuse: "to use its result, and to create no other",
  block: "to create no other",
  resume: "to resume it, and to create no other",
  continue: "to let the user continue it, and to create no other",
  create: "to create a new one",
};

export const overrideInFull: Readonly<Record<DuplicateRule["override"], string>> = {
  never: "nobody",
  withReason: "anybody who may create inquiries, with a reason, which the audit log keeps",
  freely: "anybody who may create inquiries",
};
