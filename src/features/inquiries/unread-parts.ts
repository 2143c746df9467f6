/** What of an address could not be read, and the address without it. */
import { readInquiryStatus } from "@/domain/inquiry-status";
import { filterNames, type InquirySearch, listOf, secretPart } from "./inquiry-search";

const partNames = new Set<string>([...filterNames, "sort", "after", "before", "size"]);

/** What `unread` names: parts of the address, and words that are no status. No status that a list can hold is left out, so none is taken for a part. */
export function unreadIn({ unread }: InquirySearch): { parts: string[]; statuses: string[]; hasSecret: boolean } {
  const all = unread?.split(",") ?? [];
  return {
    parts: all.filter((name) => partNames.has(name)),
    statuses: all.filter((name) => !partNames.has(name) && name !== secretPart),
    hasSecret: all.includes(secretPart),
  };
}

/** Statuses of the address that nobody has documented. */
export const undocumentedIn = ({ status }: InquirySearch): string[] =>
  (listOf(status) ?? []).filter((one) => readInquiryStatus(one) === undefined);

/** The address without what could not be read, and without statuses that nobody has documented. */
export function withoutUnread(search: InquirySearch): InquirySearch {
  const undocumented = undocumentedIn(search);
  const statuses = (listOf(search.status) ?? []).filter((one) => !undocumented.includes(one));
  // another list has other pages
  const change = undocumented.length === 0 ? {} : { after: undefined, before: undefined, status: statuses.join(",") || undefined };
  return { ...search, ...change, unread: undefined };
}
