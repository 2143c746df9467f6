import type { InquiryModel } from "@/api/models";

/** What somebody has seen of an inquiry when they make up their mind about it. */
export type SeenState = Pick<InquiryModel, "status" | "decisionedAt" | "markedForReviewAt" | "redactedAt">;

export const seenState = ({ status, decisionedAt, markedForReviewAt, redactedAt }: InquiryModel): SeenState => ({
  status,
  decisionedAt,
  markedForReviewAt,
  redactedAt,
});

/** Whether a decision made on `seen` would now be made on something else: another status, another decision, redacted. */
export const hasChangedSince = (seen: SeenState, now: SeenState) =>
  seen.status !== now.status ||
  seen.decisionedAt !== now.decisionedAt ||
  seen.markedForReviewAt !== now.markedForReviewAt ||
  seen.redactedAt !== now.redactedAt;
