import type { IndexFreshness } from "@/api/generated/desk/types.gen";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";

/** A round through Persona's list, taken on. */
export type TakenRound = {
  readonly number: number;
  /** The inquiry that the next page follows; null at the beginning. */
  readonly after: string | null;
  /** Whether it is the first one: until it is done the index is not whole. */
  readonly isBackfill: boolean;
  /** How many pages the last round had. */
  readonly pagesBefore: number;
};

/** What a page brought. */
export type ReadPage = {
  /** Of the last inquiry on it; null where there was none, which ends the round. */
  readonly last: { readonly id: string; readonly createdAt: number | null } | null;
  readonly hasNext: boolean;
  readonly inquiries: number;
  readonly missed: number;
  /** When the next one is due, ms. */
  readonly nextPageAt: number;
};

/** How far the index is. Times in ms. */
export type IndexProgress = {
  /** When the last round that is done began: what was so then is in the index. */
  readonly sweptAt: number | null;
  readonly lastWebhookAt: number | null;
  readonly round: {
    readonly isBackfill: boolean;
    readonly startedAt: number;
    readonly pages: number;
    readonly inquiries: number;
    readonly missed: number;
    readonly reachedAt: number | null;
    readonly failedAt: number | null;
  } | null;
};

type RoundsDeps = {
  readonly db: Database;
  readonly now: () => number;
  /** From the beginning of one round to the next, ms. */
  readonly everyMs: number;
};

/** How long an instance has a page for itself unless it renews that, ms. */
export const roundLeaseMs = 30_000;

export type InquiryRounds = ReturnType<typeof createInquiryRounds>;

const progressQuery = `
select (select ${msOf("started_at")} from inquiry_rounds where done_at is not null order by done_at desc limit 1) as "sweptAt",
  (select ${msOf("received_at")} from webhook_events order by received_at desc limit 1) as "lastWebhookAt",
  (select json_build_object('startedAt', ${msOf("started_at")}, 'pages', pages, 'inquiries', inquiries, 'missed', missed,
     'reachedAt', ${msOf("reached_at")}, 'failedAt', ${msOf("failed_at")},
     'isBackfill', not exists (select from inquiry_rounds where done_at is not null))
   from inquiry_rounds where done_at is null) as round`;

/** How far the index is. */
export async function readProgress(db: Queryable): Promise<IndexProgress> {
  const [row] = await db.query<IndexProgress>(progressQuery);
  return row ?? { sweptAt: null, lastWebhookAt: null, round: null };
}

/** The same as every answer out of the index says it. */
export const freshnessOf = ({ sweptAt, lastWebhookAt }: IndexProgress): IndexFreshness => ({
  whole: sweptAt !== null,
  sweptAt: sweptAt === null ? null : timestamp(sweptAt),
  lastWebhookAt: lastWebhookAt === null ? null : timestamp(lastWebhookAt),
});

/** Rounds through Persona's list, in the database and so for all instances. */
export function createInquiryRounds({ db, now, everyMs }: RoundsDeps) {
  return {
    /** Begins a round where one is due, and takes its next page on where that is. @param holder of the page, until it is read or the lease runs out */
    async take(holder: string): Promise<TakenRound | undefined> {
      const at = now();
      await db.query(
        `insert into inquiry_rounds (started_at, next_page_at) select $1::timestamptz, $1::timestamptz
         where not exists (select from inquiry_rounds where done_at is null or started_at > $2::timestamptz)
         on conflict do nothing`,
        [timestamp(at), timestamp(at - everyMs)],
      );
      const [taken] = await db.query<TakenRound>(
        `update inquiry_rounds set holder = $1::uuid, lease_until = $3::timestamptz
         where done_at is null and next_page_at <= $2::timestamptz and (lease_until is null or lease_until <= $2::timestamptz)
         returning number::float8 as number, after, not exists (select from inquiry_rounds where done_at is not null) as "isBackfill",
           coalesce((select pages from inquiry_rounds where done_at is not null order by done_at desc limit 1), 0) as "pagesBefore"`,
        [holder, timestamp(at), timestamp(at + roundLeaseMs)],
      );
      return taken;
    },

    async renew({ number }: TakenRound, holder: string): Promise<void> {
      await db.query(`update inquiry_rounds set lease_until = $3::timestamptz where number = $1::bigint and holder = $2::uuid`, [
        number,
        holder,
        timestamp(now() + roundLeaseMs),
      ]);
    },

    /** A page is read: gives it back. @returns whether it was still the holder's; else nothing of it may hold */
    async read({ number }: TakenRound, holder: string, page: ReadPage, transaction: Queryable): Promise<boolean> {
      const { last, hasNext, inquiries, missed, nextPageAt } = page;
      const rows = await transaction.query(
        `update inquiry_rounds set after = coalesce($3, after), reached_at = coalesce($4::timestamptz, reached_at), pages = pages + 1,
           inquiries = inquiries + $5::int, missed = missed + $6::int, next_page_at = $7::timestamptz, holder = null, lease_until = null,
           failed_at = null, done_at = case when $8::boolean then $9::timestamptz end
         where number = $1::bigint and holder = $2::uuid and done_at is null returning 1`,
        [
          number,
          holder,
          last?.id ?? null,
          typeof last?.createdAt === "number" ? timestamp(last.createdAt) : null,
          inquiries,
          missed,
          timestamp(nextPageAt),
          last === null || !hasNext,
          timestamp(now()),
        ],
      );
      return rows.length > 0;
    },

    /** A page could not be read: it is tried again later. @param again when, ms @param anew from the beginning of the list */
    async failed({ number }: TakenRound, holder: string, again: number, anew: boolean): Promise<void> {
      await db.query(
        `update inquiry_rounds set next_page_at = $3::timestamptz, holder = null, lease_until = null, failed_at = $4::timestamptz,
           after = case when $5::boolean then null else after end
         where number = $1::bigint and holder = $2::uuid`,
        [number, holder, timestamp(again), timestamp(now()), anew],
      );
    },

    /** Gives a page back that was not read. */
    async release({ number }: TakenRound, holder: string): Promise<void> {
      await db.query(`update inquiry_rounds set holder = null, lease_until = null where number = $1::bigint and holder = $2::uuid`, [
        number,
        holder,
      ]);
    },
  };
}
