import { expect, it } from "vitest";
import { describeOnEachDatabase, type TestDatabase } from "@test/server/support/databases";
import { intent, startWriteDesk } from "@test/server/support/write-desk";
import type { Database } from "../db/database";
import { DatabaseUnavailable } from "../db/unavailable";

const away = () => Promise.reject(new DatabaseUnavailable("does-not-answer", new Error("Connection terminated unexpectedly")));

/** A database that is lost at a statement that holds this text. @param after it is carried out, and nobody hears of it */
function losing(db: TestDatabase, text: string, after = false): Database {
  return {
    ...db,
    async query(sql, params) {
      if (!sql.includes(text)) return db.query(sql, params);
      if (after) await db.query(sql, params);
      return away();
    },
  };
}

describeOnEachDatabase("writes that can't be written down", (fresh) => {
  const nothingSent = { status: 503, details: "Nothing was sent.", headers: { "Desk-Sent": "no" } };

  it.each([
    ["its state is looked up", "from inquiry_states", false],
    ["it is looked whether they can be audited", "has_table_privilege", false],
    ["they are written down", "insert into persona_writes", false],
    ["they are written down, and that is not heard", "insert into persona_writes", true],
  ])("since the database was lost when %s, are not sent, now or later", async (_, text, after) => {
    const desk = startWriteDesk(await fresh());
    const writes = desk.instance(desk.persona, { database: losing(desk.db, text, after) });
    await expect(writes.perform(intent())).rejects.toMatchObject(nothingSent);
    desk.later();
    await desk.instance().recover();
    expect(desk.persona.acts).toEqual([]);
  });

  it("since the database was lost while they waited for the budget, are not sent, now or later", async () => {
    const desk = startWriteDesk(await fresh());
    const writes = desk.instance({ call: away });
    await expect(writes.perform(intent())).rejects.toMatchObject(nothingSent);
    desk.later();
    await desk.instance().recover();
    expect(desk.persona.acts).toEqual([]);
    expect(await desk.outcomes()).toEqual(["failed"]);
  });

  it.each([
    ["and is, are sent later and once", true, ["done"]],
    ["and is not, are not sent", false, ["failed"]],
  ])("as sent %s, and nobody claims to know", async (_, after, outcomes) => {
    const desk = startWriteDesk(await fresh());
    const writes = desk.instance(desk.persona, { database: losing(desk.db, "set state = 'sending', lease_until", after) });
    const failure = await writes.perform(intent()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ status: 503, headers: {} });
    expect(String((failure as { details?: string }).details)).toContain("may still be sent");
    desk.later();
    await desk.instance().recover();
    expect([desk.persona.acts.length, await desk.outcomes()]).toEqual([after ? 1 : 0, outcomes]);
  });

  it("in the audit log are not sent, and those left behind wait", async () => {
    const desk = startWriteDesk(await fresh());
    desk.persona.next({ fails: "timeout", acts: true });
    await expect(desk.instance().perform(intent({ key: "earlier" }))).rejects.toMatchObject({ status: 504 });
    await desk.db.asOwner((connection) => connection.query("revoke insert on desk.audit_entries from inquiry_desk_app"));
    try {
      await expect(desk.instance().perform(intent())).rejects.toMatchObject({ ...nothingSent, message: "The audit log can't be written" });
      desk.later();
      expect(await desk.instance().recover()).toBe(0);
      expect(desk.persona.keys).toHaveLength(1);
    } finally {
      await desk.db.asOwner((connection) => connection.query("grant insert on desk.audit_entries to inquiry_desk_app"));
    }
    expect(await desk.instance().recover()).toBe(1);
    expect((await desk.instance().perform(intent())).status).toBe(200);
    expect(await desk.outcomes()).toEqual(["unknown", "done", "done"]);
  });
});
