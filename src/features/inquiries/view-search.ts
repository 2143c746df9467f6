/** The filters of the list as a saved view keeps them: the address after the question mark, without a page. */
import { formatSearchString, parseSearchString } from "@/lib/search-string";
import { type InquirySearch, listOf, readInquirySearch } from "./inquiry-search";

const inOrder = (part: string | undefined) => listOf(part)?.toSorted().join(",");

/** The same filters always give the same text, in whatever order they were chosen; empty for none. */
export function viewSearchOf({ status, template, from, to, reference }: InquirySearch): string {
  return formatSearchString({ status: inOrder(status), template: inOrder(template), from, to, reference }).slice(1);
}

/** A saved view's text in the form of `viewSearchOf`; what this list does not know is dropped. */
export const normalViewSearch = (search: string): string => viewSearchOf(readInquirySearch(parseSearchString(search)));

/** Why a view is kept to oneself. A reference ID is a person: it must not become a name on a colleague's list. */
export const whyNotShared = (search: string): string | undefined =>
  readInquirySearch(parseSearchString(search)).reference === undefined
    ? undefined
    : "It looks for a reference ID, which stands for one person, so it is kept for you alone.";
