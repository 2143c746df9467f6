/** The user is in another inquiry than the one that is asked about. */
import type { Finding } from "@/domain/access/access-cause";
import { proof, sameTemplateSiblings, type Evidence } from "@/domain/access/access-evidence";
import type { InquiryFacts } from "@/domain/facts";
import { describeInquiryStatus, isRedacted } from "@/domain/inquiry-status";
import { statusSince } from "@/domain/verdict";
import { readTime } from "@/lib/read";
import { formatDuration } from "@/lib/time";

/** Statuses that show the user was there; an expired one helps nobody, a created one was never begun. */
export const begun: readonly string[] = ["pending", "completed", "approved", "failed", "needs_review", "declined"];

/**
 * Another inquiry of the same template in which the user went on after this one was made, or which they have begun while this one waits
 * unopened or is over: how it looks when a static link is opened again, or when two agents each made one. Only for created, pending and
 * expired inquiries; the others are not waited for.
 */
export function siblingFinding(evidence: Evidence): Finding | undefined {
  const { inquiry, createdAt = 0 } = evidence;
  const status = inquiry.status;
  if (status !== "created" && status !== "pending" && status !== "expired") return undefined;
  const since = status === "pending" ? lastAt(inquiry) : createdAt;
  const other = sameTemplateSiblings(evidence).find((sibling) => {
    if (isRedacted(sibling) || !begun.includes(sibling.status ?? "")) return false;
    return lastAt(sibling) >= since || (sibling.status === "pending" && status !== "pending");
  });
  if (!other?.id) return undefined;
  const made = readTime(other.createdAt);
  const order = made !== undefined && made < createdAt ? "before" : "after";
  const gap = made === undefined ? "" : `, made ${formatDuration(Math.abs(made - createdAt))} ${order} this one`;
  return {
    cause: "other-inquiry",
    certainty: "likely",
    sentence: `The user went on in another inquiry of the same template${gap}. That one is ${wordOf(other.status)}.`,
    proof: [
      proof(`This inquiry is ${wordOf(status)}.`, "inquiry.status"),
      proof(`${other.id} is ${wordOf(other.status)}.`, "inquiries of the same person", made),
    ],
    otherInquiryId: other.id,
  };
}

/** When it was last made, begun, ended or decided, ms. */
const lastAt = (inquiry: InquiryFacts) => Math.max(readTime(inquiry.createdAt) ?? 0, statusSince(inquiry) ?? 0);

const wordOf = (status: string | null | undefined) => describeInquiryStatus(status).label.toLowerCase();
