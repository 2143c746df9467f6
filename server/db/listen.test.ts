import { expect, it, vi } from "vitest";
import { describeOnDatabase, describeOnEachDatabase } from "@test/server/support/databases";
import { silentLog } from "@test/server/support/silent-log";
import type { Database } from "./database";
import { openPostgres } from "./postgres";

const notify = (db: Database, channel: string, payload: string) => db.query("select pg_notify($1, $2)", [channel, payload]);

/** Hears on a channel, and waits for what comes. */
async function hear(db: Database, channel: string) {
  const heard: string[] = [];
  const gaps = vi.fn<() => void>();
  const stop = await db.listen(channel, (payload) => heard.push(payload), gaps);
  /** Resolves with what was heard once it is so many messages. */
  const next = (count: number) =>
    vi.waitFor(
      () => {
        if (heard.length < count) throw new Error(`heard ${heard.join()} only`);
        return heard;
      },
      { timeout: 5_000 },
    );
  return { heard, gaps, stop, next };
}

describeOnEachDatabase("listening", (fresh) => {
  it("hears its channel, in order, and no other", async () => {
    const db = await fresh();
    const first = await hear(db, "first");
    const other = await hear(db, "Other channel");
    await notify(db, "first", "1");
    await notify(db, "Other channel", "x");
    await notify(db, "first", "2");
    expect(await first.next(2)).toEqual(["1", "2"]);
    expect(await other.next(1)).toEqual(["x"]);
  });

  it("hears a transaction when it is committed, and one that is rolled back never", async () => {
    const db = await fresh();
    const { heard, next } = await hear(db, "first");
    await db
      .transaction(async (transaction) => {
        await transaction.query("select pg_notify('first', 'never')");
        throw new Error("no");
      })
      .catch(() => undefined);
    await db.transaction(async (transaction) => {
      await transaction.query("select pg_notify('first', 'committed')");
      expect(heard).toEqual([]);
    });
    expect(await next(1)).toEqual(["committed"]);
  });

  it("lets who hears ask the database", async () => {
    const db = await fresh();
    const answers: unknown[] = [];
    await db.listen(
      "first",
      () => void db.query("select 1 as one").then((rows) => answers.push(...rows)),
      () => undefined,
    );
    await db.transaction((transaction) => transaction.query("select pg_notify('first', '')"));
    await vi.waitFor(() => expect(answers).toEqual([{ one: 1 }]));
  });

  it("goes on when one who hears throws", async () => {
    const db = await fresh();
    await db.listen(
      "first",
      () => {
        throw new Error("no");
      },
      () => undefined,
    );
    const { next } = await hear(db, "first");
    await notify(db, "first", "1");
    expect(await next(1)).toEqual(["1"]);
  });

  it("stops for the one who stops", async () => {
    const db = await fresh();
    const stopped = await hear(db, "first");
    const stays = await hear(db, "first");
    await stopped.stop();
    await notify(db, "first", "1");
    expect(await stays.next(1)).toEqual(["1"]);
    expect(stopped.heard).toEqual([]);
  });
});

describeOnDatabase("postgres", "listening with two instances", (fresh) => {
  it("hears what the other instance sends", async () => {
    const db = await fresh();
    const other = await openPostgres(db.url ?? "", silentLog);
    try {
      const { next } = await hear(db, "first");
      await notify(other, "first", "from the other");
      expect(await next(1)).toEqual(["from the other"]);
    } finally {
      await other.close();
    }
  });

  it("says that there was a gap when its connection was lost, and hears again", async () => {
    const db = await fresh();
    const { gaps, next } = await hear(db, "first");
    await notify(db, "first", "before");
    expect(await next(1)).toEqual(["before"]);
    const lost = await db.asSuperuser(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'",
    );
    expect(lost).toHaveLength(1);
    await vi.waitFor(() => expect(gaps).toHaveBeenCalledOnce(), { timeout: 5_000 });
    await notify(db, "first", "after");
    expect(await next(2)).toEqual(["before", "after"]);
    expect(gaps).toHaveBeenCalledOnce();
  });

  it("comes back with all connections lost, those of the pool too", async () => {
    const db = await fresh();
    const { gaps } = await hear(db, "first");
    await db.asSuperuser(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await vi.waitFor(() => expect(gaps).toHaveBeenCalledOnce(), { timeout: 5_000 });
    expect(await db.query("select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("closes while the connection is lost", async () => {
    const db = await fresh();
    await hear(db, "first");
    await db.asSuperuser(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await db.close();
    // the server needs a moment to end what has hung up
    await vi.waitFor(async () => {
      const left = await db.asSuperuser(
        "select pid from pg_stat_activity where datname = current_database() and application_name = 'inquiry-desk'",
      );
      expect(left).toEqual([]);
    });
  });
});
