import type { InquiryHead } from "../../world/core/resources";

const sinceAttributes: Readonly<Record<string, keyof InquiryHead["attributes"]>> = {
  created: "createdAt",
  pending: "startedAt",
  completed: "completedAt",
  failed: "failedAt",
  expired: "expiredAt",
  needs_review: "markedForReviewAt",
  approved: "decisionedAt",
  declined: "decisionedAt",
};

/** Since when it has its status, ISO. */
export function statusSince({ attributes }: InquiryHead): string | null {
  const since = attributes[sinceAttributes[attributes.status] ?? "updatedAt"];
  if (typeof since === "string") return since;
  return attributes.status === "pending" ? attributes.createdAt : null;
}
