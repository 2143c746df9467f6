import type { InquiryColumnId } from "./column-choice";
import type { FilterName, InquirySearch } from "./inquiry-search";

type Asks = readonly [column: InquiryColumnId, sort: string, filters: readonly FilterName[]];

/** What a list that is sorted or filtered by it shows, whether or not it was chosen. */
const asking: readonly Asks[] = [
  ["decisionedAt", "decisioned-at", ["decided-from", "decided-to", "decided-by", "reason"]],
  ["updatedAt", "updated-at", ["updated-from", "updated-to"]],
  ["expiresAt", "expires-at", ["expires-from", "expires-to"]],
  ["statusSince", "status-since", ["age"]],
  ["createdAt", "created-at", ["from", "to"]],
  ["markedForReviewAt", "marked-for-review-at", []],
  ["completedAt", "completed-at", []],
];

/** The columns that an address asks for. */
export const askedColumns = (search: InquirySearch): InquiryColumnId[] =>
  asking.flatMap(([column, sort, filters]) =>
    search.sort?.replace(/^-/, "") === sort || filters.some((name) => search[name] !== undefined) ? column : [],
  );
