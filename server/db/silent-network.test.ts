import { Socket } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import { describeOnDatabase } from "@test/server/support/databases";
import { settled } from "@test/server/support/manual-clock";
import { silentLog } from "@test/server/support/silent-log";
import { startTcpProxy, targetOf, type TcpProxy } from "@test/server/support/tcp-proxy";
import type { Database } from "./database";
import { createHealth } from "./health";
import { openPostgres } from "./postgres";

/** Has the pool open all the connections it may. */
const all = (db: Database) => Promise.all(Array.from({ length: 10 }, () => db.query("select pg_sleep(0.1)::text")));
const noGap = () => undefined;

describeOnDatabase("postgres", "a network that falls silent", (fresh) => {
  /** A database by way of a network, watched by hand. */
  async function onNetwork(work: (db: Database, network: TcpProxy, check: () => Promise<unknown>) => Promise<void>): Promise<void> {
    const { url = "" } = await fresh();
    const network = await startTcpProxy(targetOf(url));
    const db = await openPostgres(network.through(url), silentLog);
    const health = createHealth({ db, canAudit: () => Promise.resolve(true), log: silentLog, now: Date.now, patienceMs: 1_000 });
    const check = async () => {
      await health.check();
      return health.state();
    };
    try {
      await work(db, network, check);
    } finally {
      // what still waits for an answer is not waited for
      network.cut();
      await db.close();
      await network.close();
    }
  }

  it("keeps no connection that was silent: all of them are replaced once it passes again", () =>
    onNetwork(async (db, network, check) => {
      await check();
      await all(db);
      network.set("hold");
      const stuck = Array.from({ length: 10 }, () => db.query("select 1"));
      let isOver = false;
      const outcomes = Promise.allSettled(stuck).finally(() => (isOver = true));
      network.set("silence");
      await vi.waitUntil(async () => {
        await check();
        return isOver;
      }, 15_000);
      expect(await outcomes).toEqual(
        stuck.map(() => ({ status: "rejected", reason: expect.objectContaining({ trouble: "does-not-answer" }) as unknown })),
      );
      network.set("pass");
      await vi.waitUntil(async () => ((await check()) as { database: string }).database === "ok", 15_000);
      expect(await Promise.all(Array.from({ length: 10 }, () => db.query("select 1 as one")))).toHaveLength(10);
    }));

  it("is given up in time though nobody watches, and the connection is not used again", () =>
    onNetwork(async (db, network) => {
      await db.query("select 1");
      network.set("silence");
      vi.useFakeTimers({ toFake: ["setTimeout"] });
      onTestFinished(() => void vi.useRealTimers());
      const outcome = db.query("select 1").catch((error: unknown) => error);
      await settled();
      await vi.advanceTimersByTimeAsync(17_000);
      expect(await outcome).toMatchObject({ trouble: "does-not-answer" });
      vi.useRealTimers();
      network.set("pass");
      expect(await db.query("select 1 as one")).toEqual([{ one: 1 }]);
    }));

  it("is found out by the system, too, where nobody asks anything", () => {
    const asked = vi.spyOn(Socket.prototype, "setKeepAlive");
    onTestFinished(() => asked.mockRestore());
    return onNetwork(async (db) => {
      await db.listen("first", noGap, noGap);
      asked.mockClear();
      await all(db);
      expect(asked.mock.calls.filter(([isOn]) => isOn === true).length).toBeGreaterThanOrEqual(9);
    });
  });

  it("hears again after it, and is told that it may have missed something", () =>
    onNetwork(async (db, network, check) => {
      const heard: string[] = [];
      const gap = vi.fn<() => void>();
      await db.listen("first", (payload) => heard.push(payload), gap);
      await check();
      network.set("silence");
      await check();
      network.set("pass");
      await vi.waitUntil(
        async () => ((await check()) as { liveUpdates: string }).liveUpdates === "ok" && gap.mock.calls.length > 0,
        15_000,
      );
      await db.query("select pg_notify('first', 'after')");
      await vi.waitFor(() => expect(heard).toEqual(["after"]));
    }));

  it("lets nobody wait for a free connection for ever", () =>
    onNetwork(async (db, network) => {
      await db.listen("first", noGap, noGap);
      await all(db);
      network.set("hold");
      const stuck = Promise.allSettled(Array.from({ length: 10 }, () => db.query("select 1")));
      await expect(db.query("select 1")).rejects.toMatchObject({ trouble: "does-not-answer" });
      network.set("pass");
      // slow is not lost: they were answered after all
      expect((await stuck).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => "fulfilled"));
    }));

  it("keeps statements that are only slow while connections are renewed", () =>
    onNetwork(async (db) => {
      const slow = db.transaction(async (transaction) => {
        const answer = transaction.query("select pg_sleep(0.2)::text as slept, 1 as one");
        db.renew("silent");
        return answer;
      });
      expect(await slow).toMatchObject([{ one: 1 }]);
    }));
});
