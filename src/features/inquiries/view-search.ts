/** The filters and the order of the list as a saved view keeps them: the address after the question mark, without a page. */
import { formatSearchString, parseSearchString } from "@/lib/search-string";
import type { IndexFilters } from "@/api/inquiry-index/index-page";
import { filterNames, inquiryFilters, type InquirySearch, listOf, readInquirySearch } from "./inquiry-search";

/** What may hold several values, in whatever order. */
const lists = { status: true, template: true, version: true, account: true, tag: true, reference: true };
const inOrder = (part: string | undefined) => listOf(part)?.toSorted().join(",");

/** The same filters always give the same text, in whatever order they were chosen; empty for none. */
export function viewSearchOf(search: InquirySearch): string {
  const filters = Object.fromEntries(filterNames.map((name) => [name, name in lists ? inOrder(search[name]) : search[name]]));
  return formatSearchString({ ...filters, sort: search.sort }).slice(1);
}

/** A saved view's text in the form of `viewSearchOf`; what this list does not know is dropped. */
export const normalViewSearch = (search: string): string => viewSearchOf(readInquirySearch(parseSearchString(search)));

/** What a saved view asks of the index. */
export const viewFilters = (search: string): IndexFilters => inquiryFilters(readInquirySearch(parseSearchString(search)));

/** Why a view is kept to oneself. A reference ID is a person, as an account is: neither must become a name on a colleague's list. */
export function whyNotShared(search: string): string | undefined {
  const { reference, account } = readInquirySearch(parseSearchString(search));
  const what = reference === undefined ? account && "an account" : "a reference ID";
  return what && `It looks for ${what}, which stands for one person, so it is kept for you alone.`;
}
