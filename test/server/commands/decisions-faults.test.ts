import { expect, it, vi } from "vitest";
import { createDecisionSettling } from "@server/commands/decision-settling";
import { CallFailure } from "@server/persona/call-failure";
import type { PersonaCaller } from "@server/persona/caller";
import { isWrite, operationOf } from "@server/persona/match-operation";
import type { PersonaAnswer } from "@server/persona/persona-answer";
import { idOf, lena, noah, startCommandDesk } from "@test/server/support/command-desk";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { detailsOf } from "@test/server/support/desk-client";
import type { Fate } from "@test/server/support/fake-decisions";
import { ticking } from "@test/server/support/write-desk";

type Desk = ReturnType<typeof startCommandDesk>;
type Instance = ReturnType<Desk["instance"]>;

const confirmed = { acts: 1, state: "confirmed", open: false, finals: ["approve-an-inquiry done"] };
const noEvents = { text: '{"data":' };

/** The hold is over, and what is due is carried out, with all pauses there are in it. */
async function sent({ clock }: Desk, { round }: Instance, ms = 5_000): Promise<void> {
  clock.advance(ms);
  await ticking(clock, round());
}

/** Some seconds later: what is unknown is looked into, what was put off is tried again. */
async function later({ clock }: Desk, { writes, round }: Instance, ms = 20_000): Promise<void> {
  clock.advance(ms);
  await ticking(clock, writes.recover());
  await ticking(clock, round());
}

/** Persona whose reads come to something else than the truth, so many times. */
function failingReads(persona: Pick<PersonaCaller, "call">, times: number, fail: () => PersonaAnswer): Pick<PersonaCaller, "call"> {
  let left = times;
  return {
    async call(call) {
      if (isWrite(operationOf(call.operation)) || (left -= 1) < 0) return persona.call(call);
      return fail();
    },
  };
}
const failure = (kind: ConstructorParameters<typeof CallFailure>[0]) => (): never => {
  throw new CallFailure(kind);
};
const tooMany = (): PersonaAnswer => ({
  status: 429,
  headers: { "content-type": "application/json" },
  body: new TextEncoder().encode('{"errors":[{"title":"Too Many Requests"}]}'),
});

describeOnEachDatabase("decisions whose answer is missing", (fresh) => {
  it.each<[what: string, fates: readonly Fate[]]>([
    ["Persona fails after it did it", [{ status: 500, acts: true }]],
    ["Persona fails after it did it, and keeps that under the key", [{ status: 500, acts: true, keeps: true }]],
    ["Persona fails before it did it", [{ status: 500, keeps: false }]],
    ["a gateway fails after it was done", [{ status: 503, acts: true }]],
    ["a gateway fails before it was done", [{ status: 503, keeps: false }]],
    ["the connection breaks each time", [{ fails: "lost", acts: true }, { fails: "lost" }, { fails: "lost" }]],
    ["nothing comes, and it was done", [{ fails: "timeout", acts: true }]],
    ["nothing comes, and it was not done", [{ fails: "timeout" }]],
    ["half of it comes", [{ text: '{"data":', acts: true }]],
  ])("since %s are told as unknown, and then as they are", async (_, fates) => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    desk.persona.next(...fates);
    await one.decide();
    await sent(desk, one);
    expect(await desk.ending("inq_1")).toMatchObject({ state: "unknown", open: true, finals: [] });
    for (let times = 0; times < 3; times += 1) await later(desk, one);
    expect(await desk.ending("inq_1")).toEqual(confirmed);
    const told = await desk.told();
    expect([told.slice(0, 4), told.at(-1)]).toEqual([["held", "checking", "sending", "unknown"], "confirmed"]);
    expect(await one.list()).toMatchObject([{ state: "confirmed", statusAfter: "approved", why: null }]);
  });

  it("end refused where Persona had refused it", async () => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    desk.persona.next({ fails: "timeout" }, { status: 409, title: "Already decided" });
    await one.decide({ comment: "Looked at it" });
    await sent(desk, one);
    await later(desk, one);
    expect(await one.list()).toMatchObject([{ state: "refused", comment: "Looked at it", why: "Persona refused it: Already decided." }]);
    expect(await desk.told()).toEqual(["held", "checking", "sending", "unknown", "refused"]);
    expect(await desk.log()).toEqual(["hold-decision done", "approve-an-inquiry unknown", "approve-an-inquiry refused"]);
  });

  it("end refused where Persona failed, and did nothing", async () => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    desk.persona.next({ status: 500, keeps: true, acts: false });
    await one.decide();
    await sent(desk, one);
    await later(desk, one);
    expect(await one.list()).toMatchObject([{ state: "refused", why: "It did not take effect at Persona." }]);
    expect(await desk.log()).toEqual(["hold-decision done", "approve-an-inquiry unknown", "approve-an-inquiry failed"]);
    expect(await one.decide()).toMatchObject({ status: 201, body: { state: "held" } });
  });

  it("are confirmed by a webhook that tells of it, without another call", async () => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    desk.persona.next({ fails: "timeout", acts: true });
    await one.decide();
    await sent(desk, one);
    const calls = () => desk.persona.keys.length + desk.persona.reads.length;
    const before = calls();
    await desk.webhook("inquiry.approved");
    await later(desk, one, 0);
    expect([await desk.ending("inq_1"), calls()]).toEqual([confirmed, before]);
  });

  it("keep others from deciding for ten minutes, and no longer", async () => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    desk.persona.next(...Array.from({ length: 100 }, (): Fate => ({ fails: "timeout" })));
    desk.persona.tells(noEvents);
    await one.decide();
    await sent(desk, one);
    const decline = () => one.decide({ action: "decline", reasonIds: ["document-altered"] }, { who: noah });
    for (let minutes = 0; minutes < 9; minutes += 1) await later(desk, one, 60_000);
    const refused = await decline();
    expect([refused.status, detailsOf(refused)]).toEqual([
      409,
      "maya sent an approval of this inquiry, and it is not known yet whether Persona did it.",
    ]);
    await later(desk, one, 60_000);
    expect(await decline()).toMatchObject({ status: 201, body: { state: "held" } });
    desk.persona.calm();
    await sent(desk, one);
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_1/decline"]);
    for (let minutes = 0; minutes < 5; minutes += 1) await later(desk, one, 600_000);
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_1/decline"]);
    expect((await one.list("", lena)).map(({ state }) => state)).toEqual(["confirmed", "unknown"]);
  });
});

