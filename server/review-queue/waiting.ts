import type { IndexedInquiry, WaitingCounts } from "@/api/generated/desk/types.gen";
import type { Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import { indexedColumns, indexedOf, type IndexedRow } from "../inquiries/indexed-row";
import { postponedIds } from "../postponements/in-force";
import { lookedAtIds } from "../second-looks/second-look-row";
import { toAnswerCount } from "../second-looks/second-look-store";

/** Whose queue it is, and what waits in it. */
export type Waiting = {
  readonly personId: string;
  readonly statuses: readonly string[];
  /** On one of these templates; undefined: on any. */
  readonly inquiryTemplateIds: readonly string[] | undefined;
  /** ms */
  readonly now: number;
};

// $1: whose queue, $2: now. There are few of each, so they are looked up first; `not in` puts them into a hash table, and none is null.
const claimed = "select inquiry_id from claims where expires_at > $2::timestamptz and user_id <> $1";
const postponed = postponedIds("$2::timestamptz", "$1");
const inDecision = "select inquiry_id from decisions where is_open";
/** $4: the templates. */
const isWanted = "not redacted and ($4::text[] is null or inquiry_template_id = any($4::text[]))";

// For each status along its own index. Those without a time come last by themselves.
const nextStatement = `
select waiting.* from unnest($3::text[]) as wanted (status) cross join lateral (
  select ${indexedColumns("$2::timestamptz")} from inquiry_states
  where inquiry_states.status = wanted.status and ${isWanted} and inquiry_id not in (select unnest($5::text[]))
    and inquiry_id not in (${claimed}) and inquiry_id not in (${postponed}) and inquiry_id not in (${lookedAtIds})
    and inquiry_id not in (${inDecision})
  order by inquiry_states.status_since, inquiry_states.inquiry_id collate "C" limit 1
) as waiting
order by waiting."statusSince", waiting."inquiryId" collate "C" limit 1`;

const countStatement = `
with held as (
  select inquiry_id, max(kind) as kind from (
    select inquiry_id, 1 as kind from (${claimed}) as claimed
    union all select inquiry_id, 2 from (${postponed}) as postponed
    union all select inquiry_id, 3 from (${lookedAtIds}) as looked_at
    union all select inquiry_id, 4 from (${inDecision}) as in_decision
  ) as told group by 1
)
select count(*)::float8 as total, (count(*) filter (where kind is null))::float8 as ready, (count(*) filter (where kind = 1))::float8 as claimed,
  (count(*) filter (where kind = 2))::float8 as postponed, (count(*) filter (where kind = 3))::float8 as "secondLook",
  (count(*) filter (where kind = 4))::float8 as "inDecision"
from inquiry_states left join held using (inquiry_id) where status = any($3::text[]) and ${isWanted}`;

const parametersOf = ({ personId, statuses, inquiryTemplateIds, now }: Waiting) => [
  personId,
  timestamp(now),
  statuses,
  inquiryTemplateIds ?? null,
];

/**
 * What has waited longest of what the person may take: nearest to the end of its service level, which is one for all. Takes nothing.
 * @param passOver IDs of inquiries
 */
export async function longestWaiting(db: Queryable, waiting: Waiting, passOver: readonly string[]): Promise<IndexedInquiry | undefined> {
  const [row] = await db.query<IndexedRow>(nextStatement, [...parametersOf(waiting), passOver]);
  return row && indexedOf(row);
}

/** How many wait, each counted once. */
export async function countWaiting(db: Queryable, waiting: Waiting): Promise<WaitingCounts> {
  const [row] = await db.query<WaitingCounts>(countStatement, parametersOf(waiting));
  return row ?? { total: 0, ready: 0, claimed: 0, postponed: 0, secondLook: 0, inDecision: 0 };
}

/** How many second looks wait for somebody who may answer them. */
export async function countToAnswer(db: Queryable, personId: string): Promise<number> {
  const [counted] = await db.query<{ readonly count: number }>(toAnswerCount("$1"), [personId]);
  return counted?.count ?? 0;
}
