/** What the address of the links page says, and what that means for the API. */
import type { IssuedLinkParams } from "@/api/links/queries";
import { searchPart } from "@/lib/search-part";

/** Every part is a text. */
export type LinkSearch = {
  /** `live`, `opened`, `superseded` or `lapsed`. */
  state?: string | undefined;
  inquiry?: string | undefined;
  /** ID of who issued them. */
  by?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
};

const anyId = /^[\w-]{1,200}$/;

/** Reads the parts of an address; what cannot be read counts as not there, and what is not known is dropped. */
export function readLinkSearch(search: Readonly<Record<string, unknown>>): LinkSearch {
  return {
    state: searchPart(search.state, /^(live|opened|superseded|lapsed)$/),
    inquiry: searchPart(search.inquiry, /^inq_[A-Za-z0-9]{1,60}$/),
    by: searchPart(search.by, anyId),
    after: searchPart(search.after, anyId),
    before: searchPart(search.before, anyId),
  };
}

export const noLinkFilters = { state: undefined, inquiry: undefined, by: undefined } as const;

/** The address with other filters. A cursor belongs to the list it was read from, so it goes. */
export const withLinkFilters = (search: LinkSearch, change: Partial<Omit<LinkSearch, "after" | "before">>): LinkSearch => ({
  ...search,
  ...change,
  after: undefined,
  before: undefined,
});

export const isLinkFiltered = ({ state, inquiry, by }: LinkSearch): boolean => [state, inquiry, by].some((part) => part !== undefined);

/** What the address asks of the API: see `issuedLinksQuery`. */
export const issuedLinkParams = ({ state, inquiry, by, after, before }: LinkSearch): IssuedLinkParams => ({
  state,
  inquiryId: inquiry,
  issuedBy: by,
  after,
  before,
  size: 50,
});
