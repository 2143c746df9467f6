import { type Beside, type Condition, createLazyRows, type Key, type LazyRows, range, type TableSource } from "./lazy-rows";

/**
 * All resources of one type.
 * @typeParam Head the part of a row that lists filter by
 */
export type Table<Row extends Head, Head = Row> = {
  get(id: string): Row | undefined;
  /** Adds a resource; `createdAt` may lie in the past. @throws Error for an id that is already there */
  add(row: Row): Row;
  /** By creation time, newest first (Persona docs: fixed order of every list); of two made at one instant, the one added later first. */
  newestFirst(): IterableIterator<Row>;
  /**
   * Newest first, every row that may fit the lookup and perhaps some that don't: the caller still compares. Spares lazy rows from being made.
   * @param page id of a row that comes, too, whether it fits or not; of those ahead of `after` at least one comes, if there is any
   */
  candidates(lookup: Key | Condition<Head>, page?: Beside<string>): IterableIterator<Row>;
  /** What lists filter by, of every row, in no order; makes none. */
  heads(): IterableIterator<Head>;
  /** Only the rows that were added, newest first, without those of the lazy source. */
  added(): IterableIterator<Row>;
  /** Puts a lazy source under the table: its rows are merged in by creation time. @throws Error for a second one */
  attach(source: TableSource<Row, Head>): void;
  readonly size: number;
};

/**
 * An empty table.
 * @param createdAt the time of a row in milliseconds, the sort key
 */
export function createTable<Row extends Head & { id: string }, Head = Row>(createdAt: (row: Row) => number): Table<Row, Head> {
  const byId = new Map<string, Row>();
  /** Oldest first, so that the usual insertion is a push. */
  const ordered: { at: number; row: Row }[] = [];
  let lazy: LazyRows<Row, Head> | undefined;

  const get = (id: string): Row | undefined => {
    const own = byId.get(id);
    if (own !== undefined || lazy === undefined) return own;
    const place = lazy.placeOf(id);
    return place === undefined ? undefined : lazy.at(place);
  };

  const placeOf = (id: string | undefined) => (id === undefined ? undefined : lazy?.placeOf(id));

  /** Own rows, and the lazy ones at the given places (rising), merged. */
  function* merged(rows?: LazyRows<Row, Head>, places: Iterator<number> = range(0, rows?.count ?? 0)): IterableIterator<Row> {
    let next = places.next();
    for (let i = ordered.length - 1; i >= 0; i -= 1) {
      // The index is inside the array by construction.
      const own = ordered[i]!;
      while (rows !== undefined && next.done !== true) {
        const row = rows.at(next.value);
        if (createdAt(row) <= own.at) break;
        yield row;
        next = places.next();
      }
      yield own.row;
    }
    while (rows !== undefined && next.done !== true) {
      yield rows.at(next.value);
      next = places.next();
    }
  }

  return {
    get,
    add(row) {
      if (get(row.id) !== undefined) throw new Error(`There is already a ${row.id}`);
      byId.set(row.id, row);
      const at = createdAt(row);
      let place = ordered.length;
      // The index is inside the array by construction.
      while (place > 0 && ordered[place - 1]!.at > at) place -= 1;
      ordered.splice(place, 0, { at, row });
      return row;
    },
    newestFirst: () => merged(lazy),
    candidates: (lookup, page = {}) => merged(lazy, lazy?.places(lookup, { after: placeOf(page.after), before: placeOf(page.before) })),
    *heads() {
      yield* byId.values();
      const rows = lazy;
      if (rows !== undefined) for (const place of range(0, rows.count)) yield rows.head(place);
    },
    added: () => merged(),
    attach(source) {
      if (lazy !== undefined) throw new Error("A table takes one source");
      lazy = createLazyRows(source);
    },
    get size() {
      return byId.size + (lazy?.count ?? 0);
    },
  };
}
