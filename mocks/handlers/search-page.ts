import { type Page, paginate } from "../http/pagination";
import { cursorOf, type PageRequest, parsePage, type Query } from "../http/query";
import { type SearchBody, searchOrder, searchPredicate, type SearchSpec, type SearchValue } from "../http/search";
import type { Snapshot } from "../world/core/resources";
import type { Table } from "../world/core/table";
import type { World } from "../world/core/world";

type Search<Head> = {
  readonly body: SearchBody;
  readonly query: Query;
  readonly spec: SearchSpec;
  readonly read: (row: Head, attribute: string) => SearchValue;
};

/**
 * One page of a search, read from the index, which is a minute behind: what is younger is missing, what changed since is shown as it
 * was (spec: POST /inquiries/search).
 */
export function searchPage<Row extends Head & Snapshot, Head>(
  world: World,
  table: Table<Row, Head>,
  { body, query, spec, read }: Search<Head>,
): { page: Page<Row>; sizeInLinks: true } {
  const fits = searchPredicate(body.query, spec, read);
  const page = pageOf(query.page, parsePage(body.page ?? {}));
  const ordered = searchOrder(indexed(world, table.candidates({ fits }, { before: cursorOf(page) })), body.sort, spec, read);
  return { page: paginate(ordered, page, fits), sizeInLinks: true };
}

/** A link is followed with the same body, so the cursor of the query replaces the one of the body. */
function pageOf(query: PageRequest, body: PageRequest): PageRequest {
  return { ...(cursorOf(query) === undefined ? body : { size: body.size }), ...query };
}

function* indexed<Row extends Snapshot>(world: World, rows: Iterable<Row>): Iterable<Row> {
  for (const row of rows) {
    const known = world.indexed(row);
    if (known !== undefined) yield known;
  }
}
