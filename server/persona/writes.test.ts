import { expect, it, vi } from "vitest";
import { describeOnEachDatabase, type TestDatabase } from "@test/server/support/databases";
import { createFakeDecisions } from "@test/server/support/fake-decisions";
import { createManualClock, settled } from "@test/server/support/manual-clock";
import { silentPino } from "@test/server/support/silent-pino";
import { createAuditLog } from "../audit/audit-log";
import { createIssuedLinks } from "../links/issued-links";
import { createPushStore } from "../push/push-store";
import type { Database } from "../db/database";
import { CallFailure } from "./call-failure";
import type { PersonaCaller } from "./caller";
import { createInquiryStates } from "./inquiry-states";
import { matchOperation } from "./match-operation";
import { jsonOf } from "./persona-answer";
import { createPersonaWrites, type PersonaWrites, type WriteIntent } from "./writes";

const maya = { type: "person", id: "user_1", name: "Maya", emailAddress: "maya@hollisgrey.example", role: "reviewer" } as const;
const noah = { ...maya, id: "user_2", name: "Noah" } as const;

function intent(
  more: Partial<WriteIntent> & { readonly act?: string; readonly inquiryId?: string; readonly method?: string } = {},
): WriteIntent {
  const { act = "/approve", inquiryId = "inq_1", method = "POST", ...rest } = more;
  const match = matchOperation(method, `/api/v1/inquiries/${inquiryId}${act}`);
  if (match === undefined) throw new Error(`${method} ${act} is no operation`);
  return { match, query: "", body: '{"meta":{"comment":"Fine"}}', actor: maya, key: "key-1", comment: "Fine", requestId: "dr_1", ...rest };
}

