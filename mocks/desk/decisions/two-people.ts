import type { Desk } from "../desk";
import { operationId } from "../noted-call";
import { settingValue } from "../setting-routes";
import type { KeptDecision } from "./decision-book";
import { operations } from "./decision-request";
import { move, noteDecision } from "./transitions";

/** Whether the company wants two people behind it, by a rule of its template, and there is one. */
export function lacksSecondPerson(desk: Desk, { action, inquiryId, seen, isAgreed }: KeptDecision): boolean {
  const templateId = desk.world.tables.inquiries.get(inquiryId)?.relationships.inquiryTemplate.data?.id;
  if (isAgreed || action === "markForReview") return false;
  const hasMatch = seen.reports.some((report) => report.hasMatch === true);
  return settingValue(desk, "twoPeople").some(
    ({ inquiryTemplateId, decisions }) =>
      inquiryTemplateId === templateId &&
      (decisions === "every" || (decisions === "declines" ? action === "decline" : action === "approve" && hasMatch)),
  );
}

/** Nothing is sent of what one person may not decide. */
export function refuseAlone(desk: Desk, decision: KeptDecision): void {
  const why = "It needs a second person on this template: ask for a second look. Nothing was sent.";
  move(desk, decision, "refused", { why, lacks: "second-person" });
  const { action, comment } = decision;
  noteDecision(desk, decision, { action: operationId(operations[action].operation), outcome: "refused", reason: why, comment });
}
