import { expect, it, vi } from "vitest";
import type { Queryable } from "./database";
import { describeOnDatabase, describeOnEachDatabase } from "@test/server/support/databases";

/** A gate that something waits at until the test opens it. */
function gate() {
  let open = () => undefined as void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

const ids = (db: Queryable) => db.query<{ id: number }>("select id from scratch order by id").then((rows) => rows.map(({ id }) => id));
const insert = (db: Queryable, id: number) => db.query("insert into scratch values ($1)", [id]);

describeOnEachDatabase("transaction", (fresh) => {
  const withTable = async () => {
    const db = await fresh();
    await db.asSuperuser("drop table if exists scratch");
    await db.asSuperuser("create table scratch (id int primary key)");
    await db.asSuperuser("grant select, insert on scratch to inquiry_desk_app");
    return db;
  };

  it("keeps all of it and gives back what the work gives", async () => {
    const db = await withTable();
    const result = await db.transaction(async (transaction) => {
      await insert(transaction, 1);
      await insert(transaction, 2);
      return "done";
    });
    expect(result).toBe("done");
    expect(await ids(db)).toEqual([1, 2]);
  });

  it("keeps nothing when the work throws", async () => {
    const db = await withTable();
    const work = db.transaction(async (transaction) => {
      await insert(transaction, 1);
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await ids(db)).toEqual([]);
  });

  it("says so when the work swallowed an error and PostgreSQL kept nothing", async () => {
    const db = await withTable();
    const work = db.transaction(async (transaction) => {
      await insert(transaction, 1);
      await insert(transaction, 1).catch(() => undefined);
    });
    await expect(work).rejects.toThrow("rolled back");
    expect(await ids(db)).toEqual([]);
  });

  it("is not seen from outside before it is over", async () => {
    const db = await withTable();
    const inserted = gate();
    const seen = gate();
    const work = db.transaction(async (transaction) => {
      await insert(transaction, 1);
      inserted.open();
      await seen.opened;
    });
    await inserted.opened;
    const before = ids(db);
    // the real one answers now; the embedded one lets nobody ask until the transaction is over
    const early = db.kind === "postgres" ? await before : [];
    seen.open();
    await work;
    expect(early).toEqual([]);
    expect(await (db.kind === "postgres" ? ids(db) : before)).toEqual([1]);
  });

  it("does not mix with others that run at the same time", async () => {
    const db = await withTable();
    const each = Array.from({ length: 20 }, (_, index) =>
      db.transaction(async (transaction) => {
        await insert(transaction, index);
        if (index % 2 === 1) throw new Error("odd");
      }),
    );
    await Promise.allSettled(each);
    expect(await ids(db)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  it("refuses the database inside, which would wait for itself", async () => {
    const db = await withTable();
    await expect(db.transaction(() => db.query("select 1"))).rejects.toThrow("Use the transaction");
    await expect(db.transaction(() => db.transaction(() => Promise.resolve()))).rejects.toThrow("Use the transaction");
    expect(await db.query("select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("refuses to be used when it is over", async () => {
    const db = await withTable();
    const leaked = await db.transaction((transaction) => Promise.resolve({ transaction }));
    await expect(leaked.transaction.query("select 1")).rejects.toThrow("over");
  });

  it("is waited for when the database is closed", async () => {
    const db = await withTable();
    const started = gate();
    const work = db.transaction(async (transaction) => {
      started.open();
      await insert(transaction, 1);
    });
    await started.opened;
    await db.close();
    await work;
    await expect(db.query("select 1")).rejects.toThrow(/closed|after calling end/);
    expect(await db.asSuperuser("select id from scratch")).toEqual([{ id: 1 }]);
  });
});

describeOnDatabase("postgres", "a process that stands still in the middle of a transaction", (fresh) => {
  const withScratch = async () => {
    const db = await fresh();
    await db.asSuperuser("create table if not exists scratch (id int primary key)");
    await db.asSuperuser("grant select, insert, delete on scratch to inquiry_desk_app");
    return db;
  };

  it("loses its transaction before others give up waiting for it", async () => {
    const db = await withScratch();
    const held = gate();
    const thawed = gate();
    const frozen = db.transaction(async (transaction) => {
      await transaction.query("insert into scratch values (1)");
      held.open();
      await thawed.opened;
    });
    const outcome = Promise.allSettled([frozen]);
    await held.opened;
    // waits for the same key, and gets it
    await db.query("insert into scratch values (1)");
    thawed.open();
    expect(await outcome).toEqual([{ status: "rejected", reason: expect.objectContaining({ trouble: "does-not-answer" }) as unknown }]);
    expect(await db.query("select id from scratch")).toEqual([{ id: 1 }]);
  });

  it("loses those that waited for each other before others give up", async () => {
    const db = await fresh();
    const thawed = gate();
    const lock = (queryable: Queryable) => queryable.query("select pg_advisory_xact_lock(1)");
    const waiting = async (count: number) => {
      const rows = await db.asSuperuser("select 1 from pg_locks where locktype = 'advisory' and objid = 1");
      expect(rows).toHaveLength(count);
    };
    const frozen: Promise<void>[] = [];
    for (const count of [1, 2]) {
      frozen.push(db.transaction((transaction) => lock(transaction).then(() => thawed.opened)));
      await vi.waitFor(() => waiting(count));
    }
    const outcome = Promise.allSettled(frozen);
    await lock(db);
    thawed.open();
    expect((await outcome).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
