import type { IndexedInquiry } from "@/api/generated/desk/types.gen";
import type { Database } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import { indexedColumns, indexedOf, type IndexedRow } from "./indexed-row";
import { conditionsOf, type InquiryFilter } from "./inquiry-filter";
import { type Place, type Sort, sortColumns } from "./inquiry-sorts";

/** A stretch of the list. */
export type Stretch = {
  readonly sort: Sort;
  /** Where it begins, or ends when it is read backwards; undefined: at the end of the list. */
  readonly from: Place | undefined;
  readonly backwards: boolean;
  readonly limit: number;
};

/** An inquiry and its place in the order that was asked for. */
export type ListedInquiry = {
  readonly inquiry: IndexedInquiry;
  readonly place: Place;
};

type Row = IndexedRow & { readonly sortValue: string | number | null };

/**
 * Reads a stretch of the index. Inquiries without the value that is sorted by come behind all others in both directions, so there are two
 * parts, and the second is asked for only where the first does not fill the page.
 * @returns in the order of the list
 */
export async function listIndexed(db: Database, filter: InquiryFilter, stretch: Stretch, now: number): Promise<ListedInquiry[]> {
  const { sort, from, backwards, limit } = stretch;
  const [column, type] = sortColumns[sort.by];
  const descending = sort.descending !== backwards;
  const direction = descending ? "desc" : "asc";
  const parts = backwards ? (["null", "not null"] as const) : (["not null", "null"] as const);
  const first = from === undefined ? parts[0] : from.value === null ? "null" : "not null";

  const read = (part: "null" | "not null", wanted: number): Promise<Row[]> => {
    const params: unknown[] = [];
    const parameter = (value: unknown) => `$${params.push(value)}`;
    const conditions = [`${column} is ${part}`, ...conditionsOf(filter, parameter, now)];
    if (from !== undefined && part === first) {
      const beyond = descending ? "<" : ">";
      conditions.push(
        from.value === null
          ? `inquiry_id collate "C" ${beyond} ${parameter(from.inquiryId)}`
          : `(${column}, inquiry_id collate "C") ${beyond} (${parameter(from.value)}::${type}, ${parameter(from.inquiryId)})`,
      );
    }
    const sortValue = type === "timestamptz" ? msOf(column) : column;
    return db.query<Row>(
      `select ${indexedColumns(`${parameter(timestamp(now))}::timestamptz`)}, ${sortValue} as "sortValue" from inquiry_states where ${conditions.join(" and ")}
       order by ${column} ${direction}, inquiry_id collate "C" ${direction} limit ${parameter(wanted)}::int`,
      params,
    );
  };

  const rows = await read(first, limit);
  if (first === parts[0] && rows.length < limit) rows.push(...(await read(parts[1], limit - rows.length)));
  const listed = rows.map(listedOf);
  return backwards ? listed.toReversed() : listed;
}

/** How many fit, counted. */
export async function countIndexed(db: Database, filter: InquiryFilter, now: number): Promise<number> {
  const params: unknown[] = [];
  const conditions = conditionsOf(filter, (value) => `$${params.push(value)}`, now);
  const [row] = await db.query<{ count: number }>(
    `select count(*)::float8 as count from inquiry_states ${conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`}`,
    params,
  );
  return row?.count ?? 0;
}

function listedOf({ sortValue, ...row }: Row): ListedInquiry {
  return {
    inquiry: indexedOf(row),
    place: { value: typeof sortValue === "number" ? timestamp(sortValue) : sortValue, inquiryId: row.inquiryId },
  };
}
