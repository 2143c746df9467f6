import { expect, it, vi } from "vitest";
import { createAuditLog } from "@server/audit/audit-log";
import { retentionPlan } from "@server/retention/retention-plan";
import { retentionTasks } from "@server/retention/retention-tasks";
import { createSchedule } from "@server/retention/schedule";
import { recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { startFullDesk } from "@test/server/support/full-desk";
import { createManualClock } from "@test/server/support/manual-clock";
import { silentPino } from "@test/server/support/silent-pino";

const minute = 60_000;

describeOnEachDatabase("what the schedule carries out", (fresh) => {
  it("deletes what is old in every table of the plan, erases what was redacted, and sums up refusals", async () => {
    const db = await fresh();
    const clock = createManualClock();
    const now = () => clock.now();
    const audit = createAuditLog({ db, now, pushes: recordedPushes() });
    const schedule = createSchedule({ db, clock, log: silentPino, tasks: retentionTasks({ db, now, audit }) });
    const subject = { type: "inquiry", id: "inq_1" };
    const actor = { type: "person", id: "user-1", name: "Ada" } as const;
    await audit.append({ action: "decline-an-inquiry", outcome: "done", actor, subject, comment: "Forged" });
    for (let times = 0; times < 11; times += 1) await audit.refuse({ action: "approve-an-inquiry", actor, subject });
    await db.query("insert into standing_reads (reference_hash, read_at) values ('old', '2020-01-01'), ('young', $1::timestamptz)", [
      new Date(clock.now()).toISOString(),
    ]);
    await db.query(
      `insert into webhook_events (event_id, name, object_type, object_id, received_at)
       values ('evt_old', 'inquiry.created', 'inquiry', 'inq_2', '2020-01-01'), ('evt_1', 'inquiry.redacted', 'inquiry', 'inq_1', $1::timestamptz)`,
      [new Date(clock.now()).toISOString()],
    );
    clock.advance(minute);
    const done = await schedule.runDue();
    expect(done).toEqual(expect.arrayContaining(retentionPlan.map(({ table }) => `delete old ${table}`)));
    expect(
      await db.query("select reference_hash as key from standing_reads union select event_id from webhook_events order by key"),
    ).toEqual([{ key: "evt_1" }, { key: "young" }]);
    expect((await audit.list({ actions: ["decline-an-inquiry"] }, { limit: 1 }))[0]).toMatchObject({ comment: null, erased: ["comment"] });
    expect(await audit.list({ actions: ["erase-texts"] }, { limit: 9 })).toHaveLength(1);
    expect((await audit.list({ actorId: "user-1" }, { limit: 1 }))[0]?.details).toMatchObject({ count: 1 });

    // nothing is due before its time
    expect(await schedule.runDue()).toEqual([]);
    clock.advance(minute);
    expect((await schedule.runDue()).toSorted()).toEqual([
      "erase what was redacted",
      "sum up refused attempts",
      "sum up the tally of inquiries",
    ]);
  });

  it("is carried out by an instance of the desk by itself", async () => {
    const db = await fresh();
    const clock = createManualClock(Date.now());
    const desk = await startFullDesk(db, { clock });
    try {
      await db.query("insert into standing_reads (reference_hash, read_at) values ('old', '2020-01-01')");
      clock.advance(minute);
      await vi.waitFor(async () => expect(await db.query("select from standing_reads")).toEqual([]), { timeout: 20_000 });
    } finally {
      await desk.stop();
    }
  });
});
