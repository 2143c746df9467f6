/** What the address of the people table says, and what that means for the API. Pure, so that links, the page and tests share it. */
import type { AccountListParams } from "@/api/accounts/queries";
import { forAddress, splitWords } from "@/domain/pasted/for-address";
import { referenceKey } from "@/domain/reference-id";
import { searchPart } from "@/lib/search-part";

/** As many as one answer can hold; their length in the call is bounded, too. */
const mostPerCall = 100;
const longestPerCall = 6_000;

/** Every part is a text. */
export type AccountSearch = {
  /** One reference ID, or several separated by commas as in the API. */
  "reference-id"?: string | undefined;
  /** How many reference IDs there were, where they are too many for an address and stay in the tab. */
  listed?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
};

/** Reads the parts of an address; what cannot be read counts as not there, and what is not known is dropped. */
export function readAccountSearch(search: Readonly<Record<string, unknown>>): AccountSearch {
  return {
    "reference-id": searchPart(search["reference-id"], /^[^\n\r]{1,16000}$/),
    listed: searchPart(search.listed, /^\d{1,7}$/),
    after: searchPart(search.after, /^act_[A-Za-z0-9]{1,60}$/),
    before: searchPart(search.before, /^act_[A-Za-z0-9]{1,60}$/),
  };
}

export const defaultPageSize = 50;

/**
 * The reference IDs asked for, each once (letter case does not tell them apart), in the order given.
 * @param kept those of this entry of the tab's history, where the address holds none
 */
export function referenceIdsOf(search: AccountSearch, kept: readonly string[] = []): string[] {
  const asked = search["reference-id"]?.split(",") ?? (search.listed === undefined ? [] : kept);
  const items = new Map<string, string>();
  for (const item of asked) {
    const trimmed = item.trim();
    if (trimmed !== "" && !items.has(referenceKey(trimmed))) items.set(referenceKey(trimmed), trimmed);
  }
  return [...items.values()];
}

/** What a text names, and what of it was left out. */
export type NamedPeople = { readonly ids: readonly string[]; readonly leftOut: string | undefined };

/** What an address written by hand or kept from before should not hold, taken out of it; undefined when it holds nothing of that. */
export function mendedAddress(search: AccountSearch): NamedPeople | undefined {
  const asked = search["reference-id"];
  const { ids, said, splits } = forAddress(asked ?? "");
  // a list as the API writes it has no blanks, and is no question
  const leftOut = said ?? (asked?.includes(", ") === true ? splits : undefined);
  return leftOut === undefined || ids.join(",") === asked ? undefined : { ids, leftOut };
}

/** Of one reference ID that nobody has, the several that it may stand for; undefined for what is one in any case. */
export function splitOf([whole = ""]: readonly string[]): NamedPeople | undefined {
  const { pieces } = forAddress(whole);
  return pieces && { ids: pieces, leftOut: splitWords(whole) };
}

/** The reference IDs as they are asked for, call by call. */
export function callsFor(referenceIds: readonly string[]): AccountListParams[] {
  const calls: string[][] = [];
  let length = 0;
  for (const id of referenceIds) {
    length += encodeURIComponent(id).length + 3;
    const last = calls.at(-1);
    if (last && last.length < mostPerCall && length <= longestPerCall) {
      last.push(id);
    } else {
      calls.push([id]);
      length = encodeURIComponent(id).length;
    }
  }
  return calls.map((ids) => ({ referenceIds: ids, size: mostPerCall }));
}

/** What the address asks of the API first: see `accountsQuery`. */
export function accountListParams(search: AccountSearch, referenceIds: readonly string[]): AccountListParams {
  const [first] = callsFor(referenceIds);
  return first ?? { after: search.after, before: search.after === undefined ? search.before : undefined, size: defaultPageSize };
}
