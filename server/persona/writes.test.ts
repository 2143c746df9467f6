import { expect, it, vi } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { settled } from "@test/server/support/manual-clock";
import { intent, noah, startWriteDesk, ticking } from "@test/server/support/write-desk";
import { CallFailure } from "./call-failure";
import { jsonOf } from "./persona-answer";

describeOnEachDatabase("writes to Persona", (fresh) => {
  it("happen, and are written down with all that follows", async () => {
    const { persona, instance, entries, rows, pushes, inquiryStates, clock } = startWriteDesk(await fresh());
    await inquiryStates.note({
      inquiryId: "inq_1",
      referenceId: "Cus-1",
      inquiryTemplateId: null,
      accountId: null,
      status: "needs_review",
      redacted: false,
      updatedAt: clock.now() - 5_000,
      source: "webhook",
      observedAt: clock.now() - 5_000,
    });
    persona.becomes("inq_1", { referenceId: "Cus-1" });
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
        referenceId: "Cus-1",
        requestId: "dr_1",
        personaRequestId: "req_1",
      },
    ]);
    expect(await rows()).toEqual([{ state: "answered", body: null }]);
    expect((await pushes.after(0, 10)).map(({ change }) => change)).toContainEqual({
      type: "inquiry",
      id: "inq_1",
      related: [{ type: "account", id: "act_1" }],
      status: "approved",
      updatedAt: "2026-03-02T09:00:00.000Z",
    });
    expect((await inquiryStates.get("inq_1"))?.status).toBe("approved");
  });

  it("that Persona refuses or does not answer are written down with the reference ID that is known, unless the inquiry is redacted", async () => {
    const { persona, instance, entries, inquiryStates, clock } = startWriteDesk(await fresh());
    const note = (inquiryId: string, redacted: boolean) =>
      inquiryStates.note({
        inquiryId,
        referenceId: `cus-${inquiryId}`,
        inquiryTemplateId: null,
        accountId: "act_1",
        status: "needs_review",
        redacted,
        updatedAt: clock.now() - 5_000,
        source: "webhook",
        observedAt: clock.now() - 5_000,
      });
    await note("inq_1", false);
    await note("inq_2", true);
    persona.next({ status: 409, title: "Conflict" }, { status: 409, title: "Conflict" });
    await instance().perform(intent({ key: "a" }));
    await instance().perform(intent({ key: "b", inquiryId: "inq_2" }));
    persona.next({ fails: "timeout" });
    await expect(instance().perform(intent({ key: "c" }))).rejects.toThrow(CallFailure);
    expect((await entries()).map(({ outcome, referenceId }) => [outcome, referenceId])).toEqual([
      ["refused", "cus-inq_1"],
      ["refused", null],
      ["unknown", "cus-inq_1"],
    ]);
    const known = [
      { type: "inquiry", id: "inq_1" },
      { type: "inquiry", id: "inq_2" },
      { type: "account", id: "act_1" },
      { type: "account", id: "act_2" },
      { type: "case", id: "inq_1" },
      null,
    ];
    expect(await Promise.all(known.map((object) => inquiryStates.referenceIdOf(object)))).toEqual([
      "cus-inq_1",
      null,
      "cus-inq_1",
      null,
      null,
      null,
    ]);
  });

  it("of the same intent are one, whatever comes of the first", async () => {
    const { persona, instance, outcomes } = startWriteDesk(await fresh());
    const [one, other] = [instance(), instance()];
    const first = await one.perform(intent());
    const again = await other.perform(intent());
    expect(jsonOf(again)).toEqual(jsonOf(first));
    expect(persona.acts).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("under a key that meant something else are refused", async () => {
    const { persona, instance } = startWriteDesk(await fresh());
    const writes = instance();
    await writes.perform(intent());
    for (const other of [{ act: "/decline" }, { inquiryId: "inq_2" }, { body: "{}" }, { query: "include=account" }]) {
      await expect(writes.perform(intent(other))).rejects.toMatchObject({ status: 400, message: "Idempotency error" });
    }
    expect(persona.acts).toHaveLength(1);
  });

  it("of two people under the same key are two", async () => {
    const { persona, instance } = startWriteDesk(await fresh());
    const writes = instance();
    await writes.perform(intent());
    await writes.perform(intent({ actor: noah }));
    expect(persona.acts).toHaveLength(2);
    expect(new Set(persona.keys).size).toBe(2);
    expect(persona.keys.every((key) => /^[0-9a-f]{64}$/.test(key ?? ""))).toBe(true);
  });

  it("that are being sent elsewhere are waited for", async () => {
    const { persona, instance, outcomes, clock } = startWriteDesk(await fresh());
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

  it("whose connection breaks are sent again under the same key", async () => {
    const { persona, instance, outcomes, clock } = startWriteDesk(await fresh());
    persona.loseAnswers(2);
    expect((await ticking(clock, instance().perform(intent()))).status).toBe(200);
    expect(persona.acts).toHaveLength(1);
    expect(new Set(persona.keys).size).toBe(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("that no key protects are not sent again when the connection breaks", async () => {
    const { persona, instance, outcomes, clock } = startWriteDesk(await fresh());
    persona.loseAnswers(1);
    const redaction = instance().perform(intent({ act: "", method: "DELETE", body: undefined, comment: null }));
    await expect(ticking(clock, redaction)).rejects.toMatchObject({ kind: "lost", status: 502 });
    expect(persona.acts).toEqual(["DELETE /inquiries/inq_1"]);
    expect(await outcomes()).toEqual(["unknown"]);
  });

  it.each([
    ["budget", "failed"],
    ["key", "failed"],
    ["timeout", "unknown"],
    ["unreadable", "unknown"],
  ] as const)("that end with %s are %s", async (kind, outcome) => {
    const { instance, outcomes } = startWriteDesk(await fresh());
    await expect(instance({ call: () => Promise.reject(new CallFailure(kind)) }).perform(intent())).rejects.toThrow(CallFailure);
    expect(await outcomes()).toEqual([outcome]);
  });

  it.each([
    [409, "refused", "answered"],
    [422, "refused", "answered"],
    [408, "unknown", "unknown"],
    [500, "unknown", "unknown"],
    [503, "unknown", "unknown"],
  ] as const)("that Persona answers with %i are %s", async (status, outcome, state) => {
    const { persona, instance, entries, rows } = startWriteDesk(await fresh());
    persona.refuse(status, "Conflict");
    expect((await instance().perform(intent())).status).toBe(status);
    expect(await entries()).toMatchObject([
      { outcome, comment: "Fine", statusAfter: null, details: { httpStatus: status, answer: "Conflict" } },
    ]);
    // the body is kept while it may have to be sent again
    expect(await rows()).toMatchObject([{ state, body: state === "answered" ? null : '{"meta":{"comment":"Fine"}}' }]);
  });

  it("that hand out a way in are in the ledger of links, without the way in", async () => {
    const { db, instance, links } = startWriteDesk(await fresh());
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
    const { persona, instance } = startWriteDesk(await fresh());
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
    const { instance, rows, clock } = startWriteDesk(await fresh());
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
});
