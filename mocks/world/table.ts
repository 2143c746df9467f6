/** What lists and operations look rows up by, besides the id. Reference ids compare without letter case. */
export type Lookup = { referenceId: string } | { accountId: string };

/** Rows that are made only when somebody looks at them, newest first. */
export interface TableSource<Row> {
  readonly count: number;
  /** The row at a place (0 = newest). Called once per place: the table keeps what it got. */
  at(index: number): Row;
  /** The place of an id; undefined when the id is not of this source. Must cost next to nothing. */
  indexOf(id: string): number | undefined;
  /** The places of all rows that fit a lookup, as they were made; undefined when the source cannot tell without making them. */
  select?(lookup: Lookup): Iterable<number> | undefined;
}

/** All resources of one type. */
export interface Table<Row> {
  get(id: string): Row | undefined;
  /** Adds a resource; `createdAt` may lie in the past. @throws Error for an id that is already there */
  add(row: Row): Row;
  /** By creation time, newest first (Persona docs: fixed order of every list); of two made at one instant, the one added later first. */
  newestFirst(): IterableIterator<Row>;
  /** Newest first, every row that may fit the lookup and perhaps some that don't: the caller still compares. Spares lazy rows from being made. */
  candidates(lookup: Lookup): IterableIterator<Row>;
  /** Only the rows that were added, newest first, without those of the lazy source. */
  added(): IterableIterator<Row>;
  /** Puts a lazy source under the table: its rows are merged in by creation time. One source per table. */
  attach(source: TableSource<Row>): void;
  readonly size: number;
}

/**
 * An empty table.
 * @param createdAt the time of a row in milliseconds, the sort key
 */
export function createTable<Row extends { id: string }>(createdAt: (row: Row) => number): Table<Row> {
  const byId = new Map<string, Row>();
  /** Oldest first, so that the usual insertion is a push. */
  const ordered: { at: number; row: Row }[] = [];
  let source: TableSource<Row> | undefined;
  const sourced = new Map<number, Row>();

  const fromSource = (lazy: TableSource<Row>, index: number): Row => {
    const known = sourced.get(index);
    if (known !== undefined) return known;
    const made = lazy.at(index);
    sourced.set(index, made);
    return made;
  };

  const get = (id: string): Row | undefined => {
    const own = byId.get(id);
    if (own !== undefined || source === undefined) return own;
    const index = source.indexOf(id);
    return index === undefined ? undefined : fromSource(source, index);
  };

  /** Own rows and the lazy ones at the given places (ascending), merged. */
  function* merged(places: Iterator<number>): IterableIterator<Row> {
    const lazy = source;
    let next = places.next();
    for (let i = ordered.length - 1; i >= 0; i -= 1) {
      // The index is inside the array by construction.
      const own = ordered[i]!;
      while (lazy !== undefined && next.done !== true) {
        const row = fromSource(lazy, next.value);
        if (createdAt(row) <= own.at) break;
        yield row;
        next = places.next();
      }
      yield own.row;
    }
    while (lazy !== undefined && next.done !== true) {
      yield fromSource(lazy, next.value);
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
    newestFirst: () => merged(upTo(source?.count ?? 0)),
    candidates(lookup) {
      const selected = source?.select?.(lookup);
      if (selected === undefined) return merged(upTo(source?.count ?? 0));
      // Rows that were made may have changed since: they are looked at, too.
      const places = new Set([...selected, ...sourced.keys()]);
      return merged([...places].toSorted((a, b) => a - b).values());
    },
    added: () => merged(upTo(0)),
    attach(lazy) {
      if (source !== undefined) throw new Error("A table takes one source");
      source = lazy;
    },
    get size() {
      return byId.size + (source?.count ?? 0);
    },
  };
}

function* upTo(count: number): IterableIterator<number> {
  for (let place = 0; place < count; place += 1) yield place;
}
