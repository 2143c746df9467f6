/** What the address of the review queue says, and what that means for the API. */
import type { IndexParams } from "@/api/inquiry-index/index-page";
import { searchPart } from "@/lib/search-part";

/** Every part is a text. */
export type ReviewSearch = {
  /** IDs, comma-separated. */
  template?: string | undefined;
  /** `aside`: what is snoozed, instead of what waits; `second-looks`: what somebody has asked about. */
  show?: "aside" | "second-looks" | undefined;
  after?: string | undefined;
  before?: string | undefined;
};

const cursor = /^[\w.~=-]{1,500}$/;

/** Reads the parts of an address; what cannot be read counts as not there, and what is not known is dropped. */
export function readReviewSearch(search: Readonly<Record<string, unknown>>): ReviewSearch {
  return {
    template: searchPart(search.template, /^[\w-]{1,100}(,[\w-]{1,100}){0,99}$/),
    show: search.show === "aside" || search.show === "second-looks" ? search.show : undefined,
    after: searchPart(search.after, cursor),
    before: searchPart(search.before, cursor),
  };
}

/** The address with other filters. A cursor belongs to the list it was read from, so it goes. */
export const withReviewFilters = (search: ReviewSearch, change: Omit<ReviewSearch, "after" | "before">): ReviewSearch => ({
  ...search,
  ...change,
  after: undefined,
  before: undefined,
});

export const templatesOf = ({ template }: ReviewSearch): readonly string[] | undefined => template?.split(",");

/** What the address asks of the index: what has waited longest first. @param statuses that wait, as the server says */
export const reviewListParams = (search: ReviewSearch, statuses: readonly string[] = ["needs_review"]): IndexParams => ({
  // a second look may be asked for whatever waits
  statuses: search.show === "second-looks" ? undefined : statuses,
  templateIds: templatesOf(search),
  ...(search.show === "second-looks" ? { secondLook: true } : { secondLook: false, snoozed: search.show === "aside" }),
  sort: "status-since",
  after: search.after,
  before: search.before,
  size: 50,
});
