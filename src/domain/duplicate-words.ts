/** The duplicate policy in words: what a person's inquiry may have come to, what is advised, and who may do otherwise. */
import type { DuplicateAdvice, DuplicateRule, DuplicateSituation } from "@/domain/default-settings";

export const situationWords: Readonly<Record<DuplicateSituation, { readonly label: string; readonly sentence: string }>> = {
  finishedWell: { label: "Finished well", sentence: "Completed or approved." },
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
