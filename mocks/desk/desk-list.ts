import { type Answer, jsonAnswer } from "../http/answer";
import { parseQuery, type Query } from "../http/query";
import { badRequest } from "../world/refusal";
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
  const { after, size = 50 } = page;
  if (page.before !== undefined) throw badRequest("page.before is not allowed");
  if (after !== undefined && !/^[1-9]\d{0,14}$/.test(after)) throw badRequest("page.after is no cursor of this list");
  const following = rows(filter).filter((row) => after === undefined || placeOf(row) < Number(after));
  const shown = following.slice(0, size);
  const last = shown.at(-1);
  const data = shown.map((row) => show(row));
  if (following.length <= size || last === undefined) return jsonAnswer(200, { data, links: { prev: null, next: null } });
  const search = new URLSearchParams(url.search);
  search.set("page[after]", String(placeOf(last)));
  return jsonAnswer(200, { data, links: { prev: null, next: `${url.path}?${search}` } });
}

function readQuery(search: URLSearchParams, filter: readonly string[], page: boolean): Query {
  const names = [...search.keys()];
  if (new Set(names).size < names.length) throw badRequest("A parameter of the query is there twice");
  return parseQuery(search, { filter, page });
}
