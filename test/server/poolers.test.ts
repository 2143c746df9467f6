import { describe, expect, it } from "vitest";
import { createHealth } from "@server/db/health";
import { createDatabase } from "@server/db/open-database";
import { describeOnDatabase } from "@test/server/support/databases";
import { silentLog } from "@test/server/support/silent-log";
import { hasPgbouncer, startPgbouncer } from "@test/server/support/start-pgbouncer";

describe.runIf(hasPgbouncer)("by way of PgBouncer", () => {
  describeOnDatabase("postgres", "a database", (fresh) => {
    async function health(mode: "session" | "transaction") {
      const { url = "" } = await fresh();
      const pooler = await startPgbouncer(url, mode);
      try {
        const lines: string[] = [];
        const line = (_details: object, message: string) => void lines.push(message);
        const log = { info: line, warn: line, error: line };
        const db = await createDatabase({ kind: "postgres", url: pooler.url, migrationUrl: url }, silentLog);
        const watched = createHealth({ db, canAudit: () => Promise.resolve(true), log, now: Date.now, patienceMs: 1_000 });
        await watched.check();
        await watched.check();
        const session = "select current_user::text as role, current_schema()::text as schema, current_setting('lock_timeout') as waits";
        const rows = await Promise.all(Array.from({ length: 10 }, () => db.query(session)));
        await db.close();
        return { state: watched.state(), lines, rows: rows.flat() };
      } finally {
        await pooler.stop();
      }
    }

    it("does everything where each connection has a session of its own", async () => {
      const { state, lines, rows } = await health("session");
      expect(state).toEqual({ database: "ok", audit: "ok", liveUpdates: "ok" });
      expect(lines).toEqual([]);
      expect(rows).toEqual(rows.map(() => ({ role: "inquiry_desk_app", schema: "desk", waits: "5s" })));
    });

    it("says once that nothing is heard where connections share sessions", async () => {
      const { state, lines } = await health("transaction");
      expect(state.liveUpdates).toBe("off");
      expect(lines).toEqual([expect.stringMatching(/^live updates are off: .*pool_mode=session/)]);
    });
  });
});
