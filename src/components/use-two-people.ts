import { useQuery } from "@tanstack/react-query";
import type { InquiryDetail } from "@/api/inquiries/queries";
import { settingsQuery } from "@/api/settings/queries";
import type { TwoPeopleRule } from "@/domain/default-settings";
import type { DecisionAction } from "@/domain/rehearsal";
import { needsTwoPeople } from "@/domain/two-people";
import { readList, readProperty, readText } from "@/lib/read";
import { seenIn } from "./seen-in";

/**
 * Whether a decision on an inquiry needs a second person, as far as the company's rules are here yet: the server holds everybody to them, whatever
 * a page has said.
 */
export function useTwoPeople(): (action: DecisionAction, detail: InquiryDetail) => boolean {
  const value = useQuery(settingsQuery()).data?.get("twoPeople")?.value;
  const rules = readList(value).filter(
    (rule) => readText(readProperty(rule, "inquiryTemplateId")) !== undefined && readText(readProperty(rule, "decisions")) !== undefined,
    // the contract promises that it is one of those that are known
  ) as readonly TwoPeopleRule[];
  return (action, detail) => {
    const { inquiryTemplate, template } = detail.inquiry.links;
    return needsTwoPeople(rules, { action, inquiryTemplateId: (inquiryTemplate ?? template)?.id ?? null, seen: seenIn(detail) });
  };
}
