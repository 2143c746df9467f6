import type { InquiryFacts } from "@/domain/facts";
import { readText, readTime } from "@/lib/read";
import { snakeCase } from "@/lib/snake-case";
import { statusTable, type StatusMeaning } from "@/domain/status-meaning";

const table = statusTable("inquiry", {
  created: [
    "Created",
    "neutral",
    "user",
    "The inquiry exists and the user has submitted nothing yet, though they may have opened it.",
    "It expires when its window from creation runs out: 24 hours, unless the template or the inquiry says otherwise.",
  ],
  pending: [
    "Pending",
    "blue",
    "user",
    "The user has begun a verification and has not finished the flow.",
    "It expires when its window runs out: 24 hours, unless the template or the inquiry says otherwise.",
  ],
  completed: [
    "Completed",
    "teal",
    "workflow",
    "The user finished the flow. Nobody has accepted or rejected them yet.",
    "Its reports start. A workflow may approve it or mark it for review; without one it stays completed.",
  ],
  failed: [
    "Failed",
    "orange",
    "workflow",
    "The user reached the failed screen, usually after using up every attempt.",
    "A workflow may decline it; without one it stays failed.",
  ],
  expired: [
    "Expired",
    "amber",
    "none",
    "A timer, or somebody, ended it before the user finished. The user can't continue unless it is resumed.",
  ],
  needs_review: ["Needs review", "violet", "reviewer", "It waits for a person to look at it and decide."],
  approved: ["Approved", "green", "none", "It was accepted. This is a final decision."],
  declined: ["Declined", "red", "none", "It was rejected. This is a final decision."],
});

/** The inquiry statuses, in the order of an inquiry's life. There is no `redacted` status. */
export const inquiryStatuses = table.known;
export type KnownInquiryStatus = (typeof inquiryStatuses)[number];

/** What an inquiry status means. Source: Persona docs, "Inquiry statuses" and "Inquiry lifecycle". Unknown values render as themselves. */
export function describeInquiryStatus(status: unknown): StatusMeaning {
  return table.describe(status);
}

/**
 * The status that a word stands for, whatever its spelling: "Needs Review", `marked-for-review` (what the API calls marking, and its event, for
 * the status that comes of it). Undefined for a word that is none we know.
 */
export function readInquiryStatus(word: string): KnownInquiryStatus | undefined {
  const spelled = snakeCase(word);
  return inquiryStatuses.find((status) => status === (spelled === "marked_for_review" ? "needs_review" : spelled));
}

/** The status when it is one we know, else `undefined`. */
export function knownInquiryStatus(inquiry: InquiryFacts): KnownInquiryStatus | undefined {
  return inquiryStatuses.find((status) => status === inquiry.status);
}

/**
 * Whether the personal data of a resource is gone. Only `redactedAt` tells: redaction never changes a status
 * (spec: DELETE /inquiries/{id}).
 */
export function isRedacted(resource: { readonly redactedAt?: string | null }): boolean {
  return readText(resource.redactedAt) !== undefined;
}

/** The badge that stands beside the status of a redacted resource, never in its place. */
export const redactedMark = {
  label: "Redacted",
  tone: "hatched",
  sentence: "The personal data was erased for good. The status and the times were kept.",
} as const;

/** Created or pending: the user can still be in the flow. */
export function isOpen(inquiry: InquiryFacts): boolean {
  return inquiry.status === "created" || inquiry.status === "pending";
}

/** Whether its user may want to go on and can't; false while a reviewer has to act, and once they are through. */
export function mayBeLockedOut(inquiry: InquiryFacts): boolean {
  return isOpen(inquiry) || inquiry.status === "expired";
}

/**
 * How far the user had come in an inquiry that waits for review and that they never finished: the mark stopped them on their way or before
 * they began (spec: POST /inquiries/{inquiry-id}/mark-for-review), or their time had run out before it. Undefined where they finished, and
 * where the times were not sent: those prove nothing.
 */
export function unfinishedAt({
  status,
  completedAt,
  failedAt,
  expiredAt,
  startedAt,
}: InquiryFacts): "midway" | "start" | "expiry" | undefined {
  if (status !== "needs_review" || completedAt !== null || failedAt !== null) return undefined;
  // a resume empties it again (spec, webhook example of a resumed inquiry)
  if (readTime(expiredAt) !== undefined) return "expiry";
  return startedAt === null ? "start" : "midway";
}
