import { expect, it } from "vitest";
import { createAuditLog } from "@server/audit/audit-log";
import { verifyAudit } from "@server/audit/audit-verify";
import type { Database } from "@server/db/database";
import { createPushStore } from "@server/push/push-store";
import { createDeviceIndex } from "@server/devices/device-index";
import { createRedactions } from "@server/retention/redactions";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { describeOnEachDatabase } from "@test/server/support/databases";

const now = () => Date.parse("2026-03-02T09:00:00.000Z");
const maya = { type: "person", id: "user_1", name: "Maya" } as const;

/** Two people with an inquiry each, something written about both, and searches saved for both. */
async function desk(db: Database) {
  const audit = createAuditLog({ db, now, pushes: createPushStore({ db, now }) });
  const states = createInquiryStates({ db, now });
  const redactions = createRedactions({ db, now, audit });
  const devices = createDeviceIndex({ db, hash: (text) => text });
  const opened = (...inquiryIds: string[]) => devices.note(inquiryIds.map((inquiryId) => ({ inquiryId, deviceId: "dev_1", at: now() })));
  const withDevices = async () =>
    (await db.query<{ id: string }>("select inquiry_id as id from inquiry_devices order by id")).map(({ id }) => id);
  const note = (name: string, more: object = {}) =>
    states.note({
      inquiryId: `inq_${name}`,
      referenceId: `Usr-${name}`,
      inquiryTemplateId: null,
      accountId: `act_${name}`,
      status: "declined",
      redacted: false,
      updatedAt: now(),
      source: "webhook",
      observedAt: now(),
      ...more,
    });
  const comment = (name: string, text: string) =>
    audit.append({
      action: "decline-an-inquiry",
      outcome: "done",
      actor: maya,
      subject: { type: "inquiry", id: `inq_${name}` },
      comment: text,
      referenceId: `Usr-${name}`,
    });
  const search = (id: string, text: string) =>
    db.query(
      `insert into saved_views (id, screen, name, name_key, search, shared, owner_id, owner_name, owner_email_address, updated_at)
       values ($1, 'inquiries', $1, $1, $2, false, 'user_1', 'Maya', 'm@x', now())`,
      [id, text],
    );
  const told = (name: string, id: string) =>
    db.query("insert into webhook_events (event_id, name, object_type, object_id, received_at) values ($1, $2, $3, $4, now())", [
      `evt_${id}`,
      name,
      name.split(".")[0],
      id,
    ]);
  for (const name of ["anna", "ben"]) {
    await note(name);
    await comment(name, `${name} is not the person on the passport`);
    await search(`view_${name}`, `status=declined&reference=usr-${name.toUpperCase()}`);
  }
  await db.query("insert into standing_reads values (encode(sha256('usr-anna'), 'hex'), now())");
  /** Somebody decided about it, with a comment. */
  const decision = (id: string, inquiryId: string, isOpen = false) =>
    db.query(
      `insert into decisions (id, intent, fingerprint, write_intent, inquiry_id, action, reasons, comment, by, seen, state, is_open,
         hold_seconds, created_at, changed_at)
       values ($1, $1, 'f', $1, $2, 'decline', '[]', 'about ' || $2, '{}', '{}', $3, $4::boolean, 5, now(), now())`,
      [id, inquiryId, isOpen ? "held" : "confirmed", isOpen],
    );
  const decided = async () =>
    (await db.query<{ comment: string | null }>("select comment from decisions order by id")).map((row) => row.comment);
  const comments = async () => (await audit.list({ actions: ["decline-an-inquiry"] }, { limit: 10 })).map((entry) => entry.comment);
  const views = async () => (await db.query<{ id: string }>("select id from saved_views order by id")).map(({ id }) => id);
  return { audit, states, redactions, note, comment, decision, decided, told, comments, views, opened, withDevices };
}

