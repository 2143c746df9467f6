import { expect, it } from "vitest";
import { createAuditLog } from "@server/audit/audit-log";
import type { AuditInput } from "@server/audit/audit-entry";
import { verifyAudit } from "@server/audit/audit-verify";
import type { Database } from "@server/db/database";
import { recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const entry = (more: Partial<AuditInput> = {}): AuditInput => ({
  action: "approve-an-inquiry",
  outcome: "done",
  actor: { type: "person", id: "user-1", name: "Ada", emailAddress: "ada@desk.example", role: "reviewer" },
  subject: { type: "inquiry", id: "inq_1" },
  ...more,
});
const logOn = (db: Database, pushes = recordedPushes()) => createAuditLog({ db, now: () => at, pushes });

describeOnEachDatabase("the audit log", (fresh) => {
  it("chains entries and shows them newest first", async () => {
    const audit = logOn(await fresh());
    const first = await audit.record(
      entry({ statusBefore: "needs_review", statusAfter: "approved", reason: "Fine", details: { b: 1, a: null } }),
    );
    const second = await audit.record(entry({ action: "sign-out", subject: null }));
    expect(first).toEqual({
      id: expect.stringMatching(/^aud_[0-9a-f-]{36}$/),
      position: 1,
      action: "approve-an-inquiry",
      outcome: "done",
      actor: { type: "person", id: "user-1", name: "Ada", emailAddress: "ada@desk.example", role: "reviewer" },
      subject: { type: "inquiry", id: "inq_1" },
      createdAt: "2026-03-02T09:00:00.000Z",
      statusBefore: "needs_review",
      statusAfter: "approved",
      reason: "Fine",
      comment: null,
      referenceId: null,
      erased: [],
      erasedAt: null,
      requestId: null,
      personaRequestId: null,
      details: { a: null, b: 1 },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await audit.list({}, { limit: 10 })).toEqual([second, first]);
    expect(await audit.head()).toEqual({ position: 2, hash: second?.hash });
  });

  it("holds or falls with the transaction it is written in", async () => {
    const db = await fresh();
    const audit = logOn(db);
    const failed = db.transaction(async (transaction) => {
      await audit.append(entry(), transaction);
      throw new Error("the act failed");
    });
    await expect(failed).rejects.toThrow("the act failed");
    expect(await audit.list({}, { limit: 10 })).toEqual([]);
    await db.transaction((transaction) => audit.append(entry(), transaction));
    expect((await audit.list({}, { limit: 10 })).map(({ position }) => position)).toEqual([1]);
    expect(await verifyAudit(db)).toMatchObject({ whole: true });
  });

  it("writes an intent once, whoever reports it again", async () => {
    const db = await fresh();
    const [here, there] = [logOn(db), logOn(db)];
    const written = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? here : there).record(entry({ intent: "key-1" }))),
    );
    expect(written.filter((one) => one !== null)).toHaveLength(1);
    await here.append(entry({ intent: "key-2" }));
    await here.append(entry());
    await here.append(entry());
    expect(await here.list({}, { limit: 10 })).toHaveLength(4);
  });

  it("finds by time what an instance wrote whose clock is behind", async () => {
    const minutes = [0, 30, 5, 40, 300, 290];
    const audit = createAuditLog({ db: await fresh(), now: () => at + (minutes.shift() ?? 0) * 60_000, pushes: recordedPushes() });
    for (const _ of [1, 2, 3, 4, 5, 6]) await audit.append(entry());
    const positions = async (createdFrom?: number, createdBefore?: number) =>
      (await audit.list({ createdFrom, createdBefore }, { limit: 10 })).map(({ position }) => position);
    expect(await positions(undefined, at + 10 * 60_000)).toEqual([3, 1]);
    expect(await positions(at + 20 * 60_000, at + 45 * 60_000)).toEqual([4, 2]);
    expect(await positions(at + 295 * 60_000)).toEqual([5]);
    expect(await positions(at + 301 * 60_000)).toEqual([]);
  });

  it("tells leads, auditors and admins, of nothing but the ID", async () => {
    const pushes = recordedPushes();
    const audit = logOn(await fresh(), pushes);
    const written = await audit.record(entry({ intent: "key-1" }));
    await audit.record(entry({ intent: "key-1" }));
    expect(pushes.all).toEqual([{ change: { type: "audit-entry", id: written?.id, related: [] }, roles: ["lead", "auditor", "admin"] }]);
  });

  it.each([
    ["NUL", "a\u0000b", "a\uFFFDb"],
    ["half a surrogate pair", "a\uD800b", "a\uFFFDb"],
    ["quotes and backslashes", `'; drop table "x" -- \\u0000`, `'; drop table "x" -- \\u0000`],
    ["the marks of lines and directions", "a\u2028b\u202Ec\r\nd", "a\u2028b\u202Ec\r\nd"],
    ["an emoji", "🙂", "🙂"],
  ])("keeps a text with %s and stays whole", async (_, given, kept) => {
    const db = await fresh();
    const audit = logOn(db);
    await audit.append(entry({ reason: given, comment: given, details: { note: given }, subject: { type: "inquiry", id: given } }));
    const [stored] = await audit.list({}, { limit: 1 });
    expect(stored).toMatchObject({ reason: kept, comment: kept, details: { note: kept }, subject: { id: kept } });
    expect(await verifyAudit(db)).toMatchObject({ whole: true });
  });

  it("cuts a text that is too long, never in the middle of a character", async () => {
    const audit = logOn(await fresh());
    await audit.append(entry({ reason: `${"x".repeat(3_998)}🙂 and on` }));
    const [stored] = await audit.list({}, { limit: 1 });
    expect(stored?.reason).toBe(`${"x".repeat(3_998)}…`);
  });

  it("keeps what a person wrote, and the reference ID, beside the chain", async () => {
    const db = await fresh();
    const audit = logOn(db);
    const written = await audit.record(entry({ comment: "Ada's passport is forged", referenceId: "Cus-1" }));
    expect(written).toMatchObject({ reason: null, comment: "Ada's passport is forged", referenceId: "Cus-1", erased: [], erasedAt: null });
    expect(await audit.list({}, { limit: 1 })).toEqual([written]);
    const [stored] = await db.query<{ content: string }>("select content::text as content from audit_entries");
    expect(stored?.content).not.toMatch(/passport|cus-1/i);
    expect(stored?.content).toMatch(/"texts":\{"comment":"[0-9a-f]{64}","referenceId":"[0-9a-f]{64}"\}/);
  });

  it("gives the same text another hash each time: nobody can guess an erased one", async () => {
    const db = await fresh();
    const audit = logOn(db);
    for (const _ of [1, 2]) await audit.append(entry({ comment: "Fine" }));
    const rows = await db.query<{ hash: string }>("select content -> 'texts' ->> 'comment' as hash from audit_entries");
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  });

  it("tells whether it can be written to", async () => {
    const db = await fresh();
    const audit = logOn(db);
    expect(await audit.canAppend()).toBe(true);
    await db.transaction(async (transaction) => {
      await transaction.query("set transaction read only");
      expect(await audit.canAppend(transaction)).toBe(false);
    });
    await db.asSuperuser("revoke insert on audit_entries from inquiry_desk_app");
    try {
      expect(await audit.canAppend()).toBe(false);
    } finally {
      await db.asSuperuser("grant insert on audit_entries to inquiry_desk_app");
    }
  });

  it.each([
    ["update audit_entries set content = content"],
    ["update audit_entries set hash = hash"],
    ["delete from audit_entries"],
    ["truncate audit_entries"],
    ["alter table audit_entries disable trigger all"],
    ["alter table audit_entries disable trigger audit_entries_append_only"],
    ["drop trigger audit_entries_append_only on audit_entries"],
    ["drop table audit_entries"],
    ["set session_replication_role = replica"],
    ["create or replace function refuse_audit_change() returns trigger language plpgsql as 'begin return new; end'"],
    ["update audit_texts set text = 'Other'"],
    ["update audit_texts set position = position, erased_at = now()"],
    ["update audit_texts set field = 'referenceId', text = null, salt = null, erased_at = now()"],
    ["delete from audit_texts"],
    ["truncate audit_texts"],
    ["create or replace function refuse_audit_text_change() returns trigger language plpgsql as 'begin return new; end'"],
  ])("lets the application's role not do: %s", async (statement) => {
    const db = await fresh();
    await logOn(db).append(entry({ comment: "Fine" }));
    await expect(db.query(statement)).rejects.toMatchObject({ code: "42501" });
    expect(await verifyAudit(db)).toMatchObject({ whole: true, head: { position: 1 } });
  });
});
