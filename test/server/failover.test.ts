import pg from "pg";
import { expect, it, vi } from "vitest";
import { createHealth } from "@server/db/health";
import { createDatabase } from "@server/db/open-database";
import { describeOnDatabase } from "@test/server/support/databases";
import { onUrl } from "@test/server/support/postgres-database";
import { silentLog } from "@test/server/support/silent-log";
import { startPostgres } from "@test/server/support/start-postgres";
import { startTcpProxy, targetOf } from "@test/server/support/tcp-proxy";

/** The same database and login on a server of its own. */
async function startSuccessor(url: string) {
  const server = await startPostgres();
  if (server === undefined) throw new Error("There was a PostgreSQL server a moment ago.");
  const { username, password, pathname } = new URL(url);
  const [user, database] = [pg.escapeIdentifier(username), pg.escapeIdentifier(pathname.slice(1))];
  await onUrl(server.url, async (superuser) => {
    await superuser.query(`create role ${user} login createrole password ${pg.escapeLiteral(password)}`);
    await superuser.query(`create database ${database} owner ${user}`);
  });
  return server;
}

describeOnDatabase("postgres", "a failover that leaves the old server up", (fresh) => {
  it("is noticed by the connection that listens, which goes to the new server and says that it may have missed something", async () => {
    const { url = "" } = await fresh();
    const successor = await startSuccessor(url);
    const network = await startTcpProxy(targetOf(url));
    const through = network.through(url);
    try {
      const db = await createDatabase({ kind: "postgres", url: through, migrationUrl: undefined }, silentLog);
      const health = createHealth({ db, canAudit: () => Promise.resolve(true), log: silentLog, now: Date.now, patienceMs: 1_000 });
      const heard: string[] = [];
      const gap = vi.fn<() => void>();
      await db.listen("first", (payload) => heard.push(payload), gap);
      await health.check();
      expect(health.state().liveUpdates).toBe("ok");

      network.lead(targetOf(successor.url));
      await createDatabase({ kind: "postgres", url: through, migrationUrl: undefined }, silentLog).then((other) => other.close());
      // those of the pool come to the new server; the one that listens stays
      db.renew("silent");
      await health.check();
      expect(health.state().liveUpdates).toBe("off");
      await health.check();
      expect(health.state().liveUpdates).toBe("ok");
      expect(gap).toHaveBeenCalledOnce();
      await db.query("select pg_notify('first', 'from the new server')");
      await vi.waitFor(() => expect(heard).toEqual(["from the new server"]));
      await db.close();
    } finally {
      await network.close();
      await successor.stop();
    }
  });
});
