import type { Database, Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { Push, Pushes, StoredPush } from "./push";
import { createPushFeed } from "./push-feed";

export type PushStore = Pushes & {
  /** The same for many, in one statement. In a transaction call it last: everybody else who publishes waits until the commit. */
  publishMany(pushes: readonly Push[], transaction?: Queryable): Promise<void>;
  /** The stored pushes that follow `seq`, oldest first. */
  after(seq: number, limit: number): Promise<StoredPush[]>;
  /** The last seq there is; 0 before the first. */
  latest(): Promise<number>;
  /** Whether everything that followed `seq` is still stored. */
  knows(seq: number): Promise<boolean>;
  /**
   * Hears what any instance publishes from now on, in order, each once. When it resolves, whatever is not heard is in `after`.
   * @returns stops hearing
   */
  subscribe(listener: (push: StoredPush) => void): Promise<() => void>;
  /** Ends listening to the database. */
  close(): Promise<void>;
};

export const pushChannel = "desk_push";
const keptMs = 60 * 60_000;
const keptAtLeast = 10_000;
/** How many pushes lie between two clean-ups. */
const pruneEvery = 256;

const insert = `
with stored as (
  insert into pushes (at, change, roles)
  select $1::timestamptz, element->'change',
    case when jsonb_typeof(element->'roles') = 'array' then array(select jsonb_array_elements_text(element->'roles')) end
  from jsonb_array_elements($2::jsonb) with ordinality as given (element, place)
  order by place
  returning seq
)
select max(seq)::text as seq, pg_notify('${pushChannel}', max(seq)::text) from stored`;

// The lock of publishing is held here too: so the horizon never falls behind what was deleted. Of the oldest only, several times as many as
// came since the last time: whoever publishes waits for it.
const prune = `
with oldest as (
  select seq, at from pushes where seq <= $2::bigint - ${keptAtLeast} order by pushes.seq limit ${4 * pruneEvery}
), deleted as (
  delete from pushes where seq in (select seq from oldest where at < $1::timestamptz) returning seq
)
insert into push_horizon as known (pruned_through) select max(seq) from deleted having count(*) > 0
on conflict (only_row) do update set pruned_through = greatest(known.pruned_through, excluded.pruned_through)`;

/** Pushes in the database: stored for those who reconnect, and heard by all instances over LISTEN. */
export function createPushStore({ db, now }: { readonly db: Database; readonly now: () => number }): PushStore {
  const after = async (seq: number, limit: number) => {
    const rows = await db.query<Omit<StoredPush, "seq"> & { seq: string }>(
      "select seq::text, change, to_json(roles) as roles from pushes where seq > $1::bigint order by pushes.seq limit $2::int",
      [String(seq), limit],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  };
  const latest = async () => {
    const [row] = await db.query<{ seq: string }>(
      "select greatest((select max(seq) from pushes), (select pruned_through from push_horizon))::text as seq",
    );
    return Number(row?.seq ?? 0);
  };
  const insertAll = async (pushes: readonly Push[], transaction: Queryable) => {
    // Numbers are given at the insert but seen at the commit: without the lock a reader could pass one that is still to come.
    await transaction.query("select pg_advisory_xact_lock(hashtext('desk.pushes'))");
    const [row] = await transaction.query<{ seq: string }>(insert, [timestamp(now()), JSON.stringify(pushes)]);
    const last = Number(row?.seq ?? 0);
    if (Math.floor(last / pruneEvery) === Math.floor((last - pushes.length) / pruneEvery)) return;
    await transaction.query(prune, [timestamp(now() - keptMs), String(last)]);
  };
  const publishMany = async (pushes: readonly Push[], transaction?: Queryable) => {
    if (pushes.length === 0) return;
    if (transaction) await insertAll(pushes, transaction);
    else await db.transaction((own) => insertAll(pushes, own));
  };
  const feed = createPushFeed({ after, latest, listen: (onMessage, onGap) => db.listen(pushChannel, onMessage, onGap) });
  return {
    publish: (push, transaction) => publishMany([push], transaction),
    publishMany,
    after,
    latest,
    knows: async (seq) => {
      const [row] = await db.query<{ pruned: string }>("select pruned_through::text as pruned from push_horizon");
      return seq >= Number(row?.pruned ?? 0) && seq <= (await latest());
    },
    subscribe: (listener) => feed.subscribe(listener),
    close: () => feed.close(),
  };
}
