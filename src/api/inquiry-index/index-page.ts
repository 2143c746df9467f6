import type { IndexFreshness } from "../generated/desk/types.gen";
import type { PageNeighbours, PageParams } from "../list-page";
import type { ListedInquiry } from "./index-row";

/** What inquiries can be found by in the desk's index; all conditions must hold. Times are ISO 8601, inclusive. */
export type IndexFilters = {
  statuses?: readonly string[] | undefined;
  templateIds?: readonly string[] | undefined;
  templateVersionIds?: readonly string[] | undefined;
  accountIds?: readonly string[] | undefined;
  /** Without regard to letter case. */
  referenceIds?: readonly string[] | undefined;
  /** One of them. */
  tags?: readonly string[] | undefined;
  /** ID of a user who works on it just now. */
  claimedBy?: string | undefined;
  /** ID of a user whose decision was confirmed, as long as the desk keeps decisions. */
  decidedBy?: string | undefined;
  /** ID of a reason given with such a decision. */
  reasonId?: string | undefined;
  /** Whether a report has a match; neither finds those of which nobody has told. */
  hasMatch?: boolean | undefined;
  /** Whether a snooze holds it; a skip does not count. */
  snoozed?: boolean | undefined;
  /** Whether somebody has asked for a second look at it, and nobody has answered. */
  secondLook?: boolean | undefined;
  createdAtStart?: string | undefined;
  createdAtEnd?: string | undefined;
  updatedAtStart?: string | undefined;
  updatedAtEnd?: string | undefined;
  decisionedAtStart?: string | undefined;
  decisionedAtEnd?: string | undefined;
  expiresAtStart?: string | undefined;
  expiresAtEnd?: string | undefined;
  /** Has had its status since then, or shorter. */
  statusSinceStart?: string | undefined;
  /** Has had its status since then, or longer. */
  statusSinceEnd?: string | undefined;
};

/** What a list can be sorted by. Inquiries that lack it come last in either direction. */
export type IndexSort =
  | "created-at"
  | "updated-at"
  | "completed-at"
  | "marked-for-review-at"
  | "decisioned-at"
  | "expires-at"
  | "status-since"
  | "status";

export type IndexParams = IndexFilters &
  PageParams & {
    /** `-created-at`, the newest first, without one. */
    sort?: IndexSort | `-${IndexSort}` | undefined;
  };

/** What of a question Persona's own list could not be asked. */
export type Unasked = keyof IndexFilters | "sort";

export type IndexedPage = PageNeighbours & {
  inquiries: ListedInquiry[];
  /** How many Persona's list gave that do not match what was asked for; they are left out. */
  strangers: number;
  /** As of when the index is; undefined where it did not answer. */
  index: IndexFreshness | undefined;
  /** Where Persona's own list, newest first, stands in for the index: why, and what it could not be asked. */
  standIn?: {
    /** `not-whole`: inquiries may be missing yet; `unavailable`: it did not answer; `begun`: the page follows one of Persona's list. */
    why: "not-whole" | "unavailable" | "begun";
    unasked: readonly Unasked[];
  };
};
