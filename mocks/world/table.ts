/** Rows that are made only when somebody looks at them, newest first. */
export interface TableSource<Row> {
  readonly count: number;
  /** The row at a place (0 = newest). Called once per place: the table keeps what it got. */
  at(index: number): Row;
  /** The place of an id; undefined when the id is not of this source. Must cost next to nothing. */
  indexOf(id: string): number | undefined;
}

/** All resources of one type. */
export interface Table<Row> {
  get(id: string): Row | undefined;
  /** Adds a resource; `createdAt` may lie in the past. @throws Error for an id that is already there */
  add(row: Row): Row;
  /** By creation time, newest first (Persona docs: fixed order of every list); of two made at one instant, the one added later first. */
  newestFirst(): IterableIterator<Row>;
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
  let sourced: (Row | undefined)[] = [];

  const fromSource = (lazy: TableSource<Row>, index: number): Row => {
    const known = sourced[index];
    if (known !== undefined) return known;
    const made = lazy.at(index);
    sourced[index] = made;
    return made;
  };

  const get = (id: string): Row | undefined => {
    const own = byId.get(id);
    if (own !== undefined || source === undefined) return own;
    const index = source.indexOf(id);
    return index === undefined ? undefined : fromSource(source, index);
  };

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
    *newestFirst() {
      let lazyIndex = 0;
      for (let i = ordered.length - 1; i >= 0; i -= 1) {
        // The index is inside the array by construction.
        const own = ordered[i]!;
        while (source !== undefined && lazyIndex < source.count) {
          const lazy = fromSource(source, lazyIndex);
          if (createdAt(lazy) <= own.at) break;
          lazyIndex += 1;
          yield lazy;
        }
        yield own.row;
      }
      while (source !== undefined && lazyIndex < source.count) {
        lazyIndex += 1;
        yield fromSource(source, lazyIndex - 1);
      }
    },
    attach(lazy) {
      if (source !== undefined) throw new Error("A table takes one source");
      source = lazy;
      sourced = [];
    },
    get size() {
      return byId.size + (source?.count ?? 0);
    },
  };
}