describeOnEachDatabase("what Persona has redacted", (fresh) => {
  it("is erased here: an account with its inquiries, and nobody else", async () => {
    const db = await fresh();
    const { states, redactions, told, comments, views } = await desk(db);
    expect(await redactions.erasePending()).toBe(false);
    expect(await comments()).toEqual(["ben is not the person on the passport", "anna is not the person on the passport"]);
    await told("account.redacted", "act_anna");
    await redactions.erasePending();
    expect(await comments()).toEqual(["ben is not the person on the passport", null]);
    expect(await views()).toEqual(["view_ben"]);
    expect((await states.get("inq_anna"))?.referenceId).toBeNull();
    expect(await states.ofReferenceId("usr-anna")).toEqual([]);
    expect(await states.ofReferenceId("usr-ben")).toHaveLength(1);
    expect(await db.query("select from standing_reads")).toEqual([]);
    const everything = await db.query<{ text: string }>(
      `select coalesce(string_agg(t, ' '), '') as text from (
         select to_json(e)::text as t from audit_entries e union all select to_json(e)::text from audit_texts e
         union all select to_json(e)::text from inquiry_states e union all select to_json(e)::text from saved_views e
         union all select to_json(e)::text from standing_reads e
       ) as rows`,
    );
    expect(everything[0]?.text).not.toMatch(/usr-anna|anna is not/i);
    expect(await verifyAudit(db)).toMatchObject({ whole: true });
  });

  it("is erased from decisions as well, once they are over", async () => {
    const db = await fresh();
    const { redactions, decision, decided, told } = await desk(db);
    await decision("dec_1", "inq_anna");
    await decision("dec_2", "inq_ben");
    await decision("dec_3", "inq_anna2", true);
    await told("account.redacted", "act_anna");
    await told("inquiry.redacted", "inq_anna2");
    await redactions.erasePending();
    expect(await decided()).toEqual([null, "about inq_ben", "about inq_anna2"]);
    // it was stopped by the redaction
    await db.query("update decisions set is_open = false, state = 'stopped' where id = 'dec_3'");
    await redactions.eraseWrittenSince();
    expect(await decided()).toEqual([null, "about inq_ben", null]);
  });

  it("is erased of why it was postponed, also where that was written meanwhile", async () => {
    const db = await fresh();
    const { redactions, told } = await desk(db);
    const postpone = (name: string) =>
      db.query(
        `insert into postponements (inquiry_id, only_for, by_id, by_name, by_email_address, postponed_at, until_user_acts, reason, status,
           known_updated_at) values ($1, '', 'user_1', 'Maya', 'm@x', now(), true, $2, 'declined', now())`,
        [`inq_${name}`, `${name} was to call back`],
      );
    const reasons = async () => (await db.query<{ reason: string }>("select reason from postponements")).map(({ reason }) => reason);
    await postpone("anna");
    await postpone("ben");
    await told("account.redacted", "act_anna");
    await redactions.erasePending();
    expect(await reasons()).toEqual(["ben was to call back"]);
    await postpone("anna");
    await redactions.eraseWrittenSince();
    expect(await reasons()).toEqual(["ben was to call back"]);
  });

  it("is erased of what was said in second looks, also where that was written meanwhile", async () => {
    const db = await fresh();
    const { redactions, told } = await desk(db);
    const says = (id: string, name: string) =>
      db.query(
        `insert into second_looks (id, inquiry_id, by, asked_at, action, reasons, comment, note, status, state, answer_action, answer_comment,
           answer_by, answered_at, changed_at) values ($1, $2, '{"id":"user_1"}', now(), 'approve', '[]', $3, $4, 'declined', 'differed', 'decline',
           $5, '{"id":"user_2"}', now(), now())`,
        [id, `inq_${name}`, `why ${name}`, `look at ${name}`, `but ${name}`],
      );
    const words = async () =>
      (
        await db.query<{ said: string }>(
          "select concat_ws(', ', note, comment, answer_comment) as said from second_looks order by sequence",
        )
      ).map(({ said }) => said);
    await says("look_1", "anna");
    await says("look_2", "ben");
    await told("account.redacted", "act_anna");
    await redactions.erasePending();
    expect(await words()).toEqual(["", "look at ben, why ben, but ben"]);
    await says("look_3", "anna");
    await redactions.eraseWrittenSince();
    expect(await words()).toEqual(["", "look at ben, why ben, but ben", ""]);
  });

  it("is erased of what devices opened, and not learned again", async () => {
    const { redactions, note, opened, withDevices, told } = await desk(await fresh());
    await note("alone");
    await opened("inq_anna", "inq_ben", "inq_alone");
    await told("account.redacted", "act_anna");
    await told("inquiry.redacted", "inq_alone");
    await redactions.erasePending();
    expect(await withDevices()).toEqual(["inq_ben"]);
    await opened("inq_anna", "inq_ben", "inq_alone");
    expect(await withDevices()).toEqual(["inq_ben"]);
  });

  it("is erased again of a device that was noted while it was erased", async () => {
    const db = await fresh();
    const { redactions, told, withDevices } = await desk(db);
    await told("inquiry.redacted", "inq_anna");
    await redactions.erasePending();
    await db.query("insert into inquiry_devices values ('inq_anna', 'h', now())");
    await redactions.eraseWrittenSince();
    expect(await withDevices()).toEqual([]);
  });

  it("is erased once, and the log says so once", async () => {
    const db = await fresh();
    const { audit, redactions, told } = await desk(db);
    await told("account.redacted", "act_anna");
    await Promise.all([redactions.erasePending(), redactions.erasePending()]);
    await redactions.erasePending();
    expect(await audit.list({ actions: ["erase-texts"] }, { limit: 10 })).toMatchObject([{ outcome: "done", actor: { type: "system" } }]);
  });

  it("keeps the reference ID of an inquiry that is redacted alone, and loses its comments", async () => {
    const { states, redactions, note, comments, views } = await desk(await fresh());
    await note("anna", { redacted: true, updatedAt: now() + 1 });
    await redactions.erasePending();
    expect(await comments()).toEqual(["ben is not the person on the passport", null]);
    expect((await states.get("inq_anna"))?.referenceId).toBe("Usr-anna");
    expect(await views()).toEqual(["view_anna", "view_ben"]);
  });

  it("is erased again where something was written since about an inquiry of a redacted account", async () => {
    const { redactions, audit, told, comment, comments } = await desk(await fresh());
    await told("account.redacted", "act_anna");
    await redactions.erasePending();
    await comment("anna", "Anna asked again");
    await redactions.eraseWrittenSince();
    expect(await comments()).toEqual([null, "ben is not the person on the passport", null]);
    const entries = await audit.list({ actions: ["decline-an-inquiry"] }, { limit: 10 });
    expect(entries.map(({ referenceId }) => referenceId)).toEqual([null, "Usr-ben", null]);
  });

  it("is erased again where something was written since", async () => {
    const { redactions, told, comment, comments } = await desk(await fresh());
    await told("inquiry.redacted", "inq_anna");
    await redactions.erasePending();
    await comment("anna", "Anna asked again");
    expect(await redactions.eraseWrittenSince()).toBe(false);
    expect(await comments()).toEqual([null, "ben is not the person on the passport", null]);
  });
});
