import type { InquiryCounts, ReviewCounts } from "@/api/generated/desk/types.gen";
import { groupBy } from "@/lib/group-by";
import type { Database } from "../db/database";
import { timestamp } from "../db/sql-time";
import { countIndexed } from "./indexed-inquiries";
import { conditionsOf, type InquiryFilter, isTallied } from "./inquiry-filter";
import { readTally, type TallyLine } from "./inquiry-tally";

/** How long a review may take, and how near its end it is said to be due soon. */
type ServiceLevel = {
  readonly reviewHours: number;
  readonly warnHours: number;
};

const hourMs = 60 * 60_000;

/** How many fit: out of the tally where that tells, else counted. */
export async function totalOf(db: Database, filter: InquiryFilter, now: number): Promise<number> {
  return isTallied(filter) ? sum(await tallied(db, filter)) : countIndexed(db, filter, now);
}

/** How many fit, by what lists are looked at by. */
export async function countsOf(
  db: Database,
  filter: InquiryFilter,
  { reviewHours, warnHours }: ServiceLevel,
  now: number,
): Promise<Omit<InquiryCounts, "index">> {
  const [lines, inReview] = await Promise.all([
    isTallied(filter) ? tallied(db, filter) : counted(db, filter, now),
    reviewsOf(db, filter, [now - reviewHours * hourMs, now - (reviewHours - warnHours) * hourMs], now),
  ]);
  const group = <Key>(keyOf: (line: TallyLine) => Key) =>
    [...groupBy(lines, keyOf)].map(([key, members]) => ({ key, count: sum(members) })).toSorted((one, other) => other.count - one.count);
  return {
    total: sum(lines),
    byStatus: group(({ status }) => status).map(({ key, count }) => ({ status: key, count })),
    byTemplate: group(({ inquiryTemplateId }) => inquiryTemplateId).map(({ key, count }) => ({ inquiryTemplateId: key, count })),
    inReview,
  };
}

const sum = (lines: readonly TallyLine[]) => lines.reduce((total, { count }) => total + count, 0);

async function tallied(db: Database, filter: InquiryFilter): Promise<TallyLine[]> {
  const [statuses, templates] = [filter.status, filter["inquiry-template-id"]];
  return (await readTally(db)).filter(
    ({ status, inquiryTemplateId }) =>
      (statuses?.includes(status) ?? true) &&
      (templates === undefined || (inquiryTemplateId !== null && templates.includes(inquiryTemplateId))),
  );
}

function counted(db: Database, filter: InquiryFilter, now: number): Promise<TallyLine[]> {
  const params: unknown[] = [];
  const conditions = conditionsOf(filter, (value) => `$${params.push(value)}`, now);
  return db.query<TallyLine>(
    `select status, inquiry_template_id as "inquiryTemplateId", count(*)::float8 as count from inquiry_states
     where ${conditions.join(" and ")} group by 1, 2`,
    params,
  );
}

/** @param overdueSince marked for review then, or before, a review is overdue @param dueSince the same for due soon */
async function reviewsOf(
  db: Database,
  filter: InquiryFilter,
  [overdueSince, dueSince]: readonly [overdueSince: number, dueSince: number],
  now: number,
): Promise<ReviewCounts> {
  const params: unknown[] = [timestamp(overdueSince), timestamp(dueSince)];
  const conditions = ["status = 'needs_review'", ...conditionsOf(filter, (value) => `$${params.push(value)}`, now)];
  const [row] = await db.query<ReviewCounts>(
    `select count(*) filter (where status_since > $2::timestamptz)::float8 as "inTime",
       count(*) filter (where status_since > $1::timestamptz and status_since <= $2::timestamptz)::float8 as "dueSoon",
       count(*) filter (where status_since <= $1::timestamptz)::float8 as overdue,
       count(*) filter (where status_since is null)::float8 as unknown
     from inquiry_states where ${conditions.join(" and ")}`,
    params,
  );
  return row ?? { inTime: 0, dueSoon: 0, overdue: 0, unknown: 0 };
}
