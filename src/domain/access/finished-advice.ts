/** What to do about an inquiry that is through: let the user in, unless a report speaks against it. */
import type { Proof } from "@/domain/access/access-cause";
import { proof, type Evidence } from "@/domain/access/access-evidence";
import type { Advice } from "@/domain/access/fixed-advice";
import { matchSentences } from "@/domain/reports/report-match";

/** What its reports matched, and those of its account; as proof, so that no ticket tells of it. */
export function matchProof({ inquiry, reports, otherReports }: Evidence): Proof[] {
  if (inquiry.status !== "completed" && inquiry.status !== "approved") return [];
  return [...matchSentences(reports ?? [], "own"), ...matchSentences(otherReports ?? [], "account")].map((sentence) =>
    proof(sentence, "reports"),
  );
}

/** Of a completed or an approved inquiry. */
export function finishedAdvice(evidence: Evidence): Advice {
  const { inquiry, otherReports } = evidence;
  const rejected = {
    action: "createInquiry",
    sentence: "Not a new inquiry, unless the user has to be verified again on purpose.",
  } as const;
  const isApproved = inquiry.status === "approved";
  if (matchProof(evidence).length > 0) {
    const sentence = isApproved
      ? "Have a reviewer look at its reports before anybody lets the user in: one of them asks for it."
      : "Have a reviewer look at its reports, then decide it: one of them asks for it.";
    return { remedy: { action: "decide", sentence, cost: null }, rejected };
  }
  const unread = otherReports === null ? " The reports of the account could not be read: look at those first." : "";
  const sentence = isApproved ? "Let the user in: they are approved." : "Let the user in, or decide it: nobody has yet.";
  return { remedy: { action: "none", sentence: `${sentence} A finished inquiry is not reopened.${unread}`, cost: null }, rejected };
}