describeOnEachDatabase("writes to Persona", (fresh) => {
  async function set() {
    const db: TestDatabase = await fresh();
    const persona = createFakeDecisions();
    const clock = createManualClock();
    const now = () => clock.now();
    const pushes = createPushStore({ db, now });
    const audit = createAuditLog({ db, now, pushes });
    const links = createIssuedLinks({ db, now, pushes });
    const inquiryStates = createInquiryStates({ db, now });
    /** One instance of the server, with a clock of its own: one that is not moved has died. */
    const instance = (caller: Pick<PersonaCaller, "call"> = persona, { database = db as Database, at = clock } = {}): PersonaWrites =>
      createPersonaWrites({ db: database, caller, audit, pushes, links, inquiryStates, log: silentPino, clock: at });
    const entries = () => audit.list({}, { limit: 100 });
    const outcomes = async () => (await entries()).map(({ outcome }) => outcome).toReversed();
    const rows = () => db.query<{ state: string; body: string | null }>("select state, body from persona_writes order by created_at");
    return { db, persona, clock, audit, links, inquiryStates, pushes, instance, entries, outcomes, rows };
  }

  it("happen, and are written down with all that follows", async () => {
    const { persona, instance, entries, rows, pushes, inquiryStates, clock } = await set();
    await inquiryStates.note({
      inquiryId: "inq_1",
      referenceId: null,
      inquiryTemplateId: null,
      accountId: null,
      status: "needs_review",
      redacted: false,
      updatedAt: clock.now() - 5_000,
      source: "webhook",
      observedAt: clock.now() - 5_000,
    });
    const answer = await instance().perform(intent());
    expect(jsonOf(answer)).toMatchObject({ data: { attributes: { status: "approved" } } });
    expect(persona.acts).toEqual(["POST /inquiries/inq_1/approve"]);
    expect(await entries()).toMatchObject([
      {
        action: "approve-an-inquiry",
        outcome: "done",
        actor: { id: "user_1", role: "reviewer" },
        subject: { type: "inquiry", id: "inq_1" },
        statusBefore: "needs_review",
        statusAfter: "approved",
        reason: null,
        comment: "Fine",
        requestId: "dr_1",
        personaRequestId: "req_1",
      },
    ]);
    expect(await rows()).toEqual([{ state: "answered", body: null }]);
    expect((await pushes.after(0, 10)).map(({ change }) => change)).toContainEqual({
      type: "inquiry",
      id: "inq_1",
      related: [{ type: "account", id: "act_1" }],
    });
    expect((await inquiryStates.get("inq_1"))?.status).toBe("approved");
  });

  it("of the same intent are one, whatever comes of the first", async () => {
    const { persona, instance, outcomes } = await set();
    const [one, other] = [instance(), instance()];
    const first = await one.perform(intent());
    const again = await other.perform(intent());
    expect(jsonOf(again)).toEqual(jsonOf(first));
    expect(persona.acts).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("under a key that meant something else are refused", async () => {
    const { persona, instance } = await set();
    const writes = instance();
    await writes.perform(intent());
    for (const other of [{ act: "/decline" }, { inquiryId: "inq_2" }, { body: "{}" }, { query: "include=account" }]) {
      await expect(writes.perform(intent(other))).rejects.toMatchObject({ status: 400, message: "Idempotency error" });
    }
    expect(persona.acts).toHaveLength(1);
  });

  it("of two people under the same key are two", async () => {
    const { persona, instance } = await set();
    const writes = instance();
    await writes.perform(intent());
    await writes.perform(intent({ actor: noah }));
    expect(persona.acts).toHaveLength(2);
    expect(new Set(persona.keys).size).toBe(2);
    expect(persona.keys.every((key) => /^[0-9a-f]{64}$/.test(key ?? ""))).toBe(true);
  });

  it("that are being sent elsewhere are waited for", async () => {
    const { persona, instance, outcomes, clock } = await set();
    const open = persona.hold();
    const first = instance().perform(intent());
    await vi.waitUntil(() => persona.acts.length === 1, { timeout: 20_000 });
    const second = instance().perform(intent());
    await settled();
    open();
    const answers = await Promise.all([first, ticking(clock, second)]);
    expect(jsonOf(answers[1])).toEqual(jsonOf(answers[0]));
    expect(persona.acts).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  const crashes = [
    ["between writing it down and sending it", () => ({ call: () => new Promise<never>(() => {}) })],
    [
      "between sending it and the answer",
      (persona: Pick<PersonaCaller, "call">) => ({
        call: async (call: Parameters<PersonaCaller["call"]>[0]) => {
          await persona.call(call);
          return new Promise<never>(() => {});
        },
      }),
    ],
  ] as const;

  it.each(crashes)("of an instance that dies %s happen once", async (_, dying) => {
    const { persona, instance, outcomes, entries, rows, clock } = await set();
    const [one, other] = [instance(), instance()];
    const dead = instance(dying(persona), { at: createManualClock() });
    void dead.perform(intent());
    await vi.waitUntil(async () => (await rows()).length === 1, { timeout: 20_000 });
    expect(await one.recover()).toBe(0);
    clock.advance(5_001);
    const recovered = await Promise.all([one.recover(), other.recover()]);
    expect(recovered.toSorted()).toEqual([0, 1]);
    expect(persona.acts).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
    expect((await entries())[0]).toMatchObject({ actor: { id: "user_1" }, comment: "Fine", details: { recovered: true } });
    expect(await one.recover()).toBe(0);
  });

  it("whose answer came, but could not be written down, are written down later", async () => {
    const { db, persona, instance, outcomes, clock } = await set();
    const broken: Database = { ...db, transaction: () => Promise.reject(new Error("no database")) };
    const answer = await instance(persona, { database: broken }).perform(intent());
    expect(answer.status).toBe(200);
    expect(await outcomes()).toEqual([]);
    clock.advance(5_001);
    expect(await instance().recover()).toBe(1);
    expect(persona.acts).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("that the same person repeats after a crash are taken over", async () => {
    const { persona, instance, outcomes, rows, clock } = await set();
    void instance(crashes[1][1](persona), { at: createManualClock() }).perform(intent());
    await vi.waitUntil(async () => persona.acts.length === 1 && (await rows()).length === 1, { timeout: 20_000 });
    clock.advance(5_001);
    expect((await instance().perform(intent())).status).toBe(200);
    expect(persona.acts).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("of an instance that was only slow are not written down twice", async () => {
    const { persona, instance, outcomes, rows, pushes, clock } = await set();
    const open = persona.hold();
    const slow = instance(persona, { at: createManualClock() }).perform(intent());
    await vi.waitUntil(async () => persona.acts.length === 1 && (await rows()).length === 1, { timeout: 20_000 });
    clock.advance(5_001);
    const recovery = instance().recover();
    await settled();
    open();
    await Promise.all([recovery, slow]);
    expect(persona.acts).toHaveLength(1);
    expect((await pushes.after(0, 10)).filter(({ change }) => change.type === "inquiry")).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("that take long keep their lease", async () => {
    const { persona, instance, clock, outcomes } = await set();
    const open = persona.hold();
    const [one, other] = [instance(), instance()];
    const slow = one.perform(intent());
    await vi.waitUntil(() => persona.acts.length === 1, { timeout: 20_000 });
    for (let second = 0; second < 20; second += 1) {
      clock.advance(1_000);
      await settled();
      expect(await other.recover()).toBe(0);
    }
    open();
    await slow;
    expect(await outcomes()).toEqual(["done"]);
  });

  it("are not sent again when somebody acted on the inquiry since, nor a day later", async () => {
    const { persona, instance, entries, rows, clock } = await set();
    const dead = instance(crashes[0][1](), { at: createManualClock() });
    void dead.perform(intent());
    void dead.perform(intent({ inquiryId: "inq_2", key: "key-2" }));
    await vi.waitUntil(async () => (await rows()).length === 2, { timeout: 20_000 });
    clock.advance(5_001);
    const alive = instance();
    await alive.perform(intent({ act: "/decline", actor: noah }));
    clock.advance(24 * 60 * 60_000);
    expect(await alive.recover()).toBe(2);
    expect(persona.acts).toEqual(["POST /inquiries/inq_1/decline"]);
    const unknown = (await entries()).filter(({ outcome }) => outcome === "unknown");
    expect(Object.fromEntries(unknown.map(({ subject, details }) => [subject?.id, details["answer"]]))).toEqual({
      inq_1: "Somebody acted on it since, so it was not sent again",
      inq_2: "Found too late to be sent again",
    });
  });

  it("whose connection breaks are sent again under the same key", async () => {
    const { persona, instance, outcomes, clock } = await set();
    persona.loseAnswers(2);
    expect((await ticking(clock, instance().perform(intent()))).status).toBe(200);
    expect(persona.acts).toHaveLength(1);
    expect(new Set(persona.keys).size).toBe(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("that no key protects are not sent again when the connection breaks", async () => {
    const { persona, instance, outcomes, clock } = await set();
    persona.loseAnswers(1);
    const redaction = instance().perform(intent({ act: "", method: "DELETE", body: undefined, comment: null }));
    await expect(ticking(clock, redaction)).rejects.toMatchObject({ kind: "lost", status: 502 });
    expect(persona.acts).toEqual(["DELETE /inquiries/inq_1"]);
    expect(await outcomes()).toEqual(["unknown"]);
  });

  it("whose outcome nobody knows may be tried again, and then it is known", async () => {
    const { persona, instance, outcomes, rows } = await set();
    const writes = instance({
      call: async (call) => {
        await persona.call(call);
        throw new CallFailure("timeout");
      },
    });
    await expect(writes.perform(intent())).rejects.toMatchObject({ status: 504 });
    expect(await rows()).toEqual([{ state: "unknown", body: null }]);
    expect(await instance().recover()).toBe(0);
    expect((await instance().perform(intent())).status).toBe(200);
    expect(persona.acts).toHaveLength(1);
    expect(await outcomes()).toEqual(["unknown", "done"]);
  });

  it.each([
    ["budget", "failed"],
    ["key", "failed"],
    ["timeout", "unknown"],
    ["unreadable", "unknown"],
  ] as const)("that end with %s are %s", async (kind, outcome) => {
    const { instance, outcomes } = await set();
    await expect(instance({ call: () => Promise.reject(new CallFailure(kind)) }).perform(intent())).rejects.toThrow(CallFailure);
    expect(await outcomes()).toEqual([outcome]);
  });

  it.each([
    [409, "refused", "answered"],
    [422, "refused", "answered"],
    [500, "failed", "answered"],
    [503, "unknown", "unknown"],
  ] as const)("that Persona answers with %i are %s", async (status, outcome, state) => {
    const { persona, instance, entries, rows } = await set();
    persona.refuse(status, "Conflict");
    expect((await instance().perform(intent())).status).toBe(status);
    expect(await entries()).toMatchObject([
      { outcome, comment: "Fine", statusAfter: null, details: { httpStatus: status, answer: "Conflict" } },
    ]);
    expect((await rows())[0]?.state).toBe(state);
  });

  it("that hand out a way in are in the ledger of links, without the way in", async () => {
    const { db, instance, links } = await set();
    const writes = instance();
    await writes.perform(intent({ act: "/generate-one-time-link", body: '{"meta":{"expiresInSeconds":3600}}', comment: null }));
    await writes.perform(intent({ act: "/resume", body: undefined, comment: null, key: "key-2" }));
    const lines = (await links.list({}, { limit: 10 })).map(({ link }) => link);
    expect(lines.map(({ kind, inquiryId, expiresAt }) => [kind, inquiryId, expiresAt])).toEqual([
      ["session-token", "inq_1", null],
      ["one-time-link", "inq_1", "2026-03-02T10:00:00.000Z"],
    ]);
    const everything = await Promise.all(
      ["persona_writes", "issued_links", "audit_entries", "pushes"].map((table) => db.query(`select ${table}::text as row from ${table}`)),
    );
    expect(JSON.stringify(everything)).not.toMatch(/secret/);
  });

  it("under way are waited for when the server stops", async () => {
    const { persona, instance } = await set();
    const open = persona.hold();
    const writes = instance();
    const decision = writes.perform(intent());
    await vi.waitUntil(() => persona.acts.length === 1, { timeout: 20_000 });
    let stopped = false;
    const stop = writes.stop().then(() => (stopped = true));
    await settled();
    expect(stopped).toBe(false);
    open();
    expect((await decision).status).toBe(200);
    await stop;
  });

  it("long settled are forgotten, and recovery goes on by itself", async () => {
    const { instance, rows, clock } = await set();
    const writes = instance();
    await writes.perform(intent());
    clock.advance(7 * 24 * 60 * 60_000 + 1);
    writes.start();
    await vi.waitUntil(
      async () => {
        clock.advance(3_000);
        return (await rows()).length === 0;
      },
      { timeout: 20_000 },
    );
    await writes.stop();
    expect(await rows()).toEqual([]);
  });

  /** Moves the clock until `work` is done. */
  async function ticking<T>(clock: { advance(ms: number): void }, work: Promise<T>): Promise<T> {
    let done = false;
    const settle = () => void (done = true);
    work.then(settle, settle);
    await vi.waitUntil(
      () => {
        clock.advance(100);
        return done;
      },
      { timeout: 20_000, interval: 2 },
    );
    return work;
  }
});