describeOnEachDatabase("decisions that can't be sent", (fresh) => {
  it.each([
    ["can't be reached", failure("unconnected"), "Persona can't be reached. Nothing was sent."],
    ["takes too long", failure("timeout"), "Persona took too long. Nothing was sent."],
    ["takes no more calls", failure("budget"), "Persona takes no more calls now. Nothing was sent."],
    ["answers 429", tooMany, "The inquiry could not be read. Persona answered Too Many Requests. Nothing was sent."],
  ])("since Persona %s when it is read, are tried again, then refused in so many words", async (_, fail, why) => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance(failingReads(desk.persona, 8, fail));
    await one.decide({ comment: "Looked at it" });
    await sent(desk, one);
    expect(await one.list()).toMatchObject([{ state: "checking", why: expect.stringContaining("Nothing was sent.") as string }]);
    for (let times = 0; times < 7; times += 1) await later(desk, one);
    expect(await one.list()).toMatchObject([{ state: "refused", why: expect.stringContaining(why.slice(0, 30)) as string }]);
    expect((await one.list())[0]?.why).toMatch(/Nothing was sent\.$/);
    expect((await one.list())[0]?.why).not.toContain("may or may not");
    expect(await desk.log()).toEqual(["hold-decision done", "approve-an-inquiry failed"]);
    expect(desk.persona.acts).toEqual([]);
    expect((await desk.told()).at(-1)).toBe("refused");
    // and the inquiry is free
    expect(await one.decide()).toMatchObject({ status: 201, body: { state: "held" } });
  });

  it("are sent when Persona comes back", async () => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance(failingReads(desk.persona, 7, failure("unconnected")));
    await one.decide();
    await sent(desk, one);
    for (let times = 0; times < 7; times += 1) await later(desk, one);
    expect(await desk.ending("inq_1")).toEqual(confirmed);
  });

  it("since Persona can't be reached, are compared anew and sent once it can, or refused", async () => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    const away = Array.from({ length: 3 }, (): Fate => ({ fails: "unconnected" }));
    desk.persona.next(...away);
    await one.decide();
    await sent(desk, one);
    await later(desk, one);
    expect(await desk.ending("inq_1")).toEqual(confirmed);
    expect(await desk.told()).toEqual(["held", "checking", "sending", "checking", "checking", "sending", "confirmed"]);

    desk.persona.becomes("inq_3", { status: "needs_review" });
    desk.persona.next(...Array.from({ length: 8 }, () => away).flat());
    await one.decide({ inquiryId: "inq_3" });
    for (let times = 0; times < 8; times += 1) await later(desk, one);
    expect(await one.list("?filter[inquiry-id]=inq_3")).toMatchObject([
      { state: "refused", why: "Persona can't be reached. Nothing was sent." },
    ]);
    expect(await desk.ending("inq_3")).toMatchObject({ acts: 0, open: false });
  });

  it.each([
    [409, "Already decided"],
    [422, "Not in a state for it"],
    [404, "Record not found"],
  ])("since Persona answers %s are refused with its reason", async (status, title) => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    desk.persona.next({ status, title });
    await one.decide();
    await sent(desk, one);
    expect(await one.list()).toMatchObject([{ state: "refused", why: `Persona refused it: ${title}.` }]);
    expect(await desk.log()).toEqual(["hold-decision done", "approve-an-inquiry refused"]);
  });

  it("in the audit log are not held, and what was held before is told all the same", async () => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    const held = await one.decide({}, { key: "key-1" });
    await desk.db.asOwner((connection) => connection.query("revoke insert on desk.audit_entries from inquiry_desk_app"));
    try {
      const refused = await one.decide({ inquiryId: "inq_3" });
      expect([refused.status, detailsOf(refused)]).toEqual([503, "Nothing was sent."]);
      expect(await one.decide({}, { key: "key-1" })).toMatchObject({ status: 200, body: { id: idOf(held), state: "held" } });
      await sent(desk, one);
      expect([await desk.states(), desk.persona.acts]).toEqual([["checking"], []]);
    } finally {
      await desk.db.asOwner((connection) => connection.query("grant insert on desk.audit_entries to inquiry_desk_app"));
    }
    await later(desk, one);
    expect(await desk.ending("inq_1")).toEqual(confirmed);
  });
});

