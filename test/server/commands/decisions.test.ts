import { expect, it, vi } from "vitest";
import type { DecisionConflict } from "@/api/generated/desk/types.gen";
import { readDecisionComment } from "@/domain/decision-comment";
import { idOf, lena, maya, noah, sam, seen, startCommandDesk } from "@test/server/support/command-desk";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { detailsOf } from "@test/server/support/desk-client";

const approved = ["POST /inquiries/inq_1/approve"];

describeOnEachDatabase("decisions", (fresh) => {
  it("are held, then compared, sent once, and confirmed", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide, afterHold, list } = desk.instance();
    const answer = await decide({ comment: " All fits. " });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        inquiryId: "inq_1",
        action: "approve",
        comment: "All fits.",
        by: { id: "user-maya" },
        mine: true,
        state: "held",
        holdSeconds: 5,
        sendsAt: "2026-03-02T09:00:05.000Z",
      },
    });
    await afterHold(4_999);
    expect([desk.persona.acts, await desk.states()]).toEqual([[], ["held"]]);
    await afterHold(1);
    expect(desk.persona.acts).toEqual(approved);
    expect(await list()).toMatchObject([{ state: "confirmed", statusAfter: "approved", sendsAt: null }]);
    expect(await desk.told()).toEqual(["held", "checking", "sending", "confirmed"]);
    expect(await desk.log()).toEqual(["hold-decision done", "approve-an-inquiry done"]);
    expect((await desk.entries()).at(-1)).toMatchObject({ comment: "All fits.", statusBefore: "needs_review", statusAfter: "approved" });
  });

  it("cost Persona two calls: what is, and the decision", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide, afterHold } = desk.instance();
    await decide();
    await afterHold();
    expect([desk.persona.reads.length, desk.persona.acts.length, desk.persona.keys.length]).toEqual([1, 1, 1]);
  });

  it("without a hold are answered when they are over", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide } = desk.instance();
    const answer = await decide({ holdSeconds: 0 });
    expect(answer).toMatchObject({ status: 201, body: { state: "confirmed", statusAfter: "approved" } });
    expect(await desk.log()).toEqual(["approve-an-inquiry done"]);
  });

  it("without a hold are taken on by nobody else before they are answered", async () => {
    const desk = startCommandDesk(await fresh());
    const other = desk.instance();
    /** The other instance's round comes right after every change of this one. */
    const transaction: typeof desk.db.transaction = async (work) => {
      const done = await desk.db.transaction(work);
      await other.decisions.round();
      return done;
    };
    const letGo = desk.persona.hold();
    const answer = desk.instance(desk.persona, { database: { ...desk.db, transaction } }).decide({ holdSeconds: 0 });
    await vi.waitUntil(() => desk.persona.reads.length > 0);
    letGo();
    expect(await answer).toMatchObject({ status: 201, body: { state: "confirmed" } });
    expect([desk.persona.reads.length, desk.persona.acts]).toEqual([1, approved]);
  });

  it("are held as long as the company sets, and as the person does above the lower bound", async () => {
    const desk = startCommandDesk(await fresh());
    await desk.set("decisionHold", { seconds: 20, atLeastSeconds: 10 });
    const { decide } = desk.instance();
    expect(await decide()).toMatchObject({ body: { holdSeconds: 20 } });
    expect(await decide({ inquiryId: "inq_2", holdSeconds: 0 })).toMatchObject({ body: { holdSeconds: 10 } });
    expect(await decide({ inquiryId: "inq_3", holdSeconds: 60 })).toMatchObject({ body: { holdSeconds: 60 } });
    expect(await decide({ inquiryId: "inq_4", holdSeconds: 61 })).toMatchObject({ status: 400 });
  });

  it("can be taken back while they are held, and not after", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide, afterHold, takeBack } = desk.instance();
    const id = idOf(await decide({ comment: "Not yet" }));
    expect(await takeBack(id, noah)).toMatchObject({ status: 404 });
    expect(await takeBack(id)).toMatchObject({ status: 200, body: { state: "taken-back", comment: "Not yet" } });
    expect(await takeBack(id)).toMatchObject({ status: 200, body: { state: "taken-back" } });
    await afterHold();
    expect([desk.persona.acts, desk.persona.reads]).toEqual([[], []]);
    expect(await desk.log()).toEqual(["hold-decision done", "take-back-decision done"]);

    const next = idOf(await decide());
    await afterHold();
    const late = await takeBack(next);
    expect(late).toMatchObject({ status: 409, body: { decision: { state: "confirmed" } } });
    expect(detailsOf(late)).toBe("It was sent, and Persona has confirmed it.");
  });

  it("can be taken back by a lead, and say so", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide, takeBack } = desk.instance();
    const id = idOf(await decide());
    expect(await takeBack(id, lena)).toMatchObject({ status: 200, body: { state: "taken-back", mine: false, why: "lena took it back." } });
    expect((await desk.entries()).at(-1)).toMatchObject({ action: "take-back-decision", actor: { id: "user-lena" } });
  });

  it.each([
    ["its status", { status: "approved" }, [{ what: "status", id: null, seen: "needs_review", now: "approved" }]],
    [
      "anything about it",
      { updatedAt: "2026-03-02T09:00:01.000Z" },
      [{ what: "updatedAt", id: null, seen: seen.updatedAt, now: "2026-03-02T09:00:01.000Z" }],
    ],
    ["that it was redacted", { redactedAt: seen.updatedAt }, [{ what: "redactedAt", id: null, seen: null, now: seen.updatedAt }]],
  ])("are stopped when %s is not what the person saw", async (_, attributes, difference) => {
    const desk = startCommandDesk(await fresh());
    const { decide, afterHold, list } = desk.instance();
    await decide({ comment: "All fits." });
    desk.persona.becomes("inq_1", attributes);
    await afterHold();
    expect(desk.persona.acts).toEqual([]);
    expect(await list()).toMatchObject([{ state: "stopped", comment: "All fits.", difference }]);
    expect(await desk.log()).toEqual(["hold-decision done", "stop-decision refused"]);
    expect((await desk.entries()).at(-1)).toMatchObject({ comment: "All fits." });
  });

  it("are stopped before they are held when the desk knows already that it moved", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide } = desk.instance();
    await desk.inquiryStates.note({
      inquiryId: "inq_1",
      referenceId: null,
      inquiryTemplateId: null,
      accountId: null,
      status: "declined",
      redacted: false,
      updatedAt: Date.parse(seen.updatedAt) + 1,
      source: "webhook",
      observedAt: desk.clock.now(),
    });
    expect(await decide()).toMatchObject({ status: 201, body: { state: "stopped", difference: [{ what: "status", now: "declined" }] } });
    expect(desk.persona.reads).toEqual([]);
  });

  it("are one at a time on an inquiry; the other is told who holds what, and for how long", async () => {
    const desk = startCommandDesk(await fresh());
    const [one, other] = [desk.instance(), desk.instance()];
    await one.decide({ comment: "Mine" });
    desk.clock.advance(2_000);
    const refused = await other.decide({ action: "decline", reasonIds: ["document-altered"] }, { who: noah });
    expect(refused).toMatchObject({ status: 409, body: { decision: { state: "held", by: { name: "maya" }, comment: null, mine: false } } });
    expect(detailsOf(refused)).toBe("maya holds an approval of this inquiry; it is sent in 3 seconds.");
    expect(await desk.states()).toEqual(["held"]);
  });

  it("of two people who look at the same picture, exactly one is sent, also much later and on two instances", async () => {
    const desk = startCommandDesk(await fresh());
    const [one, other] = [desk.instance(), desk.instance()];
    const answers = await Promise.all([
      one.decide({ comment: "Mine" }),
      other.decide({ action: "decline", reasonIds: ["document-altered"], comment: "No, mine" }, { who: noah }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    desk.clock.advance(5_000);
    await Promise.all([one.round(), other.round()]);
    expect(desk.persona.acts).toHaveLength(1);
    // Persona is slow to show it: the picture is still the same
    desk.persona.becomes("inq_1", { status: "needs_review" });
    desk.clock.advance(60 * 60_000);
    await other.decide({ action: "decline", reasonIds: ["document-altered"], comment: "Late" }, { who: noah });
    await other.afterHold();
    expect(desk.persona.acts).toHaveLength(1);
    expect((await other.list("", noah))[0]).toMatchObject({ state: "stopped", comment: "Late", difference: [{ what: "decision" }] });
  });

  it("under the same key are one decision, and another one under it is refused", async () => {
    const desk = startCommandDesk(await fresh());
    const [one, other] = [desk.instance(), desk.instance()];
    const { decide } = one;
    const again = { key: "key-1" };
    const [first, second] = await Promise.all([decide({}, again), other.decide({}, again)]);
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 201]);
    expect(idOf(first)).toBe(idOf(second));
    // either may be at it
    await Promise.all([one.afterHold(), other.round()]);
    await other.round();
    expect(await decide({}, again)).toMatchObject({ status: 200, body: { state: "confirmed" } });
    expect(await decide({ comment: "other" }, again)).toMatchObject({ status: 400 });
    expect(desk.persona.acts).toEqual(approved);
  });

  it("need a key, and the person their page was loaded for", async () => {
    const desk = startCommandDesk(await fresh());
    const body = { inquiryId: "inq_1", action: "approve", reasonIds: [], comment: null, seen };
    const post = (headers: Record<string, string>) => desk.instance().as(maya)("POST", "/desk/v1/decisions", body, headers);
    expect(await post({ "desk-person": "user-maya" })).toMatchObject({ status: 400 });
    expect(await post({ "idempotency-key": "key" })).toMatchObject({ status: 400 });
    expect(await desk.states()).toEqual([]);
  });

  it("say nothing of what was sent where they are refused: the refusal does", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide } = desk.instance();
    const sentOf = async (asked: ReturnType<typeof decide>) => {
      const { status, headers } = await asked;
      return [status, headers.get("desk-sent")];
    };
    expect(await sentOf(decide({ action: "decline" }))).toEqual([400, null]);
    expect(await sentOf(decide({ seen: { ...seen, status: "failed" } }))).toEqual([422, null]);
    await decide();
    expect(await sentOf(decide({}, { who: noah }))).toEqual([409, null]);
  });

  it("are for who may take them, and an attempt is recorded", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide } = desk.instance();
    expect(await decide({}, { who: sam })).toMatchObject({ status: 403 });
    expect(await decide({ action: "markForReview" }, { who: sam })).toMatchObject({ status: 201 });
    expect(await desk.log()).toEqual(["approve-an-inquiry refused", "hold-decision done"]);
  });

  it.each([
    ["has no role any more", null],
    ["has another role by then", "support"],
    ["is an auditor by then", "auditor"],
  ] as const)("are not sent for somebody who %s", async (_, role) => {
    const desk = startCommandDesk(await fresh());
    const { decide, afterHold, list, round } = desk.instance();
    await decide({ comment: "All fits." });
    await desk.becomes(maya, role);
    await afterHold();
    await round();
    expect(desk.persona.acts).toEqual([]);
    const why = "maya may not decide any more. Nothing was sent.";
    expect(await list()).toMatchObject([{ state: "refused", why, comment: "All fits." }]);
    expect(await desk.log()).toEqual(["hold-decision done", "approve-an-inquiry refused"]);
    expect((await desk.entries()).at(-1)).toMatchObject({ reason: why, comment: "All fits.", actor: { id: "user-maya" } });
    expect(await desk.told()).toEqual(["held", "checking", "refused"]);
  });

  it("are sent for somebody whose role is another, and may still decide", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide, afterHold } = desk.instance();
    await decide();
    await decide({ inquiryId: "inq_5", action: "markForReview", seen: { ...seen, status: "completed" } }, { who: sam });
    desk.persona.becomes("inq_5", { status: "completed" });
    await desk.becomes(maya, "lead");
    await afterHold();
    expect(desk.persona.acts.toSorted()).toEqual([...approved, "POST /inquiries/inq_5/mark-for-review"]);
  });

  it("are compared with the role of now also when they are tried again", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide, afterHold, list } = desk.instance();
    desk.persona.next({ status: 429 });
    await decide();
    await afterHold();
    await desk.becomes(maya, null);
    await afterHold(60_000);
    expect([desk.persona.acts, (await list())[0]?.state]).toEqual([[], "refused"]);
  });

  it("follow the company's reasons, which go to Persona with them", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide, afterHold } = desk.instance();
    const decline = { action: "decline" } as const;
    expect(detailsOf(await decide(decline))).toBe("A decline needs a reason.");
    expect(detailsOf(await decide({ ...decline, reasonIds: ["other"] }))).toBe("“Another reason” needs a comment.");
    expect(await decide({ ...decline, reasonIds: ["evidence-consistent"] })).toMatchObject({ status: 400 });
    const reasons = [{ id: "document-altered", label: "Document is altered or fabricated" }];
    const answer = await decide({ ...decline, reasonIds: ["document-altered"], comment: "The photo" });
    expect(answer).toMatchObject({ status: 201, body: { reasons } });
    await afterHold();
    const [body] = desk.persona.bodies;
    const sent = JSON.parse(body ?? "") as { meta: { comment: string } };
    expect(readDecisionComment(sent.meta.comment)).toEqual({
      comment: "The photo",
      reasons,
      by: { name: "maya", emailAddress: "maya@desk.example" },
    });
    expect((await desk.entries()).at(-1)).toMatchObject({ action: "decline-an-inquiry", details: { reasons: "document-altered" } });
  });

  it("against what speaks against them need a comment alone where the company has no reasons", async () => {
    const desk = startCommandDesk(await fresh());
    await desk.set("decisionReasons", []);
    const { decide } = desk.instance();
    const failed = { seen: { ...seen, status: "failed" } };
    const refused = await decide(failed);
    expect([refused.status, detailsOf(refused)]).toEqual([422, "Something speaks against it, so say why all the same."]);
    expect(await desk.states()).toEqual([]);
    expect(await decide({ ...failed, comment: "It was our fault." })).toMatchObject({ status: 201, body: { state: "held" } });
  });

  it("give the inquiry the tags of their reasons, once they are confirmed", async () => {
    const desk = startCommandDesk(await fresh());
    await desk.set("decisionReasons", [{ id: "r", decision: "approve", label: "Seen twice", comment: "optional", tag: "second look" }]);
    const { decide, afterHold, round } = desk.instance();
    await decide({ reasonIds: ["r"] });
    await afterHold();
    await round();
    await round();
    expect(desk.persona.acts).toEqual([...approved, "POST /inquiries/inq_1/add-tag"]);
    expect(desk.persona.bodies.at(-1)).toBe('{"meta":{"tagName":"second look"}}');
  });

  it("can be paused, and are taken back when nobody comes back to them", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide, afterHold, pause, list } = desk.instance();
    const id = idOf(await decide());
    expect(await pause(id, true, noah)).toMatchObject({ status: 404 });
    expect(await pause(id, true)).toMatchObject({ status: 200, body: { sendsAt: null, pausedAt: "2026-03-02T09:00:00.000Z" } });
    await afterHold(60_000);
    expect(await desk.states()).toEqual(["held"]);
    expect(await pause(id, false)).toMatchObject({
      body: { pausedAt: null, sendsAt: expect.stringMatching(/^2026-03-02T09:01:05/) as string },
    });
    await pause(id, true);
    await afterHold(10 * 60_000);
    expect(await list()).toMatchObject([{ state: "taken-back", why: "It was paused for 10 minutes." }]);
    expect(desk.persona.acts).toEqual([]);
    expect(await pause(id, true)).toMatchObject({ status: 409, body: { decision: { state: "taken-back" } } });
  });

  it.each(
    [
      { when: "a millisecond before the ten minutes are over", ms: -1, status: 200, state: "held", why: null },
      { when: "when they are over", ms: 0, status: 409, state: "taken-back", why: "It was paused for 10 minutes." },
      { when: "a moment later", ms: 1, status: 409, state: "taken-back", why: "It was paused for 10 minutes." },
    ].flatMap((one) => [
      { ...one, isRoundFirst: false },
      { ...one, isRoundFirst: true },
    ]),
  )("that are paused and go on $when are $state, with a round before: $isRoundFirst", async (one) => {
    const { ms, status, state, why, isRoundFirst } = one;
    const desk = startCommandDesk(await fresh());
    const { decide, pause, round, list } = desk.instance();
    const id = idOf(await decide());
    await pause(id, true);
    desk.clock.advance(10 * 60_000 + ms);
    if (isRoundFirst) await round();
    const resumed = await pause(id, false);
    await round();
    expect(resumed.status).toBe(status);
    expect(status === 200 ? resumed.body : (resumed.body as DecisionConflict).decision).toMatchObject({ state, pausedAt: null, why });
    expect(await list()).toMatchObject([{ state, pausedAt: null, why }]);
    const end = state === "held" ? "pause-decision done" : "take-back-decision done";
    expect(await desk.log()).toEqual(["hold-decision done", "pause-decision done", end]);
  });

  it("that go on are not taken back by an instance whose clock is ahead", async () => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    const id = idOf(await one.decide());
    await one.pause(id, true);
    desk.clock.advance(10 * 60_000 - 1);
    const answers: number[] = [];
    /** The person goes on right after the other instance has looked for what was paused too long. */
    const query: typeof desk.db.query = async (text, params) => {
      const rows = await desk.db.query(text, params);
      if (text.includes("d.paused_at <= $1")) answers.push((await one.pause(id, false)).status);
      return rows as never[];
    };
    const at = { ...desk.clock, now: () => desk.clock.now() + 1 };
    await desk.instance(desk.persona, { at, database: { ...desk.db, query } }).round();
    expect(answers).toEqual([200]);
    expect(await one.list()).toMatchObject([{ state: "held", pausedAt: null }]);
    await one.afterHold();
    expect(desk.persona.acts).toEqual(approved);
  });

  it("that are paused twice at once, or go on twice at once, do so once", async () => {
    const desk = startCommandDesk(await fresh());
    const [one, other] = [desk.instance(), desk.instance()];
    const id = idOf(await one.decide());
    for (const paused of [true, false]) {
      const answers = await Promise.all([one.pause(id, paused), other.pause(id, paused), one.pause(id, paused)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    expect(await desk.log()).toEqual(["hold-decision done", "pause-decision done", "pause-decision done"]);
  });

  it("are listed for who took them and for leads; of an inquiry for everybody, without others' comments", async () => {
    const desk = startCommandDesk(await fresh());
    const { decide, list } = desk.instance();
    await decide({ comment: "Mine" });
    await decide({ inquiryId: "inq_2", comment: "His" }, { who: noah });
    expect((await list()).map(({ inquiryId }) => inquiryId)).toEqual(["inq_1"]);
    expect((await list("", lena)).map(({ comment }) => comment)).toEqual(["His", "Mine"]);
    expect(await list("?filter[by]=me", lena)).toEqual([]);
    expect(await list("?filter[inquiry-id]=inq_2")).toMatchObject([{ comment: null, mine: false, by: { name: "noah" } }]);
    expect(await list("?filter[state]=confirmed")).toEqual([]);
    expect(await list("?filter[state]=open&page[size]=1", lena)).toMatchObject([{ inquiryId: "inq_2" }]);
  });
});
