import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import type { Fate } from "@test/server/support/fake-decisions";
import { intent, link, noah, startWriteDesk, ticking, type WriteDesk } from "@test/server/support/write-desk";
import { jsonOf } from "./persona-answer";

const minute = 60_000;
/** After which a failure of Persona's is no call before it that is still on its way. */
const quiet = 10_001;

describeOnEachDatabase("writes whose outcome nobody knows", (fresh) => {
  /** A desk with one write that nobody knows the outcome of. */
  async function open(fate: Fate, what = intent()) {
    const desk = startWriteDesk(await fresh());
    desk.persona.next(fate);
    await ticking(
      desk.clock,
      desk
        .instance()
        .perform(what)
        .catch(() => undefined),
    );
    expect(await desk.outcomes()).toEqual(["unknown"]);
    return desk;
  }

  /** Recovers until nothing is due at this moment. */
  async function resolved({ later, instance, outcomes }: WriteDesk, ms?: number) {
    later(ms);
    const alive = instance();
    while ((await alive.recover()) > 0);
    return outcomes();
  }

  const afterTheEffect: readonly (readonly [string, Fate])[] = [
    ["a 500 of a gateway's", { status: 500, acts: true }],
    ["a 503", { status: 503, acts: true }],
    ["a 408", { status: 408, acts: true }],
    ["a timeout", { fails: "timeout", acts: true }],
    ["half an answer", { text: '{"data":{"type":"inqu', acts: true }],
  ];

  it.each(afterTheEffect)("since Persona's answer was %s, are asked for again under the key", async (_, fate) => {
    const desk = await open(fate);
    expect(await resolved(desk)).toEqual(["unknown", "done"]);
    expect(desk.persona.acts).toHaveLength(1);
    expect(new Set(desk.persona.keys).size).toBe(1);
    expect(desk.persona.priorities).toContain("background");
    const [unknown, done] = await desk.entries();
    expect(done).toMatchObject({ statusAfter: "approved", details: { corrects: unknown?.id, recovered: true }, comment: "Fine" });
    expect(await desk.learnt()).toEqual([{ type: "write", id: "dr_1", name: "done", related: [{ type: "inquiry", id: "inq_1" }] }]);
    expect(await desk.rows()).toEqual([{ state: "answered", body: null }]);
    expect((await desk.inquiryStates.get("inq_1"))?.status).toBe("approved");
  });

  it("are sent after all where they had not arrived", async () => {
    const desk = await open({ fails: "timeout" }, link());
    expect(await resolved(desk)).toEqual(["unknown", "done"]);
    expect([desk.persona.acts.length, await desk.linkCount()]).toEqual([1, 1]);
  });

  it.each([
    ["had its effect", true, "done"],
    ["had none", false, "failed"],
  ])("since Persona keeps a failure that %s, are looked at in the inquiry", async (_, acts, outcome) => {
    const desk = await open({ status: 500, title: "Internal error", acts, keeps: true });
    expect(await resolved(desk)).toEqual(acts ? ["unknown", "done"] : ["unknown"]);
    expect(await resolved(desk, quiet)).toEqual(["unknown", outcome]);
    expect(new Set(desk.persona.reads)).toEqual(new Set(["inq_1"]));
    expect(desk.persona.acts).toHaveLength(acts ? 1 : 0);
    expect((await desk.entries())[1]).toMatchObject({ details: { found: "Seen by reading the inquiry" } });
    expect((await desk.learnt()).map(({ name }) => name)).toEqual([outcome]);
  });

  it("are not said to have failed by a gateway's failure while the call before it may be on its way", async () => {
    const desk = await open({ fails: "timeout" });
    desk.persona.next({ status: 500, title: "Internal error", keeps: false });
    expect(await resolved(desk)).toEqual(["unknown"]);
    // it arrives, or is sent again
    expect(await resolved(desk, quiet)).toEqual(["unknown", "done"]);
  });

  it("are not said to have failed while a gateway may still hold them", async () => {
    const desk = await open({ status: 502 });
    desk.persona.next({ status: 502, keeps: false });
    desk.later();
    await desk.instance().recover();
    expect(await desk.outcomes()).toEqual(["unknown"]);
  });

  it("are not done because somebody had decided so before", async () => {
    const desk = startWriteDesk(await fresh());
    desk.persona.becomes("inq_1", { status: "approved", decisionedAt: new Date(desk.clock.now() - minute).toISOString() });
    desk.persona.next({ status: 500, title: "Internal error" });
    await desk.instance().perform(intent());
    await resolved(desk);
    expect(await resolved(desk, quiet)).toEqual(["unknown", "failed"]);
  });

  it("are not done because a colleague has done the same since", async () => {
    const desk = await open({ fails: "timeout" });
    desk.later(1_000);
    await desk.instance().perform(intent({ actor: noah }));
    await desk.webhook("inquiry.approved");
    expect(await resolved(desk)).toEqual(["unknown", "done"]);
    expect((await desk.entries()).map(({ actor, outcome }) => [actor.id, outcome])).toEqual([
      ["user_1", "unknown"],
      ["user_2", "done"],
    ]);
    expect(desk.persona.acts).toHaveLength(1);
  });

  it.each([
    ["redacted, and it was", true, "done"],
    ["redacted, and it was not", false, "failed"],
  ])("and that no key protects, are read: %s", async (_, acts, outcome) => {
    const desk = await open({ fails: "lost", acts }, intent({ act: "", method: "DELETE", body: undefined, comment: null }));
    await resolved(desk);
    // while Persona may still be at it, nothing is said to have failed
    expect(await desk.outcomes()).toEqual(acts ? ["unknown", "done"] : ["unknown"]);
    for (let times = 0; times < 10; times += 1) await resolved(desk, 10 * minute);
    expect(await desk.outcomes()).toEqual(["unknown", outcome]);
    expect(desk.persona.keys).toHaveLength(1);
  });

  it("are known by a webhook that tells of it, without asking Persona", async () => {
    const desk = await open({ fails: "timeout", acts: true });
    await desk.webhook("inquiry.approved");
    expect(await resolved(desk, 0)).toEqual(["unknown", "done"]);
    expect([desk.persona.keys.length, desk.persona.reads.length]).toEqual([1, 0]);
    expect((await desk.entries())[1]).toMatchObject({ statusAfter: "approved", details: { found: "Persona's webhook told of it" } });
  });

  it("are not known by a webhook of something else, or of before", async () => {
    const desk = startWriteDesk(await fresh());
    await desk.webhook("inquiry.approved");
    desk.later(minute);
    desk.persona.next({ status: 500, title: "Internal error" });
    await desk.instance().perform(intent());
    await desk.webhook("inquiry.declined");
    await desk.webhook("inquiry.approved", "inq_2");
    await resolved(desk);
    expect(await resolved(desk, quiet)).toEqual(["unknown", "failed"]);
  });

  it.each([
    '"meta":{}',
    '"meta":{"one-time-link":"","one-time-link-short":"https://perso.na/verify?code=us1-x"}',
    '"meta":{"one-time-link":"javascript:alert(1)"}',
    '"meta":{"one-time-link":null}',
    '"meta":{"one-time-link":7}',
    '"meta":null',
    '"included":[]',
  ])("since the answer holds no link, are not done: %s", async (meta) => {
    const desk = await open({ text: `{"data":{"type":"inquiry","id":"inq_1"},${meta}}`, acts: true }, link());
    expect((await desk.entries())[0]).toMatchObject({ details: { httpStatus: 200, answer: "Persona's answer holds no one-time link" } });
    expect([await desk.linkCount(), await resolved(desk), await desk.linkCount()]).toEqual([0, ["unknown", "done"], 1]);
  });

  it.each(["null", '""', "7", "[]", "{}", "", "<html>"])("since the answer is no document, are not done: %s", async (text) => {
    const desk = await open({ text, acts: true }, link());
    expect((await desk.entries())[0]).toMatchObject({ outcome: "unknown", details: { httpStatus: 200 } });
    expect([await desk.linkCount(), await resolved(desk), await desk.linkCount()]).toEqual([0, ["unknown", "done"], 1]);
  });

  it("are joined by the same intent, and stand in nobody's way", async () => {
    const desk = await open({ fails: "timeout", acts: true });
    const letGo = desk.persona.hold();
    desk.later();
    const recovery = desk.instance().recover();
    const again = desk.instance().perform(intent());
    const other = desk.instance().perform(link({ actor: noah }));
    letGo();
    await recovery;
    expect((await other).status).toBe(200);
    expect(jsonOf(await ticking(desk.clock, again))).toMatchObject({ data: { attributes: { status: "approved" } } });
    expect(desk.persona.acts).toHaveLength(2);
    expect((await desk.outcomes()).toSorted()).toEqual(["done", "done", "unknown"]);
  });

  it("are asked about ever more seldom, until Persona has forgotten the key: then the log says that nobody can tell", async () => {
    const desk = startWriteDesk(await fresh());
    desk.persona.refuse(502, "Bad gateway");
    await desk.instance().perform(link());
    for (let hour = 0; hour < 23; hour += 1) await resolved(desk, 60 * minute);
    expect(await desk.outcomes()).toEqual(["unknown"]);
    for (let hour = 0; hour < 24; hour += 1) await resolved(desk, 60 * minute);
    expect(desk.persona.keys.length).toBeGreaterThan(5);
    expect(desk.persona.keys.length).toBeLessThan(24);
    expect(await desk.rows()).toEqual([{ state: "answered", body: null }]);
    const [first, last, ...more] = await desk.entries();
    expect(last).toMatchObject({
      outcome: "unknown",
      actor: { id: "user_1" },
      subject: { id: "inq_1" },
      details: {
        corrects: first?.id,
        found: "Nobody can tell any more whether it happened",
        answer: "Found too late to be sent again",
      },
    });
    expect(more).toEqual([]);
  });
});
