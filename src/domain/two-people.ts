/** Which decisions one person does not take alone: what the company has set, held against a decision. The server and the page ask the same. */
import type { TwoPeopleRule } from "@/domain/default-settings";
import type { InquirySeen } from "@/domain/inquiry-seen";
import type { DecisionAction } from "@/domain/rehearsal";

type Judged = {
  readonly action: DecisionAction;
  /** Null where it is not known: then no rule of a template is one of it. */
  readonly inquiryTemplateId: string | null;
  readonly seen: Pick<InquirySeen, "reports">;
};

/**
 * Whether a decision needs two people who agree: by any rule of its template. A mark for review decides nothing, so it never does; a match is one
 * that still stands in a report of the inquiry.
 */
export const needsTwoPeople = (rules: readonly TwoPeopleRule[], { action, inquiryTemplateId, seen }: Judged): boolean =>
  action !== "markForReview" && rules.some((rule) => rule.inquiryTemplateId === inquiryTemplateId && covers(rule.decisions, action, seen));

function covers(decisions: TwoPeopleRule["decisions"], action: "approve" | "decline", seen: Judged["seen"]): boolean {
  switch (decisions) {
    case "every":
      return true;
    case "declines":
      return action === "decline";
    case "approvalsAgainstMatches":
      return action === "approve" && seen.reports.some(({ hasMatch }) => hasMatch === true);
    default:
      // set by another version of the desk: what it means is not known, so it is not waved through
      return true;
  }
}
