/** What the address of the inquiries list says, and what that means for the API. Pure, so that links, the page and tests share it. */
import { defaultPageSize } from "@/api/inquiries/read-attributes";
import type { IndexParams } from "@/api/inquiry-index/index-page";
import { inquiryStatuses } from "@/domain/inquiry-status";
import { maySecret } from "@/domain/pasted/may-secret";
import { searchPart } from "@/lib/search-part";
import { unreadParts } from "@/lib/unread-search";
import { localDayEnd, localDayStart } from "@/lib/local-day";

/** Every part is a text; lists are separated by commas. */
export type InquirySearch = {
  /** Statuses, known or not: Persona may add some. */
  status?: string | undefined;
  template?: string | undefined;
  /** Days of the reader's own calendar, both included: `2026-03-02`. */
  from?: string | undefined;
  to?: string | undefined;
  reference?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
  size?: string | undefined;
  /** What an address said that could not be read: of statuses in its own words, of all else by the name of the part alone. */
  unread?: string | undefined;
};

/** One of the index is JSON, a list, in base64url; one of Persona's list is the ID of an inquiry. */
const cursorPattern = /^(?:W[\w-]{7,199}|inq_[A-Za-z0-9]{1,60})$/;
const isDay = (text: string) => localDayStart(text) !== undefined;

/**
 * Reads the parts of an address. What can be read is kept, and what can't is named in `unread`, never what a secret said; what is not
 * known at all is dropped.
 */
export function readInquirySearch(search: Readonly<Record<string, unknown>>): InquirySearch {
  const [statuses, unread] = readStatuses(search.status);
  const reference = searchPart(search.reference, /^[^\n\r]{1,255}$/);
  const isSecret = maySecret.test(String(search.reference));
  const before = searchPart(search.unread, /^[\w ,-]{1,200}$/);
  const read = {
    status: statuses.join(",") || undefined,
    template: searchPart(search.template, /^itmpl_[A-Za-z0-9]{1,60}(,itmpl_[A-Za-z0-9]{1,60}){0,50}$/),
    from: searchPart(search.from, isDay),
    to: searchPart(search.to, isDay),
    reference: isSecret ? undefined : reference,
    after: searchPart(search.after, cursorPattern),
    before: searchPart(search.before, cursorPattern),
    size: searchPart(search.size, /^(25|100)$/),
  };
  // of statuses the words are named, of a secret that it was one
  const parts = unreadParts(search, read).filter((name) => name !== "status" && !(isSecret && name === "reference"));
  const all = [...unread, ...(isSecret ? [secretPart] : []), ...parts, ...(before?.split(",") ?? [])];
  return { ...read, unread: [...new Set(all)].join(",") || undefined };
}

/** How `unread` names a reference ID that was a secret. */
export const secretPart = "reference ID";

/** What `unread` names: parts of the address, and words that are no status. No status that a list can hold is left out, so none is taken for a part. */
export function unreadIn({ unread }: InquirySearch): { parts: string[]; statuses: string[]; hasSecret: boolean } {
  const all = unread?.split(",") ?? [];
  return {
    parts: all.filter((name) => partNames.has(name)),
    statuses: all.filter((name) => !partNames.has(name) && name !== secretPart),
    hasSecret: all.includes(secretPart),
  };
}

const partNames = new Set(["status", "template", "from", "to", "reference", "after", "before", "size"]);

/** The statuses of a list, known or not, written as Persona does; and what of it can be none. */
function readStatuses(part: unknown): [statuses: string[], unread: string[]] {
  const [statuses, unread]: [string[], string[]] = [[], []];
  for (const one of (searchPart(part, /^.{1,1000}$/) ?? "").split(",")) {
    const known = inquiryStatuses.find((status) => status === one.trim().toLowerCase().replaceAll(/[ -]/g, "_"));
    if (known !== undefined || /^[a-z_]{1,40}$/.test(one)) statuses.push(known ?? one);
    else if (one.trim() !== "") unread.push(/^[\w -]{1,40}$/.test(one) ? one : "status");
  }
  return [statuses, unread];
}

/** What the address asks of the API: see `indexedInquiriesQuery`. */
export function inquiryListParams(search: InquirySearch): IndexParams {
  return {
    statuses: listOf(search.status),
    templateIds: listOf(search.template),
    createdAtStart: search.from === undefined ? undefined : localDayStart(search.from),
    createdAtEnd: search.to === undefined ? undefined : localDayEnd(search.to),
    referenceIds: search.reference === undefined ? undefined : [search.reference],
    // one cursor at a time: two would be refused
    after: search.after,
    before: search.after === undefined ? search.before : undefined,
    size: pageSizeOf(search),
  };
}

export const pageSizeOf = (search: InquirySearch): number => (search.size === undefined ? defaultPageSize : Number(search.size));

/** The values of a comma-separated part; undefined for none. */
export const listOf = (part: string | undefined): string[] | undefined =>
  part === undefined ? undefined : [...new Set(part.split(",").filter((item) => item !== ""))];

type Filters = Pick<InquirySearch, "status" | "template" | "from" | "to" | "reference">;

/** The address with other filters. A cursor belongs to the list it was read from, so it goes. */
export function withFilters(search: InquirySearch, change: Partial<Filters>): InquirySearch {
  return { ...search, ...change, after: undefined, before: undefined, unread: undefined };
}

/** The address with one value of a list part added or taken out. */
export function withToggled(search: InquirySearch, part: "status" | "template", value: string): InquirySearch {
  const values = listOf(search[part]) ?? [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return withFilters(search, { [part]: next.length === 0 ? undefined : next.join(",") });
}

export const noFilters = { status: undefined, template: undefined, from: undefined, to: undefined, reference: undefined } as const;

export const isFiltered = (search: InquirySearch): boolean =>
  [search.status, search.template, search.from, search.to, search.reference].some((part) => part !== undefined);
