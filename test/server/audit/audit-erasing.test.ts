import { expect, it } from "vitest";
import type { AuditInput } from "@server/audit/audit-entry";
import { createAuditLog } from "@server/audit/audit-log";
import { verifyAudit } from "@server/audit/audit-verify";
import type { Database } from "@server/db/database";
import { recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const logOn = (db: Database, pushes = recordedPushes()) => createAuditLog({ db, now: () => at, pushes });
const entry = (inquiry: string, more: Partial<AuditInput> = {}): AuditInput => ({
  action: "decline-an-inquiry",
  outcome: "done",
  actor: { type: "person", id: "user-1", name: "Ada" },
  subject: { type: "inquiry", id: inquiry },
  ...more,
});
const subject = { type: "inquiry", id: "inq_1" };

describeOnEachDatabase("erasing what is personal in the audit log", (fresh) => {
  it("takes the texts of one inquiry, says so, and leaves the chain whole", async () => {
    const db = await fresh();
    const audit = logOn(db);
    await audit.append(entry("inq_1", { comment: "Forged", referenceId: "cus-1", reason: "Stays" }));
    await audit.append(entry("inq_2", { comment: "Another's", referenceId: "cus-1" }));
    await audit.append(entry("inq_1", { comment: "Still forged" }));
    const before = await audit.list({}, { limit: 10 });

    expect(await audit.eraseTexts({ subject, requestId: "dr_1" })).toBe(3);

    const [erasing, third, second, first] = await audit.list({}, { limit: 10 });
    expect(erasing).toMatchObject({ action: "erase-texts", actor: { type: "system" }, subject, requestId: "dr_1", details: { texts: 3 } });
    const erased = { comment: null, referenceId: null, erasedAt: "2026-03-02T09:00:00.000Z" };
    expect(third).toEqual({ ...before[0], ...erased, erased: ["comment"] });
    expect(second).toEqual(before[1]);
    expect(first).toEqual({ ...before[2], ...erased, erased: ["comment", "referenceId"] });
    expect(await verifyAudit(db)).toMatchObject({ whole: true, head: { position: 4 } });
    expect(
      await db.query("select 1 from audit_texts where erased_at is not null and (salt is not null or reference_key is not null)"),
    ).toEqual([]);
  });

  it("takes those of a reference ID, whatever its case", async () => {
    const db = await fresh();
    const audit = logOn(db);
    await audit.append(entry("inq_1", { comment: "By its inquiry" }));
    await audit.append(entry("inq_2", { comment: "By its reference ID", referenceId: "CUS-1" }));
    await audit.append(entry("inq_3", { comment: "Another's", referenceId: "cus-2" }));
    expect(await audit.eraseTexts({ subject, referenceIds: ["cus-1"] })).toBe(3);
    expect((await audit.list({}, { limit: 10 })).map(({ comment }) => comment)).toEqual([null, "Another's", null, null]);
    expect(await verifyAudit(db)).toMatchObject({ whole: true });
  });

  it("writes nothing when nothing is left, so that the same news may come again", async () => {
    const audit = logOn(await fresh());
    await audit.append(entry("inq_1", { comment: "Forged" }));
    expect(await audit.eraseTexts({ subject })).toBe(1);
    expect(await audit.eraseTexts({ subject })).toBe(0);
    expect(await audit.head()).toMatchObject({ position: 2 });
  });

  it("holds or falls with its transaction", async () => {
    const db = await fresh();
    const audit = logOn(db);
    await audit.append(entry("inq_1", { comment: "Forged" }));
    const failed = db.transaction(async (transaction) => {
      await audit.eraseTexts({ subject }, transaction);
      throw new Error("the rest failed");
    });
    await expect(failed).rejects.toThrow("the rest failed");
    expect((await audit.list({}, { limit: 10 })).map(({ comment }) => comment)).toEqual(["Forged"]);
  });

  it.each<[string, string, number, string]>([
    ["changed", "update audit_texts set text = 'Other' where position = 2", 2, "its text (comment) is not the one that was written"],
    ["taken away", "delete from audit_texts where position = 2", 2, "its text (comment) is gone, and was not erased"],
    [
      "put beside",
      "insert into audit_texts (position, field, text, salt) values (3, 'comment', 'x', 'y')",
      3,
      "a text (comment) stands beside it",
    ],
    [
      "erased in silence",
      "update audit_texts set text = null, salt = null, erased_at = now() where position = 2",
      2,
      "no entry tells of that",
    ],
  ])("shows a text that was %s", async (_, statement, position, problem) => {
    const db = await fresh();
    const audit = logOn(db);
    await audit.append(entry("inq_1", { comment: "Erased properly" }));
    await audit.append(entry("inq_2", { comment: "Fine" }));
    await audit.append(entry("inq_3"));
    await audit.eraseTexts({ subject });
    expect(await verifyAudit(db)).toMatchObject({ whole: true });
    await db.asSuperuser("set session_replication_role = replica");
    await db.asSuperuser(statement);
    await db.asSuperuser("set session_replication_role = default");
    expect(await verifyAudit(db)).toMatchObject({ whole: false, position, problem: expect.stringContaining(problem) });
  });
});
