/** What the address of the inquiries list says, and what that means for the API. Pure, so that links, the page and tests share it. */
import { defaultPageSize } from "@/api/inquiries/read-attributes";
import type { IndexFilters, IndexParams } from "@/api/inquiry-index/index-page";
import { readInquiryStatus } from "@/domain/inquiry-status";
import { maySecret } from "@/domain/pasted/may-secret";
import { searchPart } from "@/lib/search-part";
import { unreadParts } from "@/lib/unread-search";
import { localDayEnd, localDayStart } from "@/lib/local-day";
import { hour } from "@/lib/time";
import { currentTime } from "@/ui/now";

/** Every part is a text; lists are separated by commas. Days are of the reader's own calendar, both included: `2026-03-02`. */
export type InquirySearch = Partial<Record<FilterName | "sort" | "after" | "before" | "size" | "unread", string | undefined>>;

const isDay = (text: string) => localDayStart(text) !== undefined;
/** One of the index is JSON, a list, in base64url; one of Persona's list is the ID of an inquiry. */
const cursorPattern = /^(?:W[\w-]{7,199}|inq_[A-Za-z0-9]{1,60})$/;
const lineText = /^[^\n\r]{1,255}$/;
const someId = /^[\w-]{1,80}$/;
/** Several IDs that begin alike. */
const idsOf = (prefix: string) => new RegExp(`^${prefix}_[A-Za-z0-9]{1,60}(,${prefix}_[A-Za-z0-9]{1,60}){0,50}$`);

/** How the parts of the address are written; of statuses each word is read by itself. */
const filterParts = {
  template: idsOf("itmpl"),
  version: idsOf("itmplv"),
  from: isDay,
  to: isDay,
  "updated-from": isDay,
  "updated-to": isDay,
  "decided-from": isDay,
  "decided-to": isDay,
  "expires-from": isDay,
  "expires-to": isDay,
  /** Has had its status for so many days at least. */
  age: /^\d{1,4}$/,
  tag: lineText,
  reference: /^[^\n\r]{1,4000}$/,
  account: idsOf("act"),
  "claimed-by": someId,
  "decided-by": someId,
  reason: someId,
  matches: /^(?:yes|no)$/,
};
const otherParts = {
  sort: /^-?(?:created-at|updated-at|decisioned-at|expires-at|completed-at|marked-for-review-at|status-since|status)$/,
  after: cursorPattern,
  before: cursorPattern,
  size: /^(?:25|100)$/,
};
/** Statuses are known or not: Persona may add some. */
export type FilterName = "status" | keyof typeof filterParts;

/**
 * Reads the parts of an address. What can be read is kept, and what can't is named in `unread`, never what a secret said; what is not
 * known at all is dropped.
 */
export function readInquirySearch(search: Readonly<Record<string, unknown>>): InquirySearch {
  const [statuses, unread] = readStatuses(search.status);
  const isSecret = maySecret.test(String(search.reference));
  const before = searchPart(search.unread, /^[\w ,-]{1,300}$/);
  const read: InquirySearch = { status: statuses.join(",") || undefined };
  for (const [name, isValid] of Object.entries({ ...filterParts, ...otherParts })) {
    const part = maySecret.test(String(search[name])) ? undefined : searchPart(search[name], isValid);
    // a name out of the two tables
    read[name as keyof InquirySearch] = part;
  }
  // of statuses the words are named, of a secret that it was one
  const parts = unreadParts(search, read).filter((name) => name !== "status" && !(isSecret && name === "reference"));
  const all = [...unread, ...(isSecret ? [secretPart] : []), ...parts, ...(before?.split(",") ?? [])];
  return { ...read, unread: [...new Set(all)].join(",") || undefined };
}

/** How `unread` names a reference ID that was a secret. */
export const secretPart = "reference ID";

/** Whether the address holds a status that nobody has documented: Persona may have added it, or somebody has mistyped. */
export const holdsUndocumented = ({ status }: InquirySearch): boolean =>
  listOf(status)?.some((one) => readInquiryStatus(one) === undefined) === true;

