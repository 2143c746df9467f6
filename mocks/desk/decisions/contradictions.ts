import type { DecisionAction, InquirySeen } from "@/api/generated/desk/types.gen";

const unfinished = ["created", "pending"];
const againstApproval = ["expired", "failed", "declined"];

/** Whether something in what the person saw speaks against a decision. What it does not tell speaks against nothing. */
export function isContradicted(action: DecisionAction, { status, verifications, reports }: InquirySeen): boolean {
  if (unfinished.includes(status)) return true;
  if (action === "decline") return status === "approved";
  if (action === "markForReview") return false;
  const isUnproven = verifications.length > 0 && !verifications.some((one) => one.status === "passed" || one.status === "skipped");
  const isSuspect = reports.some((report) => report.hasMatch === true || report.status === "pending" || report.status === "errored");
  return againstApproval.includes(status) || isUnproven || isSuspect;
}
