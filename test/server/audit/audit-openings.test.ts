import { expect, it } from "vitest";
import type { Database } from "@server/db/database";
import { createAuditLog } from "@server/audit/audit-log";
import { createOpenings } from "@server/audit/audit-openings";
import { recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const opening = (who: string, id: string) => ({
  action: id.startsWith("inq_") ? "retrieve-an-inquiry" : "retrieve-an-account",
  actor: { type: "person", id: `user-${who}`, name: who, role: "reviewer" } as const,
  subject: { type: id.startsWith("inq_") ? "inquiry" : "account", id },
  referenceId: () => `cus-of-${id}`,
  requestId: "dr_1",
  personaRequestId: "req_1",
});

/** Instances of one desk, at one time. */
function desk(db: Database, instances: number) {
  let at = Date.parse("2026-03-02T09:50:00.000Z");
  const now = () => at;
  const audit = createAuditLog({ db, now, pushes: recordedPushes() });
  return {
    audit,
    instances: Array.from({ length: instances }, () => createOpenings({ audit, now })),
    pass: (minutes: number) => (at += minutes * 60_000),
    referenceIds: async () => (await audit.list({}, { limit: 50 })).map(({ referenceId }) => referenceId).toReversed(),
    entries: async () => (await audit.list({}, { limit: 50 })).map(({ actor, subject }) => `${actor.name} ${subject?.id}`).toReversed(),
  };
}

describeOnEachDatabase("what somebody opened", (fresh) => {
  it("stands in the log once a person, object and hour, whichever instances read it and how often", async () => {
    const { instances, pass, entries } = desk(await fresh(), 2);
    const read = (who: string, id: string) => Promise.all([...instances, ...instances].map((one) => one.note(opening(who, id))));
    await read("rita", "inq_1");
    await read("rita", "act_1");
    await read("lena", "inq_1");
    pass(9);
    await read("rita", "inq_1");
    expect(await entries()).toEqual(["rita inq_1", "rita act_1", "lena inq_1"]);
    pass(1);
    await read("rita", "inq_1");
    expect(await entries()).toEqual(["rita inq_1", "rita act_1", "lena inq_1", "rita inq_1"]);
  });

  it("is told with the reference ID, beside the chain", async () => {
    const db = await fresh();
    const { audit, instances, referenceIds } = desk(db, 1);
    for (const id of ["inq_1", "act_1"]) await instances[0]?.note(opening("rita", id));
    expect(await referenceIds()).toEqual(["cus-of-inq_1", "cus-of-act_1"]);
    await audit.eraseTexts({ subject: { type: "inquiry", id: "inq_1" } });
    expect((await referenceIds()).slice(0, 2)).toEqual([null, "cus-of-act_1"]);
    expect(JSON.stringify(await db.query("select content from audit_entries"))).not.toContain("cus-of");
  });

  it("is asked of the log again when it could not be written", async () => {
    const { audit, entries } = desk(await fresh(), 0);
    let refusals = 1;
    const append: typeof audit.append = (input) => ((refusals -= 1) >= 0 ? Promise.reject(new Error("read-only")) : audit.append(input));
    const openings = createOpenings({ audit: { append }, now: () => 0 });
    await expect(openings.note(opening("rita", "inq_1"))).rejects.toThrow("read-only");
    await openings.note(opening("rita", "inq_1"));
    expect(await entries()).toEqual(["rita inq_1"]);
  });
});
