import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { intent, noah, startWriteDesk, ticking, type WriteDesk } from "@test/server/support/write-desk";

const minute = 60_000;

describeOnEachDatabase("writes whose outcome nobody knows, and after which somebody else acted", (fresh) => {
  async function resolved({ later, instance, outcomes }: WriteDesk, ms?: number) {
    later(ms);
    const alive = instance();
    while ((await alive.recover()) > 0);
    return outcomes();
  }

  /** Maya's approval, whose answer never came, and after it Noah's decline. */
  async function overtaken(acts: boolean) {
    const desk = startWriteDesk(await fresh());
    desk.persona.next({ fails: "timeout", acts });
    const approval = desk.instance().perform(intent());
    await expect(ticking(desk.clock, approval)).rejects.toMatchObject({ kind: "timeout" });
    desk.later(1_000);
    await desk.instance().perform(intent({ act: "/decline", actor: noah }));
    expect(await desk.outcomes()).toEqual(["unknown", "done"]);
    return desk;
  }

  const decline = "POST /inquiries/inq_1/decline";

  it("are told by the inquiry's events where they had happened, and are not sent again", async () => {
    const desk = await overtaken(true);
    expect(await resolved(desk)).toEqual(["unknown", "done", "done"]);
    const [unknown, , last] = await desk.entries();
    expect(last).toMatchObject({
      actor: { id: "user_1" },
      statusAfter: "approved",
      details: { corrects: unknown?.id, found: "Seen by reading the inquiry's events" },
    });
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_1/approve", decline]);
    expect((await desk.inquiryStates.get("inq_1"))?.status).toBe("declined");
    expect(desk.persona.stories).toEqual(["inquiry.approved"]);
  });

  it("are not said to have failed before Persona is certainly not at them any more", async () => {
    const desk = await overtaken(false);
    expect(await resolved(desk)).toEqual(["unknown", "done"]);
    for (let times = 0; times < 5; times += 1) await resolved(desk, 10 * minute);
    expect(await desk.outcomes()).toEqual(["unknown", "done", "failed"]);
    expect((await desk.entries())[2]).toMatchObject({ statusAfter: null, details: { found: "Seen by reading the inquiry's events" } });
    expect(desk.persona.acts).toEqual([decline]);
  });

  it("are not said to have failed since the inquiry shows no time of it: who acted since may have taken that away", async () => {
    const desk = await overtaken(true);
    desk.persona.becomes("inq_1", { status: "pending", decisionedAt: null });
    desk.persona.tells({ status: 403 });
    for (let times = 0; times < 5; times += 1) await resolved(desk, 10 * minute);
    expect(await desk.outcomes()).toEqual(["unknown", "done"]);
    desk.persona.tells({});
    expect(await resolved(desk, 60 * minute)).toEqual(["unknown", "done", "done"]);
  });

  it("are not taken for done by what the same has done a moment before", async () => {
    const desk = startWriteDesk(await fresh());
    await desk.instance().perform(intent({ key: "first" }));
    desk.later(1_000);
    desk.persona.becomes("inq_1", { status: "needs_review" });
    desk.persona.next({ status: 500, title: "Internal error", keeps: true });
    await desk.instance().perform(intent({ key: "second", actor: noah }));
    for (let times = 0; times < 5; times += 1) await resolved(desk, 10 * minute);
    expect(await desk.outcomes()).toEqual(["done", "unknown"]);
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_1/approve"]);
  });

  it.each([
    ["had its effect", true, "done"],
    ["had none", false, "failed"],
  ])("in Persona itself, while Persona keeps a failure that %s, are told by the events", async (_, acts, outcome) => {
    const desk = startWriteDesk(await fresh());
    desk.persona.next({ status: 500, title: "Internal error", acts, keeps: true });
    await desk.instance().perform(intent());
    desk.later(1_000);
    desk.persona.becomes("inq_1", { status: "declined", decisionedAt: new Date(desk.clock.now()).toISOString() });
    for (let times = 0; times < 5; times += 1) await resolved(desk, 10 * minute);
    expect(await desk.outcomes()).toEqual(["unknown", outcome]);
    expect((await desk.entries())[1]).toMatchObject({ details: { found: "Seen by reading the inquiry's events" } });
  });

  it.each([
    [
      "events of before",
      '{"data":[{"type":"event","id":"evt_1","attributes":{"name":"inquiry.approved","createdAt":"2001-01-01T00:00:00Z"}}],"links":{"next":null}}',
    ],
    ["no events", '{"data":[],"links":{"next":null}}'],
  ])("did not happen where there are %s alone", async (_, text) => {
    const desk = await overtaken(true);
    desk.persona.tells({ text });
    for (let times = 0; times < 5; times += 1) await resolved(desk, 10 * minute);
    expect(await desk.outcomes()).toEqual(["unknown", "done", "failed"]);
  });

  it.each([
    ["is refused", { status: 403 }],
    ["is half an answer", { text: '{"data":[{"type":"eve' }],
    ["is none", { text: '{"errors":[]}' }],
    ["has no links", { text: '{"data":[]}' }],
    ["holds what is no event", { text: '{"data":[7],"links":{"next":null}}' }],
    [
      "holds an event of no time",
      { text: '{"data":[{"type":"event","id":"evt_1","attributes":{"name":"inquiry.approved"}}],"links":{"next":null}}' },
    ],
    ["holds an event of no name", { text: '{"data":[{"type":"event","id":"evt_1","attributes":{}}],"links":{"next":null}}' }],
  ])("stay unknown while the list of events %s, and a day later the log says that nobody can tell", async (_, answer) => {
    const desk = await overtaken(true);
    desk.persona.tells(answer);
    for (let hour = 0; hour < 22; hour += 1) await resolved(desk, 60 * minute);
    expect(await desk.outcomes()).toEqual(["unknown", "done"]);
    for (let hour = 0; hour < 24; hour += 1) await resolved(desk, 60 * minute);
    expect(await desk.outcomes()).toEqual(["unknown", "done", "unknown"]);
    const [unknown, , last] = await desk.entries();
    expect(last).toMatchObject({
      details: {
        corrects: unknown?.id,
        found: "Nobody can tell any more whether it happened",
        answer: "Somebody acted on it since, so it was not sent again",
      },
    });
    expect(desk.persona.acts.filter((act) => act.includes("approve"))).toHaveLength(1);
  });
});