describeOnEachDatabase("decisions that two hands are at", (fresh) => {
  it("are taken back and not sent, or sent and not taken back", async () => {
    const desk = startCommandDesk(await fresh());
    const [one, other] = [desk.instance(), desk.instance()];
    for (let turn = 0; turn < 12; turn += 1) {
      const inquiryId = `inq_race${turn}`;
      desk.persona.becomes(inquiryId, { status: "needs_review" });
      const id = idOf(await one.decide({ inquiryId }));
      desk.clock.advance(5_000);
      // now one is first, now the other
      const rounds = () => other.round();
      const [back] = await (turn % 2 === 0
        ? Promise.all([one.takeBack(id), rounds()])
        : Promise.all([rounds(), one.takeBack(id)]).then(([, answer]) => [answer] as const));
      await Promise.all([one.round(), other.round()]);
      const { acts, state } = await desk.ending(inquiryId);
      expect([
        [200, 0, "taken-back"],
        [409, 1, "confirmed"],
      ]).toContainEqual([back.status, acts, state]);
    }
  });

  it("that are paused at the last moment are not sent until their clock runs again", async () => {
    const desk = startCommandDesk(await fresh());
    const [one, other] = [desk.instance(), desk.instance()];
    for (let turn = 0; turn < 6; turn += 1) {
      const inquiryId = `inq_pause${turn}`;
      desk.persona.becomes(inquiryId, { status: "needs_review" });
      const id = idOf(await one.decide({ inquiryId }));
      desk.clock.advance(5_000);
      const [paused] = await Promise.all([one.pause(id, true), other.round()]);
      await Promise.all([one.round(), other.round()]);
      const { acts } = await desk.ending(inquiryId);
      expect([
        [200, 0],
        [409, 1],
      ]).toContainEqual([paused.status, acts]);
    }
  });
});

describeOnEachDatabase("what becomes of the write of a decision", (fresh) => {
  it.each([
    ["refused", "done", "confirmed"],
    ["stopped", "done", "confirmed"],
    ["unknown", "done", "confirmed"],
    ["refused", "unknown", "refused"],
    ["stopped", "failed", "stopped"],
    ["taken-back", "refused", "taken-back"],
    ["confirmed", "refused", "confirmed"],
  ] as const)("told as %s: a write that is %s leaves it %s", async (told, outcome, state) => {
    const desk = startCommandDesk(await fresh());
    await desk.instance().decide();
    const [row] = await desk.db.query<{ intent: string }>(
      "update decisions set state = $1, is_open = false returning write_intent as intent",
      [told],
    );
    const settle = createDecisionSettling(() => desk.clock.now());
    const settled = { intent: row?.intent ?? "", outcome, statusAfter: null, why: null };
    await desk.db.transaction((transaction) => settle(settled, transaction));
    expect(await desk.states()).toEqual([state]);
  });
});

describeOnEachDatabase("tags of decisions", (fresh) => {
  it("that can't be given keep no other from being given", async () => {
    const desk = startCommandDesk(await fresh());
    await desk.set("decisionReasons", [{ id: "r", decision: "approve", label: "Seen twice", comment: "optional", tag: "second look" }]);
    const never: Pick<PersonaCaller, "call"> = {
      call: (call) => (call.path === "/inquiries/inq_1/add-tag" ? Promise.reject(new CallFailure("timeout")) : desk.persona.call(call)),
    };
    const one = desk.instance(never);
    desk.persona.becomes("inq_3", { status: "needs_review" });
    await one.decide({ reasonIds: ["r"] });
    await one.decide({ reasonIds: ["r"], inquiryId: "inq_3" });
    await sent(desk, one);
    for (let times = 0; times < 3; times += 1) await later(desk, one);
    expect(desk.persona.acts).toContain("POST /inquiries/inq_3/add-tag");
    await vi.waitUntil(async () => (await desk.states()).every((state) => state === "confirmed"), { timeout: 20_000 });
  });
});
