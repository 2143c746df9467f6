import { describeInquiryStatus } from "@/domain/inquiry-status";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { joinWords } from "@/lib/words";
import { type InquirySearch, listOf } from "./inquiry-search";

/** Names of templates by id; an id nobody could name is shown shortened. */
export type TemplateNames = ReadonlyMap<string, string>;

export const templateName = (names: TemplateNames, id: string): string => names.get(id) ?? middleEllipsis(id);

export function statusSummary(search: InquirySearch): string {
  const labels = (listOf(search.status) ?? []).map((status) => describeInquiryStatus(status).label);
  return labels.length === 0 ? "Any" : joinWords(labels, "or");
}

export function templateSummary(search: InquirySearch, names: TemplateNames): string {
  const labels = (listOf(search.template) ?? []).map((id) => templateName(names, id));
  return labels.length === 0 ? "Any" : joinWords(labels, "or");
}
