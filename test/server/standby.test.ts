import { expect, it, vi } from "vitest";
import { createDatabase } from "@server/db/open-database";
import { describeOnDatabase } from "@test/server/support/databases";
import { startFullDesk } from "@test/server/support/full-desk";
import { onUrl } from "@test/server/support/postgres-database";
import { silentLog } from "@test/server/support/silent-log";
import { startPostgres, startStandby } from "@test/server/support/start-postgres";
import { startTcpProxy, targetOf } from "@test/server/support/tcp-proxy";

describeOnDatabase("postgres", "a standby", () => {
  const open = (url: string) => createDatabase({ kind: "postgres", url, migrationUrl: undefined }, silentLog);

  it("is refused at the start, noticed by those it took over from, and works once it is promoted", async () => {
    const primary = await startPostgres();
    if (primary === undefined) throw new Error("There was a PostgreSQL server a moment ago.");
    const network = await startTcpProxy(targetOf(primary.url));
    const db = await open(network.through(primary.url));
    const standby = await startStandby(primary);
    const desk = await startFullDesk(db);
    const until = (status: number, text: string) =>
      vi.waitFor(
        async () => {
          const answer = await fetch(`${desk.url}/readyz`);
          expect([answer.status, await answer.text()]).toEqual([status, text]);
        },
        { timeout: 20_000, interval: 100 },
      );
    try {
      await desk.cookieOf("lead");
      await expect(open(standby.url)).rejects.toThrow("The database cannot be used: it is a standby");

      network.lead(targetOf(standby.url));
      network.cut();
      await until(503, "database takes no changes\n");
      const refused = await desk.call("lead", "PUT", "/desk/v1/claims/inq_1", {});
      expect([refused.status, refused.headers.get("desk-sent")]).toEqual([503, "no"]);

      await onUrl(standby.url, (superuser) => superuser.query("select pg_promote()"));
      await until(200, "ready\n");
      expect((await desk.call("lead", "PUT", "/desk/v1/claims/inq_1", {})).status).toBe(200);
    } finally {
      await desk.stop();
      await db.close();
      await network.close();
      await standby.stop();
      await primary.stop();
    }
  });
});
