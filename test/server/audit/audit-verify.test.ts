import { expect, it } from "vitest";
import type { Database, Queryable } from "@server/db/database";
import { entryHash } from "@server/audit/audit-content";
import { createAuditLog } from "@server/audit/audit-log";
import { type AuditVerdict, verifyAudit } from "@server/audit/audit-verify";
import { verifyAuditCommand } from "@server/audit/verify-audit-command";
import { recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

/** A chain of `length` entries, written the usual way. */
async function chain(db: Database, length: number) {
  const audit = createAuditLog({ db, now: () => Date.parse("2026-03-02T09:00:00.000Z"), pushes: recordedPushes() });
  for (let index = 1; index <= length; index += 1) {
    await audit.append({
      action: "call",
      outcome: "done",
      actor: { type: "person", id: "user-1", name: "Ada" },
      subject: { type: "inquiry", id: `inq_${index}` },
      intent: `key-${index}`,
    });
  }
  return audit;
}

/** What only the owner of the table can do, and only on purpose. */
async function tamper(transaction: Queryable, statements: readonly string[]): Promise<void> {
  await transaction.query("set local role none");
  await transaction.query("alter table audit_entries disable trigger audit_entries_append_only");
  for (const statement of statements) await transaction.query(statement);
  await transaction.query("alter table audit_entries enable trigger audit_entries_append_only");
}
const asOwner = (db: Database, ...statements: string[]) => db.transaction((transaction) => tamper(transaction, statements));

/** What is found after that; then it is undone, since some of it changes the table itself. */
async function verdictAfter(db: Database, statements: readonly string[]): Promise<AuditVerdict | undefined> {
  let verdict: AuditVerdict | undefined;
  const undo = new Error("undo");
  await db
    .transaction(async (transaction) => {
      await tamper(transaction, statements);
      verdict = await verifyAudit(transaction);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return verdict;
}

/** Makes a generated column an ordinary one, so that it can be told something else. */
const falsify = (column: string, value: string) => [
  `alter table audit_entries alter column ${column} drop expression`,
  `update audit_entries set ${column} = ${value} where position = 3`,
];
const changeContent = `update audit_entries set content = replace(content::text, 'inq_3', 'inq_4')::json where position = 3`;
const remove = (condition: string) => `delete from audit_entries where ${condition}`;
const swap = [
  "update audit_entries set position = 100 where position = 3",
  "update audit_entries set position = 3 where position = 4",
  "update audit_entries set position = 4 where position = 100",
];

describeOnEachDatabase("the audit chain", (fresh) => {
  it("is whole when it is empty, and over more than one page", async () => {
    const db = await fresh();
    expect(await verifyAudit(db)).toEqual({ whole: true, head: { position: 0, hash: "0".repeat(64) } });
    const audit = await chain(db, 3);
    // the bulk, sealed as the log does, in one statement: a thousand single appends say nothing more
    let { hash: previous } = await audit.head();
    const rows = Array.from({ length: 1_500 }, (_, index) => {
      const content = JSON.stringify({
        position: index + 4,
        id: `aud_${index}`,
        at: "2026-03-02T09:00:00.000Z",
        action: "call",
        outcome: "done",
        actor: { type: "system", id: "system", name: "System" },
        subject: null,
        statusBefore: null,
        statusAfter: null,
        reason: null,
        requestId: null,
        personaRequestId: null,
        details: {},
      });
      const row = { position: index + 4, content, previous_hash: previous, hash: entryHash(previous, content) };
      previous = row.hash;
      return row;
    });
    await db.query(
      `insert into audit_entries (position, content, previous_hash, hash)
       select position, content::json, previous_hash, hash
       from json_to_recordset($1::text::json) as given (position bigint, content text, previous_hash text, hash text)`,
      [JSON.stringify(rows)],
    );
    expect(await verifyAudit(db)).toEqual({ whole: true, head: { position: 1_503, hash: previous } });
    await asOwner(db, `update audit_entries set hash = repeat('a', 64) where position = 1502`);
    expect(await verifyAudit(db)).toMatchObject({ whole: false, position: 1_502 });
  });

  it.each<[string, string[], number]>([
    ["a changed content", [changeContent], 3],
    ["a changed hash", ["update audit_entries set hash = repeat('b', 64) where position = 3"], 3],
    ["a changed previous hash", ["update audit_entries set previous_hash = repeat('b', 64) where position = 3"], 3],
    ["a content that is no entry", [`update audit_entries set content = '{"position":3}' where position = 3`], 3],
    ["the same content, written otherwise", ["update audit_entries set content = (content::text || ' ')::json where position = 3"], 3],
    ["a removed first entry", [remove("position = 1")], 1],
    ["a removed entry in the middle", [remove("position = 3")], 3],
    [
      "a removed entry, the rest moved up",
      [remove("position = 3"), "update audit_entries set position = position - 1 where position > 3"],
      3,
    ],
    ["two entries that changed places", swap, 3],
    ["another time in its column", falsify("at", "'2020-01-01T00:00:00.000Z'"), 3],
    ["another action in its column", falsify("action", "'sign-in'"), 3],
    ["another outcome in its column", falsify("outcome", "'refused'"), 3],
    ["another actor in its column", falsify("actor_id", "'user-2'"), 3],
    ["another subject in its column", falsify("subject_id", "null"), 3],
    ["another intent in its column", falsify("intent", "null"), 3],
  ])("shows %s", async (_, statements, position) => {
    const db = await fresh();
    await chain(db, 5);
    expect(await verifyAudit(db)).toMatchObject({ whole: true });
    expect(await verdictAfter(db, statements)).toMatchObject({ whole: false, position });
    expect(await verifyAudit(db)).toMatchObject({ whole: true });
  });

  it("shows an entry that was rewritten and sealed again, but for what follows it", async () => {
    const db = await fresh();
    await chain(db, 5);
    const [row] = await db.query<{ content: string; previous: string }>(
      "select content::text as content, previous_hash as previous from audit_entries where position = 3",
    );
    const content = (row?.content ?? "").replace("inq_3", "inq_9");
    await asOwner(
      db,
      `update audit_entries set content = '${content}'::json, hash = '${entryHash(row?.previous ?? "", content)}' where position = 3`,
    );
    expect(await verifyAudit(db)).toMatchObject({ whole: false, position: 4 });
  });

  it("shows a tail that was cut off, or written anew, to whoever knows an earlier head", async () => {
    const db = await fresh();
    const audit = await chain(db, 5);
    const [third, head] = [(await audit.list({}, { limit: 3 })).at(-1), await audit.head()];
    const known = { position: 3, hash: third?.hash ?? "" };
    expect(await verifyAudit(db, [known, head])).toEqual({ whole: true, head });

    await asOwner(db, remove("position > 3"));
    expect(await verifyAudit(db)).toEqual({ whole: true, head: known });
    expect(await verifyAudit(db, [known])).toEqual({ whole: true, head: known });
    expect(await verifyAudit(db, [head])).toMatchObject({ whole: false, position: 4 });

    for (const intent of ["other-4", "other-5"]) {
      await audit.append({
        action: "call",
        outcome: "done",
        actor: { type: "system", id: "system", name: "System" },
        subject: null,
        intent,
      });
    }
    expect(await verifyAudit(db)).toMatchObject({ whole: true, head: { position: 5 } });
    expect(await verifyAudit(db, [known, head])).toMatchObject({ whole: false, position: 5 });
  });

  it("is told about by the command, with an exit code", async () => {
    const db = await fresh();
    const audit = await chain(db, 3);
    const { hash } = await audit.head();
    const lines: string[] = [];
    const run = (...args: string[]) => verifyAuditCommand(args, db, (line) => lines.push(line));
    expect(await run()).toBe(0);
    expect(await run("--expect", `3:${hash}`)).toBe(0);
    expect(await run(`--expect=3:${hash}`, "--expect", `4:${hash}`)).toBe(1);
    expect(await run("--expect", `3:${"f".repeat(64)}`)).toBe(1);
    for (const args of [["--expect"], ["--expect", "3"], ["--expect", `0:${hash}`], ["--force"], [`3:${hash}`]]) {
      expect(await run(...args)).toBe(2);
    }
    expect(lines.slice(0, 4)).toEqual([
      `The audit log is whole: 3 entries, head 3:${hash}`,
      `The audit log is whole: 3 entries, head 3:${hash}`,
      "The audit log is broken at entry 4: the chain ends at 3, and entry 4 was there before.",
      "The audit log is broken at entry 3: it had another hash before.",
    ]);
  });
});
