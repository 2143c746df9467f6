/** What the address of the people table says, and what that means for the API. Pure, so that links, the page and tests share it. */
import type { AccountListParams } from "@/api/queries/accounts";
import { searchPart } from "@/lib/search-part";

/** More than fits into one call, and more than anybody reads. */
export const mostReferenceIds = 100;

/** Every part is a text. */
export type AccountSearch = {
  /** One reference ID, or several separated by commas as in the API. */
  "reference-id"?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
};

/** Reads the parts of an address; what cannot be read counts as not there, and what is not known is dropped. */
export function readAccountSearch(search: Readonly<Record<string, unknown>>): AccountSearch {
  return {
    "reference-id": searchPart(search["reference-id"], /^[^\n\r]{1,16000}$/),
    after: searchPart(search.after, /^act_[A-Za-z0-9]{1,60}$/),
    before: searchPart(search.before, /^act_[A-Za-z0-9]{1,60}$/),
  };
}

export const defaultPageSize = 50;

/** The reference IDs asked for, each once (letter case does not tell them apart), in the order given. */
export function referenceIdsOf(search: AccountSearch): string[] {
  return splitReferenceIds(search["reference-id"] ?? "").slice(0, mostReferenceIds);
}

/** One per line, or separated by commas, semicolons or tabs; a space does not separate, since an ID may hold one. */
export function splitReferenceIds(pasted: string): string[] {
  const items = new Map<string, string>();
  for (const item of pasted.split(/[\n\r\t,;]+/)) {
    const trimmed = item.trim();
    if (trimmed !== "" && !items.has(trimmed.toLowerCase())) items.set(trimmed.toLowerCase(), trimmed);
  }
  return [...items.values()];
}

/** What the address asks of the API: see `accountsQuery`. */
export function accountListParams(search: AccountSearch): AccountListParams {
  const referenceIds = referenceIdsOf(search);
  // Named people all fit on one page, so that hits and misses can be told.
  if (referenceIds.length > 0) return { referenceIds, size: mostReferenceIds };
  return { after: search.after, before: search.after === undefined ? search.before : undefined, size: defaultPageSize };
}

/** The address for these reference IDs; a cursor belongs to the list it was read from, so it goes. */
export const searchOfReferenceIds = (referenceIds: readonly string[]): AccountSearch => ({
  "reference-id": referenceIds.length === 0 ? undefined : referenceIds.slice(0, mostReferenceIds).join(","),
});
