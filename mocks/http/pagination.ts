import { badRequest } from "../world/core/refusal";
import type { PageRequest } from "./query";

/** One page of a list: the rows, and the cursors of the pages beside it (null where there is none). */
export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly size: number;
  readonly previous: string | null;
  readonly next: string | null;
};

const defaultSize = 10;

/**
 * Cuts one page out of rows that stand in their final order, reading no further than the page needs.
 * A cursor is the id of a row of the list; it keeps its place even when the row no longer matches the filter.
 * @throws Refusal 400 when the cursor is not in the list.
 */
export function paginate<Row extends { readonly id: string }>(
  rows: Iterable<Row>,
  request: PageRequest,
  matches: (row: Row) => boolean = () => true,
): Page<Row> {
  const { after, before, size = defaultSize } = request;
  return before === undefined ? forward(rows, after, size, matches) : backward(rows, before, size, matches);
}

function forward<Row extends { readonly id: string }>(
  rows: Iterable<Row>,
  cursor: string | undefined,
  size: number,
  matches: (row: Row) => boolean,
): Page<Row> {
  const taken: Row[] = [];
  let reached = cursor === undefined;
  let more = false;
  let before = false;
  for (const row of rows) {
    const fits = (!reached && before) || matches(row);
    if (reached && fits && taken.length === size) {
      more = true;
      break;
    }
    if (reached && fits) taken.push(row);
    else if (!reached && fits) before = true;
    if (row.id === cursor) reached = true;
  }
  if (!reached) throw unknownCursor("after");
  return { rows: taken, size, previous: before ? (taken[0]?.id ?? null) : null, next: more ? (taken.at(-1)?.id ?? null) : null };
}

function backward<Row extends { readonly id: string }>(
  rows: Iterable<Row>,
  cursor: string,
  size: number,
  matches: (row: Row) => boolean,
): Page<Row> {
  const window: Row[] = [];
  let reached = false;
  let after = false;
  for (const row of rows) {
    if (row.id === cursor) reached = true;
    const fits = matches(row);
    if (reached && fits) {
      after = true;
      break;
    }
    if (!reached && fits && window.push(row) > size + 1) window.shift();
  }
  if (!reached) throw unknownCursor("before");
  const taken = window.slice(-size);
  return {
    rows: taken,
    size,
    previous: window.length > size ? (taken[0]?.id ?? null) : null,
    next: after ? (taken.at(-1)?.id ?? null) : null,
  };
}

const unknownCursor = (name: "after" | "before") => badRequest(`page.${name} is not the ID of an object in this list`);

/**
 * The `links` of a list: both keys always, relative, with the API's prefix and percent-encoded brackets. They carry
 * what the caller asked for (filters, fields, size), so that following one stays in the same list.
 * @param size named in the links even if the caller did not name it in the query, as searches do
 */
export function pageLinks(
  page: Page<unknown>,
  url: { readonly path: string; readonly search: URLSearchParams },
  size?: number,
): { prev: string | null; next: string | null } {
  const link = (name: "after" | "before", cursor: string | null) => {
    if (cursor === null) return null;
    const search = new URLSearchParams(url.search);
    search.delete("page[after]");
    search.delete("page[before]");
    if (size !== undefined) search.set("page[size]", String(size));
    search.set(`page[${name}]`, cursor);
    return `${url.path}?${search}`;
  };
  return { prev: link("before", page.previous), next: link("after", page.next) };
}
