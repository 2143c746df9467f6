import { expect, it } from "vitest";
import { createAuditLog } from "@server/audit/audit-log";
import type { Database } from "@server/db/database";
import { recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const start = Date.parse("2026-03-02T09:00:00.000Z");
const minute = 60_000;
const person = (id: string) => ({ type: "person", id, name: id, role: "support" }) as const;
const attempt = (action = "approve-an-inquiry", actor = person("user-1")) => ({
  action,
  actor,
  subject: { type: "inquiry", id: "inq_1" },
  reason: "Your role may not",
});

function desk(db: Database) {
  const clock = { at: start };
  const instance = () => createAuditLog({ db, now: () => clock.at, pushes: recordedPushes() });
  return { clock, instance };
}

describeOnEachDatabase("refused attempts", (fresh) => {
  it("are entries of their own up to ten a minute, and one more entry for the rest once the minute is over", async () => {
    const { clock, instance } = desk(await fresh());
    const audit = instance();
    for (let index = 0; index < 600; index += 1) await audit.refuse(attempt());
    expect(await audit.count({ outcome: "refused" }, 1_000)).toBe(10);
    clock.at += minute - 1;
    expect(await audit.sumUpRefusals()).toBe(0);
    clock.at += 1;
    expect(await audit.sumUpRefusals()).toBe(1);
    const [sum, tenth] = await audit.list({}, { limit: 20 });
    expect(sum).toMatchObject({
      action: "approve-an-inquiry",
      outcome: "refused",
      actor: person("user-1"),
      subject: null,
      reason: "Tried 590 more times within this minute, and was refused.",
      details: { count: 590, minute: "2026-03-02T09:00:00.000Z", actions: "approve-an-inquiry" },
    });
    expect(tenth).toMatchObject({ subject: { id: "inq_1" }, reason: "Your role may not", details: {} });
    expect(await audit.sumUpRefusals()).toBe(0);
  });

  it("are told again in the next minute, and of everybody by themselves", async () => {
    const { clock, instance } = desk(await fresh());
    const audit = instance();
    for (let index = 0; index < 10; index += 1) await audit.refuse(attempt());
    await audit.refuse(attempt("call", person("user-2")));
    clock.at += minute;
    await audit.refuse(attempt());
    expect(await audit.count({}, 1_000)).toBe(12);
    clock.at += minute;
    // nothing was left out, so there is nothing to sum
    expect(await audit.sumUpRefusals()).toBe(0);
  });

  it("of several kinds are summed with their names", async () => {
    const { clock, instance } = desk(await fresh());
    const audit = instance();
    for (let index = 0; index < 10; index += 1) await audit.refuse(attempt("told-by-itself"));
    for (const action of ["decline-an-inquiry", "approve-an-inquiry", "decline-an-inquiry"]) await audit.refuse(attempt(action));
    clock.at += minute;
    await audit.sumUpRefusals();
    const [sum] = await audit.list({}, { limit: 1 });
    expect(sum).toMatchObject({ action: "call", details: { count: 3, actions: "approve-an-inquiry, decline-an-inquiry" } });
  });

  it("are summed once by many instances, also by one that was started later", async () => {
    const { clock, instance } = desk(await fresh());
    const [one, two] = [instance(), instance()];
    for (let index = 0; index < 30; index += 1) await (index % 2 ? one : two).refuse(attempt());
    expect(await one.count({}, 1_000)).toBe(10);
    clock.at += 5 * minute;
    const sums = await Promise.all([one, two, instance()].map((audit) => audit.sumUpRefusals()));
    expect(sums.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    expect((await one.list({}, { limit: 1 }))[0]?.details).toMatchObject({ count: 20 });
  });

  it("that can't be written are not counted as written", async () => {
    const db = await fresh();
    const { instance } = desk(db);
    const audit = instance();
    await db.asSuperuser("revoke insert on audit_entries from inquiry_desk_app");
    try {
      await expect(audit.refuse(attempt())).rejects.toMatchObject({ code: "42501" });
    } finally {
      await db.asSuperuser("grant insert on audit_entries to inquiry_desk_app");
    }
    expect(await db.query("select from audit_refusals")).toEqual([]);
  });
});
