import { expect, it } from "vitest";
import type { Decision, SecondLook, TwoPeopleRule } from "@/api/generated/desk/types.gen";
import { lena, maya, noah, seen, startCommandDesk } from "@test/server/support/command-desk";
import { createManualClock } from "@test/server/support/manual-clock";
import { describeOnEachDatabase } from "@test/server/support/databases";

const start = Date.parse("2026-03-02T09:00:00.000Z");
const declined = { action: "decline" as const, reasonIds: ["document-altered"] };
const idOf = ({ body }: { readonly body: unknown }) => (body as SecondLook).id;

describeOnEachDatabase("what needs two people", (fresh) => {
  /** @param indexed the template that the desk has heard of so far */
  const startDesk = async (decisions: TwoPeopleRule["decisions"] | undefined, indexed: string | null = "itmpl_1") => {
    const desk = startCommandDesk(await fresh());
    desk.persona.becomes("inq_1", { status: "needs_review", template: "itmpl_1" });
    const told = (status: string, at = start) =>
      desk.inquiryStates.note({
        inquiryId: "inq_1",
        referenceId: null,
        inquiryTemplateId: indexed,
        accountId: null,
        status,
        redacted: false,
        updatedAt: at,
        source: "webhook",
        observedAt: at,
      });
    await told("needs_review");
    const rule = (of: TwoPeopleRule["decisions"]) => desk.set("twoPeople", [{ inquiryTemplateId: "itmpl_1", decisions: of }]);
    if (decisions !== undefined) await rule(decisions);
    return { ...desk, rule, told, ...desk.instance() };
  };

  it("is refused to one person at once, with the reason as a value, and in the audit log", async () => {
    const desk = await startDesk("declines");
    const alone = await desk.decide(declined);
    expect(alone).toMatchObject({ status: 201, body: { state: "refused", lacks: "second-person", sendsAt: null } });
    expect((alone.body as Decision).why).toMatch(/^It needs a second person on this template/);
    await desk.afterHold();
    expect([desk.persona.acts, desk.persona.reads]).toEqual([[], []]);
    expect((await desk.log()).slice(1)).toEqual(["decline-an-inquiry refused"]);
    // what the rule is not about is decided as ever, and nothing is left in its way
    await desk.decide();
    await desk.afterHold();
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_1/approve"]);
  });

  it("is refused by the strong read, where the desk had not heard of the template", async () => {
    const desk = await startDesk("every", null);
    expect(await desk.decide()).toMatchObject({ body: { state: "held" } });
    await desk.afterHold();
    expect(await desk.list()).toMatchObject([{ state: "refused", lacks: "second-person" }]);
    expect(desk.persona.acts).toEqual([]);
    expect((await desk.log()).slice(1)).toEqual(["hold-decision done", "approve-an-inquiry refused"]);
  });

  it("is what was set by the time it would be sent", async () => {
    const desk = await startDesk(undefined);
    expect(await desk.decide()).toMatchObject({ body: { state: "held" } });
    await desk.rule("every");
    await desk.afterHold();
    expect(await desk.list()).toMatchObject([{ state: "refused", lacks: "second-person" }]);
    expect(desk.persona.acts).toEqual([]);
  });

  it("is carried out once a second person has said the same, on any instance", async () => {
    const desk = await startDesk("every");
    const gone = desk.instance(desk.persona, { at: createManualClock() });
    const id = idOf(await gone.ask(declined));
    expect(await gone.answer(id, declined)).toMatchObject({ status: 200, body: { decision: { state: "held", by: { id: "user-lena" } } } });
    // the instance that took it is stopped, and this one has only what the database tells
    await desk.afterHold();
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_1/decline"]);
    const [decision] = await desk.list("?filter[inquiry-id]=inq_1");
    expect(decision).toMatchObject({ state: "confirmed" });
    expect(decision).not.toHaveProperty("lacks");
  });

  it("is not there where they said something else, nor for one person twice", async () => {
    const desk = await startDesk("every");
    const id = idOf(await desk.ask(declined));
    expect(await desk.answer(id)).toMatchObject({ status: 200, body: { decision: null } });
    expect(await desk.decide(declined)).toMatchObject({ body: { state: "refused", lacks: "second-person" } });
    // a lead is no second person of their own
    const own = idOf(await desk.ask(declined, { who: lena }));
    expect(await desk.answer(own, declined)).toMatchObject({ status: 409 });
    expect(await desk.decide(declined, { who: lena })).toMatchObject({ status: 409 });
    // what the tables say is held to two as well
    expect(await desk.states()).toEqual(["refused"]);
    await desk.afterHold();
    expect(desk.persona.acts).toEqual([]);
  });

  it("is not one person who is known by the other's second look of before", async () => {
    const desk = await startDesk("every");
    const id = idOf(await desk.ask(declined));
    const first = await desk.answer(id, declined);
    await desk.takeBack((first.body as { decision: Decision }).decision.id, lena);
    expect(await desk.decide(declined, { who: lena })).toMatchObject({ body: { state: "refused", lacks: "second-person" } });
    await desk.afterHold();
    expect(desk.persona.acts).toEqual([]);
  });

  it.each([
    ["who proposed it", maya],
    ["who agreed", lena],
  ])("is one person less where %s may not decide any more", async (_, gone) => {
    const desk = await startDesk("every");
    const id = idOf(await desk.ask());
    expect(await desk.answer(id)).toMatchObject({ body: { decision: { state: "held" } } });
    await desk.becomes(gone, "support");
    await desk.afterHold();
    expect(await desk.list("?filter[inquiry-id]=inq_1")).toMatchObject([{ state: "refused" }]);
    expect(desk.persona.acts).toEqual([]);
  });

  it("is an approval against a match only while the match stands", async () => {
    const desk = await startDesk("approvalsAgainstMatches");
    const matched = { ...seen, reports: [{ id: "rep_1", status: "ready", hasMatch: true }] };
    const against = { reasonIds: ["match-is-somebody-else"], comment: "Another birthdate.", seen: matched };
    expect(await desk.decide(against)).toMatchObject({ body: { state: "refused", lacks: "second-person" } });
    expect(await desk.decide(declined, { who: noah })).toMatchObject({ body: { state: "held" } });
  });

  it("is not decided for many by one person either, and the rest of them is", async () => {
    const desk = await startDesk("every");
    desk.persona.becomes("inq_3", { status: "needs_review", template: "itmpl_2" });
    const items = ["inq_1", "inq_3"].map((inquiryId) => ({ inquiryId, seen }));
    const batch = await desk.batch({ items });
    desk.clock.advance(5_000);
    await desk.batchRound();
    expect((await desk.detail((batch.body as { id: string }).id)).items).toMatchObject([
      { inquiryId: "inq_1", state: "refused", why: expect.stringMatching(/second person/) as string },
      { inquiryId: "inq_3", state: "confirmed" },
    ]);
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_3/approve"]);
  });

  it("is a mark for review never", async () => {
    const desk = await startDesk("every");
    desk.persona.becomes("inq_1", { status: "completed", template: "itmpl_1" });
    await desk.told("completed", start + 1);
    await desk.decide({ action: "markForReview", seen: { ...seen, status: "completed" } });
    await desk.afterHold();
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_1/mark-for-review"]);
  });
});
