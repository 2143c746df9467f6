import { type Answer, jsonAnswer } from "../http/answer";
import { parseQuery, type Query } from "../http/query";
import { badRequest } from "../world/core/refusal";
import type { DeskCall } from "./desk-route";

/** The filters of a list without pages. @throws Refusal 400 on what the contract does not know */
export function filtersOf({ url }: DeskCall, names: readonly string[]): Query["filter"] {
  return readQuery(url.search, names, false).filter;
}

/**
 * A page of a list.
 * @param names which filters it knows
 * @param rows newest first
 * @param placeOf the number of a row, which falls from row to row: the cursor
 * @param show how a row is answered; as it is, unless said otherwise
 * @throws Refusal 400 on what the contract does not know
 */
export function pageAnswer<Row>(
  { url }: DeskCall,
  names: readonly string[],
  rows: (filter: Query["filter"]) => readonly Row[],
  placeOf: (row: Row) => number,
  show: (row: Row) => unknown = (row) => row,
): Answer {
  const { filter, page } = readQuery(url.search, names, true);
  if (page.before !== undefined) throw badRequest("page.before is not allowed");
  const { shown, isMore } = stretch(rows(filter), page, placeOf);
  const last = shown.at(-1);
  const next = isMore && last !== undefined ? linkTo(url, "after", placeOf(last)) : null;
  return jsonAnswer(200, { data: shown.map((row) => show(row)), links: { prev: null, next } });
}

/** The same of a list that leads back as well. */
export function pageEitherWay<Row>(
  { url }: DeskCall,
  names: readonly string[],
  rows: (filter: Query["filter"]) => readonly Row[],
  placeOf: (row: Row) => number,
): Answer {
  const { filter, page } = readQuery(url.search, names, true);
  const { shown, isMore } = stretch(rows(filter), page, placeOf);
  const [first, last] = [shown[0], shown.at(-1)];
  const [hasPrevious, hasNext] = page.before === undefined ? [page.after !== undefined, isMore] : [isMore, true];
  const prev = hasPrevious && first !== undefined ? linkTo(url, "before", placeOf(first)) : null;
  const next = hasNext && last !== undefined ? linkTo(url, "after", placeOf(last)) : null;
  return jsonAnswer(200, { data: shown, links: { prev, next } });
}

/** The rows of a page, and whether there are more beyond it in the direction it was asked for. */
function stretch<Row>(rows: readonly Row[], { after, before, size = 50 }: Query["page"], placeOf: (row: Row) => number) {
  for (const [name, cursor] of Object.entries({ after, before })) {
    if (cursor !== undefined && !/^[1-9]\d{0,14}$/.test(cursor)) throw badRequest(`page.${name} is no cursor of this list`);
  }
  if (before !== undefined) {
    const above = rows.filter((row) => placeOf(row) > Number(before));
    return { shown: above.slice(-size), isMore: above.length > size };
  }
  const following = rows.filter((row) => after === undefined || placeOf(row) < Number(after));
  return { shown: following.slice(0, size), isMore: following.length > size };
}

function linkTo({ path, search: given }: DeskCall["url"], name: "after" | "before", place: number): string {
  const search = new URLSearchParams(given);
  search.delete("page[after]");
  search.delete("page[before]");
  search.set(`page[${name}]`, String(place));
  return `${path}?${search}`;
}

function readQuery(search: URLSearchParams, filter: readonly string[], page: boolean): Query {
  const names = [...search.keys()];
  if (new Set(names).size < names.length) throw badRequest("A parameter of the query is there twice");
  return parseQuery(search, { filter, page });
}
