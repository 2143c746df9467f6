import { expect, it, vi } from "vitest";
import { openPostgres } from "@server/db/postgres";
import { describeOnDatabase } from "@test/server/support/databases";
import { readEvents } from "@test/server/support/event-reader";
import { startFullDesk } from "@test/server/support/full-desk";
import { silentLog } from "@test/server/support/silent-log";
import { startTcpProxy, targetOf } from "@test/server/support/tcp-proxy";

describeOnDatabase("postgres", "a desk whose database", (fresh) => {
  const ready = async (url: string) => {
    const answer = await fetch(`${url}/readyz`);
    return [answer.status, await answer.text()];
  };
  /** Looks again until it is so; it is seen within seconds. */
  const until = (url: string, expected: readonly [number, string]) =>
    vi.waitFor(async () => expect(await ready(url)).toEqual(expected), { timeout: 15_000, interval: 100 });

  it("takes no entries of the audit log says so, on screens too, until it does again", async () => {
    const db = await fresh();
    const desk = await startFullDesk(db);
    try {
      expect(await ready(desk.url)).toEqual([200, "ready\n"]);
      const events = readEvents(await desk.call("reviewer", "GET", "/desk/v1/events"));
      await events.opened();
      await db.asSuperuser("revoke insert on audit_entries from inquiry_desk_app");
      await until(desk.url, [503, "audit log can't be written\n"]);
      expect(await events.next()).toMatchObject({ event: "health", data: { audit: "cannot-be-written" } });
      await db.asSuperuser("grant insert on audit_entries to inquiry_desk_app");
      await until(desk.url, [200, "ready\n"]);
      expect(await events.next()).toMatchObject({ event: "health", data: { audit: "ok" } });
      await events.leave();
    } finally {
      await db.asSuperuser("grant insert on audit_entries to inquiry_desk_app");
      await desk.stop();
    }
  });

  it("lets it hear nothing of what it tells itself says so from its first moment", async () => {
    const db = await fresh();
    const hearsNothing: typeof db.listen = (channel, _onMessage, onGap) => db.listen(channel, () => undefined, onGap);
    const desk = await startFullDesk({ ...db, listen: hearsNothing });
    try {
      expect(await ready(desk.url)).toEqual([503, "live updates are off\n"]);
    } finally {
      await desk.stop();
    }
  });

  it("takes no changes answers 503 in words, and works again by itself", async () => {
    const db = await fresh();
    const desk = await startFullDesk(db);
    try {
      await desk.cookieOf("lead");
      const [row] = await db.asSuperuser("select current_database() as name");
      const { name } = row as { name: string };
      await db.asSuperuser(`alter database ${name} set default_transaction_read_only = on`);
      db.renew("silent");
      await until(desk.url, [503, "database takes no changes\n"]);
      const answer = await desk.call("lead", "PUT", "/desk/v1/claims/inq_1", {});
      expect([answer.status, answer.headers.get("desk-sent"), answer.headers.get("retry-after")]).toEqual([503, "no", "5"]);
      expect(await answer.text()).toContain("The desk's database takes no changes");
      await db.asSuperuser(`alter database ${name} set default_transaction_read_only = off`);
      await until(desk.url, [200, "ready\n"]);
      expect((await desk.call("lead", "PUT", "/desk/v1/claims/inq_1", {})).status).toBe(200);
    } finally {
      await desk.stop();
    }
  });

  it("has a table locked gives up waiting, says that nothing was done, and is ready all the while", async () => {
    const db = await fresh();
    const desk = await startFullDesk(db);
    await db.asSuperuser("begin");
    await db.asSuperuser("lock table claims");
    try {
      const answer = await desk.call("lead", "PUT", "/desk/v1/claims/inq_1", {});
      expect([answer.status, answer.headers.get("desk-sent"), answer.headers.get("retry-after")]).toEqual([503, "no", "5"]);
      expect(await answer.text()).toContain("The desk's database is busy");
      expect(await ready(desk.url)).toEqual([200, "ready\n"]);
    } finally {
      await db.asSuperuser("rollback");
      await desk.stop();
    }
  });

  it("falls silent answers 503 in words, and works within seconds of its end", async () => {
    const { url = "" } = await fresh();
    const network = await startTcpProxy(targetOf(url));
    const db = await openPostgres(network.through(url), silentLog);
    const desk = await startFullDesk(db);
    try {
      await desk.cookieOf("lead");
      network.set("silence");
      const during = Array.from({ length: 12 }, () => desk.call("lead", "GET", "/desk/v1/session"));
      await until(desk.url, [503, "database unreachable\n"]);
      for (const answer of await Promise.all(during)) {
        expect(answer.status).toBe(503);
        expect(await answer.text()).toContain("The desk's database does not answer");
      }
      network.set("pass");
      await until(desk.url, [200, "ready\n"]);
      const after = await Promise.all(Array.from({ length: 12 }, () => desk.call("lead", "GET", "/desk/v1/session")));
      expect(after.map(({ status }) => status)).toEqual(after.map(() => 200));
    } finally {
      network.set("pass");
      await desk.stop();
      await db.close();
      await network.close();
    }
  });
});
