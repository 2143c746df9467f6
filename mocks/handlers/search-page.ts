import { type Page, paginate } from "../http/pagination";
import { type PageRequest, parsePage, type Query } from "../http/query";
import { type SearchBody, searchOrder, searchPredicate, type SearchSpec, type SearchValue } from "../http/search";
import type { Snapshot } from "../world/resources";
import type { World } from "../world/world";

interface Search<Row> {
  readonly body: SearchBody;
  readonly query: Query;
  readonly spec: SearchSpec;
  readonly read: (row: Row, attribute: string) => SearchValue;
}

/**
 * One page of a search, read from the index, which is a minute behind: what is younger is missing, what changed since is shown as it
 * was (spec: POST /inquiries/search).
 */
export function searchPage<Row extends Snapshot>(
  world: World,
  rows: Iterable<Row>,
  { body, query, spec, read }: Search<Row>,
): { page: Page<Row>; sizeInLinks: true } {
  const matches = searchPredicate(body.query, spec, read);
  const ordered = searchOrder(indexed(world, rows), body.sort, spec, read);
  return { page: paginate(ordered, pageOf(query.page, parsePage(body.page ?? {})), matches), sizeInLinks: true };
}

/** A link is followed with the same body, so the cursor of the query replaces the one of the body. */
function pageOf(query: PageRequest, body: PageRequest): PageRequest {
  const turned = query.after !== undefined || query.before !== undefined;
  return { ...(turned ? { size: body.size } : body), ...query };
}

function* indexed<Row extends Snapshot>(world: World, rows: Iterable<Row>): Iterable<Row> {
  for (const row of rows) {
    const known = world.indexed(row);
    if (known !== undefined) yield known;
  }
}
