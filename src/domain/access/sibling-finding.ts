/** The user is in another inquiry than the one that is asked about. */
import type { Finding } from "@/domain/access/access-cause";
import { proof, sameTemplateSiblings, type Evidence } from "@/domain/access/access-evidence";
import { describeInquiryStatus, isRedacted } from "@/domain/inquiry-status";
import { readTime } from "@/lib/read";
import { formatDuration } from "@/lib/time";

/** Statuses that show the user was there; an expired one helps nobody, a created one was never begun. */
const begun: readonly string[] = ["pending", "completed", "approved", "failed", "needs_review", "declined"];

/**
 * A newer inquiry of the same template that the user has begun: how it looks when a static link is opened again, since every load of one
 * begins a new inquiry. Only for created, pending and expired inquiries; the others are not waited for.
 */
export function siblingFinding(evidence: Evidence): Finding | undefined {
  const { inquiry, createdAt = 0 } = evidence;
  const status = inquiry.status;
  if (status !== "created" && status !== "pending" && status !== "expired") return undefined;
  const other = sameTemplateSiblings(evidence).find((sibling) => {
    const newer = (readTime(sibling.createdAt) ?? 0) >= createdAt;
    return newer && !isRedacted(sibling) && begun.includes(sibling.status ?? "");
  });
  if (!other?.id) return undefined;
  const made = readTime(other.createdAt);
  const gap = made === undefined ? "" : `, ${formatDuration(made - createdAt)} after this one`;
  return {
    cause: "other-inquiry",
    certainty: "likely",
    sentence: `The user went on in another inquiry of the same template${gap}. That one is ${wordOf(other.status)}.`,
    proof: [
      proof(`This inquiry is ${wordOf(status)}.`, "inquiry.status"),
      proof(`${other.id} is newer and ${wordOf(other.status)}.`, "inquiries of the same person", made),
    ],
    otherInquiryId: other.id,
  };
}

const wordOf = (status: string | null | undefined) => describeInquiryStatus(status).label.toLowerCase();