/** The statuses of a list, known or not, written as Persona does; and what of it can be none. */
function readStatuses(part: unknown): [statuses: string[], unread: string[]] {
  const [statuses, unread]: [string[], string[]] = [[], []];
  for (const one of (searchPart(part, /^.{1,1000}$/) ?? "").split(",")) {
    const known = readInquiryStatus(one);
    if (known !== undefined || /^[a-z_]{1,40}$/.test(one)) statuses.push(known ?? one);
    else if (one.trim() !== "") unread.push(/^[\w -]{1,40}$/.test(one) ? one : "status");
  }
  return [[...new Set(statuses)], unread];
}

/**
 * What the address asks of the API: see `indexedInquiriesQuery`.
 * @param now ms; of a time that goes on with the clock only the hour counts, so that a list is asked for once
 */
export function inquiryListParams(search: InquirySearch, now: number = currentTime()): IndexParams {
  return {
    ...inquiryFilters(search, now),
    // one of those that the pattern lets through
    sort: search.sort as IndexParams["sort"],
    // one cursor at a time: two would be refused
    after: search.after,
    before: search.after === undefined ? search.before : undefined,
    size: pageSizeOf(search),
  };
}

/** The filters of the address alone, for what is counted and exported. */
export function inquiryFilters(search: InquirySearch, now: number = currentTime()): IndexFilters {
  return {
    statuses: listOf(search.status),
    templateIds: listOf(search.template),
    templateVersionIds: listOf(search.version),
    createdAtStart: startOf(search.from),
    createdAtEnd: endOf(search.to),
    updatedAtStart: startOf(search["updated-from"]),
    updatedAtEnd: endOf(search["updated-to"]),
    decisionedAtStart: startOf(search["decided-from"]),
    decisionedAtEnd: endOf(search["decided-to"]),
    expiresAtStart: startOf(search["expires-from"]),
    expiresAtEnd: endOf(search["expires-to"]),
    statusSinceEnd: search.age === undefined ? undefined : agoInHours(Number(search.age) * 24, now),
    tags: listOf(search.tag),
    referenceIds: listOf(search.reference),
    accountIds: listOf(search.account),
    claimedBy: search["claimed-by"],
    decidedBy: search["decided-by"],
    reasonId: search.reason,
    hasMatch: search.matches === undefined ? undefined : search.matches === "yes",
  };
}

const startOf = (day: string | undefined) => (day === undefined ? undefined : localDayStart(day));
const endOf = (day: string | undefined) => (day === undefined ? undefined : localDayEnd(day));
const agoInHours = (hours: number, now: number) => new Date((Math.floor(now / hour) - hours) * hour).toISOString();

export const pageSizeOf = (search: InquirySearch): number => (search.size === undefined ? defaultPageSize : Number(search.size));

/** The values of a comma-separated part; undefined for none. */
export const listOf = (part: string | undefined): string[] | undefined =>
  part === undefined ? undefined : [...new Set(part.split(",").filter((item) => item !== ""))];

/** The address with other filters, or another order. A cursor belongs to the list it was read from, so it goes. */
export function withFilters(search: InquirySearch, change: Partial<Record<FilterName | "sort", string | undefined>>): InquirySearch {
  return { ...search, ...change, after: undefined, before: undefined, unread: undefined };
}

/** The address with one value of a list part added or taken out. */
export function withToggled(search: InquirySearch, part: "status" | "template", value: string): InquirySearch {
  const values = listOf(search[part]) ?? [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return withFilters(search, { [part]: next.length === 0 ? undefined : next.join(",") });
}

/** The filters of the address, in the order they are told in. */
// the keys of an object of ours, and the one that is read by itself
export const filterNames = ["status", ...Object.keys(filterParts)] as FilterName[];

export const noFilters: Readonly<Partial<Record<FilterName, undefined>>> = Object.fromEntries(filterNames.map((name) => [name, undefined]));

export const isFiltered = (search: InquirySearch): boolean => filterNames.some((name) => search[name] !== undefined);
