import { expect, it, vi } from "vitest";
import { describeOnDatabase, describeOnEachDatabase } from "@test/server/support/databases";
import type { Database } from "./database";
import { createHealth, type HealthState } from "./health";

const well: HealthState = { database: "ok", audit: "ok", liveUpdates: "ok" };

/** The health of a database, with what was logged and told of it. */
function watch(db: Database, more: { canAudit?: () => Promise<boolean>; patienceMs?: number } = {}) {
  let time = 0;
  const lines: string[] = [];
  const told: HealthState[] = [];
  const line = (_details: object, message: string) => void lines.push(message.split(":")[0] ?? "");
  const health = createHealth({
    db,
    canAudit: () => Promise.resolve(true),
    log: { info: line, warn: line, error: line },
    now: () => time,
    ...more,
  });
  health.onChange((state) => told.push(state));
  return { health, lines, told, pass: (ms: number) => (time += ms) };
}

describeOnEachDatabase("the health of the database", (fresh) => {
  it("is good where it takes changes and notifies, and nothing is logged", async () => {
    const { health, lines, told } = watch(await fresh());
    await health.check();
    await health.check();
    expect(health.state()).toEqual(well);
    expect([lines, told]).toEqual([[], []]);
  });

  it("knows a database that takes no changes, says so once, and that it is over", async () => {
    const db = await fresh();
    const { health, lines, told } = watch(db);
    const [row] = await db.asSuperuser("select current_database() as name");
    const { name } = row as { name: string };
    const readOnly = async (value: "on" | "off") => {
      // what is connected knows nothing of what changes for the whole database
      if (db.kind === "embedded") await db.query(`set default_transaction_read_only = ${value}`);
      else await db.asSuperuser(`alter database ${name} set default_transaction_read_only = ${value}`);
      db.renew("silent");
    };
    await readOnly("on");
    await health.check();
    await health.check();
    expect(health.state()).toEqual({ ...well, database: "takes-no-changes" });
    await readOnly("off");
    await health.check();
    expect(health.state()).toEqual(well);
    expect(lines).toEqual(["the database takes no changes", "the database works again"]);
    expect(told).toEqual([{ ...well, database: "takes-no-changes" }, well]);
  });

  it("knows an audit log that cannot be written", async () => {
    let canBeAudited = false;
    const { health, lines } = watch(await fresh(), { canAudit: () => Promise.resolve(canBeAudited) });
    await health.check();
    expect(health.state()).toEqual({ ...well, audit: "cannot-be-written" });
    canBeAudited = true;
    await health.check();
    expect(lines).toEqual(["the audit log cannot be written", "the audit log can be written again"]);
  });

  it("knows that what it notifies itself of is not heard, and has the connection renewed", async () => {
    const db = await fresh();
    let isDeaf = true;
    const renew = vi.fn<Database["renew"]>();
    const deaf: Database = {
      ...db,
      listen: (channel, onMessage, onGap) => db.listen(channel, (payload) => void (isDeaf || onMessage(payload)), onGap),
      renew,
    };
    const { health, lines } = watch(deaf, { patienceMs: 100 });
    await health.check();
    await health.check();
    expect(health.state()).toEqual({ ...well, liveUpdates: "off" });
    expect(renew.mock.calls).toEqual([["listening"], ["listening"]]);
    isDeaf = false;
    await health.check();
    expect(lines).toEqual(["live updates are off", "live updates are on again"]);
  });
});

describeOnDatabase("postgres", "the health of a database's disk", (fresh) => {
  it("is looked at by taking some of it, which no row that is written again and again does", async () => {
    const db = await fresh();
    const { health } = watch(db);
    await health.check();
    // what a connection did is counted at its end
    db.renew("silent");
    await vi.waitFor(async () => {
      const [row] = await db.asSuperuser("select temp_bytes::int as bytes from pg_stat_database where datname = current_database()");
      expect((row as { bytes: number }).bytes).toBeGreaterThan(100_000);
    });
  });

  it("is not told by a server that keeps temporary files small, and everything else is still looked at", async () => {
    const db = await fresh();
    const [row] = await db.asSuperuser("select current_database() as name");
    await db.asSuperuser(`alter database ${(row as { name: string }).name} set temp_file_limit = 0`);
    db.renew("silent");
    const hearsNothing: Database = { ...db, listen: (channel, _onMessage, onGap) => db.listen(channel, () => undefined, onGap) };
    const { health } = watch(hearsNothing, { patienceMs: 500 });
    await health.check();
    expect(health.state()).toEqual({ ...well, liveUpdates: "off" });
  });
});

describeOnDatabase("embedded", "the health of a database that falls silent", (fresh) => {
  it("is bad once it is not answered in time, and counts since when", async () => {
    const db = await fresh();
    let isSilent = true;
    const renew = vi.fn<Database["renew"]>();
    const silent: Database = {
      ...db,
      transaction: (work) => (isSilent ? new Promise(() => undefined) : db.transaction(work)),
      renew,
    };
    const { health, lines, pass } = watch(silent, { patienceMs: 50 });
    await health.check();
    expect(health.state().database).toBe("unreachable");
    // the connection that listens once: it is opened anew for as long as it takes
    expect(renew.mock.calls).toEqual([["silent"], ["listening"]]);
    pass(40_000);
    await health.check();
    pass(20_000);
    expect(health.unreachableMs()).toBe(60_000);
    isSilent = false;
    await health.check();
    expect(health.unreachableMs()).toBe(0);
    expect(lines).toEqual(["the database does not answer", "the database works again"]);
  });
});
