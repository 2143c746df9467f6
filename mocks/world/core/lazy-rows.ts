/** What rows are looked up by, besides the id. Reference ids compare without letter case. */
export type Key = { readonly referenceIds: readonly string[] } | { readonly accountIds: readonly string[] };

/** Any condition on what lists filter by; and when a row may have been created, in milliseconds, both ends included. */
export type Condition<Head> = {
  readonly fits: (head: Head) => boolean;
  readonly createdFrom?: number | undefined;
  readonly createdTo?: number | undefined;
};

/** Where a page begins or ends: at a row, of which `Place` tells which. */
export type Beside<Place> = {
  readonly after?: Place | undefined;
  readonly before?: Place | undefined;
};

/** Rows that are made only when somebody looks at them, newest first. */
export type TableSource<Row, Head = Row> = {
  readonly count: number;
  /** The row at a place (0 = newest). Called once per place: the table keeps what it got. */
  at(index: number): Row;
  /** The place of an id; undefined when the id is not of this source. Must cost next to nothing. */
  indexOf(id: string): number | undefined;
  /** The places of all rows that have a key, as they were made; undefined when the source cannot tell without making them. */
  select?(key: Key): Iterable<number> | undefined;
  /** What lists filter by, of the row at a place, as it was made. It is looked at and thrown away, 100,000 times in a row. */
  head?(index: number): Head;
  /** When the row at a place was created, in milliseconds: never later than the one before it. */
  createdAt?: (index: number) => number;
};

/** The rows of a source, each made once. Places are numbers from 0, the newest. */
export type LazyRows<Row, Head> = {
  readonly count: number;
  at(place: number): Row;
  /** What lists filter by, of the row at a place as it is now. */
  head(place: number): Head;
  placeOf(id: string): number | undefined;
  /**
   * The places, rising, of rows that may fit. Rows that were made may have changed since, so that what the source says of them no longer
   * holds: those always come.
   * @param page a place that comes whatever it holds; of those ahead of `after` one is enough
   */
  places(lookup: Key | Condition<Head>, page: Beside<number>): Iterator<number>;
};

/** Keeps the rows of a source once they are made. */
export function createLazyRows<Row extends Head, Head>(source: TableSource<Row, Head>): LazyRows<Row, Head> {
  const made = new Map<number, Row>();

  const withKey = (key: Key, beside: readonly number[]): Iterator<number> => {
    const selected = source.select?.(key);
    if (selected === undefined) return range(0, source.count);
    return [...new Set([...selected, ...made.keys(), ...beside])].toSorted((a, b) => a - b).values();
  };

  /** Where the rows created in a time begin, and where they end; all of them where times are not known. */
  const createdIn = ({ createdFrom = -Infinity, createdTo = Infinity }: Condition<Head>): [from: number, to: number] => {
    const { count, createdAt } = source;
    if (createdAt === undefined) return [0, count];
    return [firstOf(count, (place) => createdAt(place) <= createdTo), firstOf(count, (place) => createdAt(place) < createdFrom)];
  };

  function* fitting(condition: Condition<Head>, beside: readonly number[], after = 0): Iterator<number> {
    const { fits } = condition;
    const [first, end] = createdIn(condition);
    const from = Math.min(first, ...beside);
    const to = Math.max(end, ...beside.map((place) => place + 1));
    for (let place = from; place < to; place += 1) {
      const known = made.get(place);
      const head = known ?? source.head?.(place);
      const isFit = head !== undefined && fits(head);
      const isOut = known === undefined && head !== undefined && !isFit;
      if (!isOut || beside.includes(place)) yield place;
      // Ahead of the page it matters only that there is something.
      if (isFit && place < after) place = after - 1;
    }
  }

  return {
    get count() {
      return source.count;
    },
    at(place) {
      const known = made.get(place);
      if (known !== undefined) return known;
      const row = source.at(place);
      made.set(place, row);
      return row;
    },
    head: (place) => made.get(place) ?? source.head?.(place) ?? source.at(place),
    placeOf: (id) => source.indexOf(id),
    places(lookup, { after, before }) {
      const beside = [after, before].filter((place) => place !== undefined);
      return "fits" in lookup ? fitting(lookup, beside, after) : withKey(lookup, beside);
    },
  };
}

/** All places from one up to another, which is not included. */
export function* range(from: number, to: number): IterableIterator<number> {
  for (let place = from; place < to; place += 1) yield place;
}

/** The first of so many places that passes a test which all after it pass, too; their number when none does. */
function firstOf(count: number, passes: (place: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
