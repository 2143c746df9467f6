import { expect, it } from "vitest";
import type { AnsweredSecondLook, SecondLook } from "@/api/generated/desk/types.gen";
import { lena, maya, noah, seen, startCommandDesk } from "@test/server/support/command-desk";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { person } from "@test/server/support/desk-client";

const olga = person("olga", "lead");
const lookOf = ({ body }: { readonly body: unknown }) => body as SecondLook;
const start = Date.parse("2026-03-02T09:00:00.000Z");
const minute = 60_000;

describeOnEachDatabase("second looks", (fresh) => {
  const startDesk = async () => {
    const desk = startCommandDesk(await fresh());
    const told = (more: { status?: string; redacted?: boolean; at?: number } = {}) =>
      desk.inquiryStates.note({
        inquiryId: "inq_1",
        referenceId: null,
        inquiryTemplateId: null,
        accountId: null,
        status: more.status ?? "needs_review",
        redacted: more.redacted ?? false,
        updatedAt: more.at ?? start,
        source: "webhook",
        observedAt: start,
      });
    await told();
    return { ...desk, told, ...desk.instance() };
  };

  it("that are agreed on are carried out once, as the decision of who answers", async () => {
    const desk = await startDesk();
    const { id } = lookOf(await desk.ask());
    const both = await desk.answer(id);
    expect(both).toMatchObject({
      status: 200,
      body: { secondLook: { state: "agreed" }, decision: { by: { id: "user-lena" }, state: "held" } },
    });
    await desk.afterHold();
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_1/approve"]);
    expect(await desk.log()).toEqual(["ask-second-look done", "answer-second-look done", "hold-decision done", "approve-an-inquiry done"]);
    expect(await desk.answer(id)).toMatchObject({ status: 200, body: { decision: { state: "confirmed" } } });
    expect(desk.persona.acts).toHaveLength(1);
  });

  it("are answered once, however many do so at the same moment", async () => {
    const desk = await startDesk();
    const other = desk.instance();
    const { id } = lookOf(await desk.ask());
    const answers = await Promise.all([
      desk.answer(id),
      other.answer(id, {}, { who: olga }),
      desk.answer(id, { action: "decline", reasonIds: ["document-altered"] }, { who: olga }),
      other.answer(id),
    ]);
    const [state] = (await desk.looksOf("inq_1")).map((look) => look.state);
    const done = answers.filter(({ status }) => status === 200).map(({ body }) => (body as AnsweredSecondLook).secondLook.answer?.by.id);
    expect(new Set(done).size).toBe(1);
    expect(answers.filter(({ status }) => status !== 200).every(({ status }) => status === 409)).toBe(true);
    await desk.afterHold();
    expect(desk.persona.acts).toHaveLength(state === "agreed" ? 1 : 0);
    expect((await desk.log()).filter((entry) => entry === "answer-second-look done")).toHaveLength(1);
  });

  it("and decisions of the same moment keep each other out, whoever is first", async () => {
    const desk = await startDesk();
    for (let round = 0; round < 5; round += 1) {
      const [asked, decided] = await Promise.all([desk.ask(), desk.decide({}, { who: noah })]);
      expect(new Set([asked.status, decided.status])).toEqual(new Set([201, 409]));
      if (asked.status === 201) {
        await desk.as(maya)("DELETE", `/desk/v1/second-looks/${lookOf(asked).id}`, undefined, { "desk-person": maya.user.id });
      } else {
        await desk.takeBack((decided.body as { id: string }).id, noah);
      }
    }
  });

  it("lapse with another status, and do not come back with the old one", async () => {
    const desk = await startDesk();
    const { id } = lookOf(await desk.ask());
    await desk.told({ status: "approved", at: start + minute });
    expect(await desk.looksOf("inq_1")).toMatchObject([{ id, state: "lapsed" }]);
    expect(await desk.answer(id)).toMatchObject({ status: 409, body: { secondLook: { state: "lapsed", proposal: null } } });
    await desk.told({ status: "needs_review", at: start + 2 * minute });
    expect(await desk.looksOf("inq_1")).toMatchObject([{ id, state: "lapsed" }]);
    const next = lookOf(await desk.ask({}, { who: noah }));
    expect(await desk.looksOf("inq_1", noah)).toMatchObject([
      { id: next.id, state: "open" },
      { id, state: "lapsed" },
    ]);
    expect(desk.persona.acts).toEqual([]);
  });

  it("lapse with the redaction", async () => {
    const desk = await startDesk();
    const { id } = lookOf(await desk.ask());
    await desk.told({ redacted: true, at: start + minute });
    expect(await desk.answer(id)).toMatchObject({ status: 409 });
    expect(await desk.ask({}, { who: noah })).toMatchObject({ status: 409 });
  });

  it("are refused to who has asked, even where they have become a lead since", async () => {
    const desk = await startDesk();
    const { id } = lookOf(await desk.ask({}, { who: lena }));
    expect(await desk.answer(id)).toMatchObject({ status: 409 });
    const promoted = { ...maya, role: "lead" as const };
    const { id: mayas } = lookOf(await desk.ask({ inquiryId: "inq_1" }, { who: lena }));
    expect(await desk.answer(mayas, {}, { who: promoted })).toMatchObject({ status: 200 });
    expect(await desk.db.query("select 1 from second_looks where answer_by ->> 'id' = by ->> 'id'")).toEqual([]);
  });

  it("leave no answer behind where the decision can't be taken", async () => {
    const desk = await startDesk();
    await desk.set("decisionReasons", [{ id: "fits", decision: "approve", label: "Fits", comment: "required" }]);
    const { id } = lookOf(await desk.ask({ reasonIds: ["fits"], comment: "Fits" }));
    const match = { ...seen, reports: [{ id: "rep_1", status: "ready", hasMatch: true }] };
    expect(await desk.answer(id, { seen: match })).toMatchObject({ status: 422 });
    expect(await desk.answer(id, { reasonIds: ["fits"] })).toMatchObject({ status: 400 });
    expect(await desk.looksOf("inq_1", lena)).toMatchObject([{ state: "open", proposal: null, answer: null }]);
    expect(await desk.states()).toEqual([]);
  });
});
