import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import type { Fate } from "@test/server/support/fake-decisions";
import { intent, link, startWriteDesk, ticking, type WriteDesk } from "@test/server/support/write-desk";
import { jsonOf } from "./persona-answer";

/** Answers of Persona's that are not kept under the key, so that the same key acts later; and one that is. */
const firstAnswers: readonly (readonly [name: string, fate: Fate, outcome: string])[] = [
  ["a quota", { status: 429, title: "Quota exceeded" }, "refused"],
  ["a 403 before its layer", { status: 403, title: "Forbidden", keeps: false }, "refused"],
  ["a 404 before its layer", { status: 404, title: "Record not found", keeps: false }, "refused"],
  ["a 409 before its layer", { status: 409, title: "Conflict", keeps: false }, "refused"],
  ["a gateway's 502", { status: 502, keeps: false }, "unknown"],
  ["no connection", { fails: "unconnected" }, "failed"],
  ["a lost answer", { fails: "timeout", acts: true }, "unknown"],
  ["a lost request", { fails: "timeout" }, "unknown"],
];

const repetitions: readonly (readonly [name: string, fate: Fate, outcomes: readonly string[]])[] = [
  ["success", {}, ["done"]],
  ["the same refusal", { status: 429, title: "Quota exceeded" }, ["refused"]],
  ["no answer, and then success", { fails: "timeout" }, ["unknown", "done"]],
];

const cases = firstAnswers.flatMap(([first, fate, outcome]) =>
  repetitions.flatMap(([then, again, outcomes]) => {
    // a refusal before the key is looked at tells nothing of what was sent before: that is found out later
    const isOpen = outcome === "unknown" && again.status === 429;
    const all = isOpen ? [outcome, "done"] : [outcome, ...outcomes];
    return [[first, then, fate, again, all.filter((each, at) => each !== all[at - 1])] as const];
  }),
);

describeOnEachDatabase("writes that are repeated", (fresh) => {
  /** Performs; what it throws is not looked at here. */
  const tried = ({ clock, instance }: WriteDesk, what = link()) =>
    ticking(
      clock,
      instance()
        .perform(what)
        .catch(() => undefined),
    );

  it.each(cases)("after %s, with %s, are written down as what they came to", async (_, __, first, again, outcomes) => {
    const desk = startWriteDesk(await fresh());
    // no connection is tried three times
    desk.persona.next(...(first.fails === "unconnected" ? [first, first, first] : [first]));
    await tried(desk);
    desk.persona.next(again);
    await tried(desk);
    desk.later(600_000);
    await desk.instance().recover();
    const isDone = outcomes.at(-1) === "done";
    expect(await desk.outcomes()).toEqual(outcomes);
    expect(desk.persona.acts).toHaveLength(isDone ? 1 : 0);
    expect(await desk.linkCount()).toBe(isDone ? 1 : 0);
    expect((await desk.changes()).filter(({ type }) => type === "inquiry")).toHaveLength(isDone ? 1 : 0);
    const entries = await desk.entries();
    expect(entries.map(({ details }) => details["corrects"])).toEqual([undefined, ...entries.slice(0, -1).map(({ id }) => id)]);
    expect((await desk.learnt()).map(({ name }) => name)).toEqual(outcomes.slice(1));
  });

  it("after a success change nothing, and bring the same answer", async () => {
    const desk = startWriteDesk(await fresh());
    const first = await desk.instance().perform(link());
    expect(jsonOf(await desk.instance().perform(link()))).toEqual(jsonOf(first));
    expect([await desk.outcomes(), await desk.linkCount(), await desk.learnt()]).toEqual([["done"], 1, []]);
  });

  it("after Persona kept its own failure go under another key, once it is known that nothing happened", async () => {
    const desk = startWriteDesk(await fresh());
    desk.persona.next({ status: 500, title: "Internal error" });
    await tried(desk, intent());
    desk.later(10_001);
    await desk.instance().recover();
    expect(await desk.outcomes()).toEqual(["unknown", "failed"]);
    expect((await desk.instance().perform(intent())).status).toBe(200);
    expect(await desk.outcomes()).toEqual(["unknown", "failed", "done"]);
    expect(new Set(desk.persona.keys).size).toBe(2);
  });

  it("bring into the ledger of links what was known to be done without its answer", async () => {
    const desk = startWriteDesk(await fresh());
    await desk.inquiryStates.note({
      inquiryId: "inq_1",
      referenceId: null,
      inquiryTemplateId: null,
      accountId: null,
      status: "expired",
      redacted: false,
      updatedAt: desk.clock.now() - 5_000,
      source: "webhook",
      observedAt: desk.clock.now() - 5_000,
    });
    const resume = intent({ act: "/resume", body: undefined, comment: null });
    desk.persona.next({ status: 502, acts: true }, { status: 502 });
    await tried(desk, resume);
    desk.later();
    await desk.instance().recover();
    expect(await desk.entries()).toMatchObject([
      { outcome: "unknown" },
      { outcome: "done", details: { found: "Seen by reading the inquiry" } },
    ]);
    expect(await desk.linkCount()).toBe(0);
    for (let times = 0; times < 2; times += 1) await desk.instance().perform(resume);
    expect([await desk.linkCount(), desk.persona.acts.length, await desk.outcomes()]).toEqual([1, 1, ["unknown", "done"]]);
  });
});
