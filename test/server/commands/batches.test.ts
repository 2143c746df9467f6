import { expect, it, vi } from "vitest";
import type { Batch, BatchRequest } from "@/api/generated/desk/types.gen";
import { CallFailure } from "@server/persona/call-failure";
import { isWrite, operationOf } from "@server/persona/match-operation";
import { createRedactions } from "@server/retention/redactions";
import { idOf, lena, maya, noah, seen, sam, startCommandDesk } from "@test/server/support/command-desk";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { detailsOf, person } from "@test/server/support/desk-client";
import { createManualClock } from "@test/server/support/manual-clock";
import { stoppingAt } from "@test/server/support/stopping";
import { ticking } from "@test/server/support/write-desk";

const ids = ["inq_a", "inq_b", "inq_c"] as const;
const fewestSteps = 20;
const items = ids.map((inquiryId) => ({ inquiryId, seen }));
const confirmed = { acts: 1, state: "confirmed", open: false, finals: ["approve-an-inquiry done"] };

type Desk = ReturnType<typeof startCommandDesk>;
type Instance = ReturnType<Desk["instance"]>;

function started(db: Parameters<typeof startCommandDesk>[0]) {
  const desk = startCommandDesk(db);
  for (const id of ids) desk.persona.becomes(id, { status: "needs_review" });
  return desk;
}
/** What became of each, in the order they were meant in. */
const states = async (instance: Instance, id: string) => (await instance.detail(id)).items.map(({ state }) => state);
/** The hold is over, and what is due is carried out. */
async function afterHold({ clock }: Desk, { batchRound }: Instance, ms = 5_000) {
  clock.advance(ms);
  await ticking(clock, batchRound());
}
/** Time enough for every lease to run out, and for what is unknown to be found out. */
async function carryOn({ clock }: Desk, { writes, round, batchRound }: Instance): Promise<void> {
  for (let times = 0; times < 8; times += 1) {
    clock.advance(6_000);
    await ticking(clock, writes.recover());
    await ticking(clock, round());
    await ticking(clock, batchRound());
  }
}

describeOnEachDatabase("a batch", (fresh) => {
  it("is held once, then decides one after the other, each with its entry and the batch with its own", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    const taken = await one.batch({ items, comment: "All fits" });
    expect([taken.status, taken.body]).toMatchObject([201, { state: "held", counts: { total: 3, waiting: 3 }, mine: true }]);
    await ticking(desk.clock, one.batchRound());
    expect(desk.persona.acts).toEqual([]);
    await afterHold(desk, one);
    expect(desk.persona.acts).toEqual(ids.map((id) => `POST /inquiries/${id}/approve`));
    expect(await one.detail(idOf(taken))).toMatchObject({ batch: { state: "done", counts: { confirmed: 3, waiting: 0 } } });
    const entries = await desk.entries();
    expect(entries.map(({ action }) => action)).toEqual(["hold-batch", ...ids.map(() => "approve-an-inquiry")]);
    expect(entries[0]).toMatchObject({ subject: { type: "batch", id: idOf(taken) }, details: { items: 3 } });
    expect(entries[1]).toMatchObject({ comment: "All fits", details: { batch: idOf(taken) } });
    // a batch tells of its own
    expect(await one.list("?filter[by]=me")).toEqual([]);
    expect(await one.list("?filter[inquiry-id]=inq_a")).toHaveLength(1);
  });

  it("is held for as long as the company demands, and its decisions not once more", async () => {
    const desk = started(await fresh());
    await desk.set("decisionHold", { seconds: 20, atLeastSeconds: 20 });
    const one = desk.instance();
    const taken = await one.batch({ items, holdSeconds: 0 });
    expect(taken.body).toMatchObject({ holdSeconds: 20 });
    await afterHold(desk, one, 19_000);
    expect(desk.persona.acts).toEqual([]);
    await afterHold(desk, one, 1_000);
    expect(await states(one, idOf(taken))).toEqual(["confirmed", "confirmed", "confirmed"]);
  });

  it("that is taken back decides none, and can't be once it runs", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    const taken = await one.batch({ items });
    expect((await one.does("take-back", idOf(taken))).body).toMatchObject({ state: "taken-back", counts: { leftOut: 3 } });
    await afterHold(desk, one, 60_000);
    expect(desk.persona.acts).toEqual([]);
    const other = await one.batch({ items });
    await afterHold(desk, one);
    const late = await one.does("take-back", idOf(other));
    expect([late.status, detailsOf(late)]).toEqual([409, "It is done."]);
  });

  it("is paused, gone on with and stopped between two inquiries", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    const id = idOf(await one.batch({ items }));
    desk.persona.whenActing(({ path }) => {
      if (path.includes("inq_a")) void one.does("pause", id);
    });
    await afterHold(desk, one);
    await vi.waitFor(async () => expect((await one.detail(id)).batch.state).toBe("paused"));
    await afterHold(desk, one, 60_000);
    const before = await states(one, id);
    expect(before[0]).toBe("confirmed");
    expect(before).toContain("waiting");
    desk.persona.whenActing(() => {});
    expect((await one.does("stop", id)).body).toMatchObject({ state: "stopped" });
    await afterHold(desk, one, 60_000);
    expect(await states(one, id)).toEqual(before.map((state) => (state === "waiting" ? "left-out" : state)));
    expect((await one.does("resume", id)).status).toBe(409);
  });

  it("goes on with the others where one was decided by a colleague, or has changed, and says why", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    const id = idOf(await one.batch({ items }));
    await one.decide({ inquiryId: "inq_a", holdSeconds: 60 }, { who: noah });
    desk.persona.becomes("inq_b", { status: "declined" });
    await afterHold(desk, one);
    const { batch, items: after } = await one.detail(id);
    expect(after.map(({ state }) => state)).toEqual(["refused", "stopped", "confirmed"]);
    expect(after[0]?.why).toMatch(/^noah holds an approval of this inquiry/);
    expect(after[1]?.difference).toMatchObject([{ what: "status", now: "declined" }]);
    expect(batch).toMatchObject({ state: "done", counts: { refused: 2, confirmed: 1 } });
  });

  it("waits where Persona takes no more calls, begins with no other meanwhile, and goes on", async () => {
    const desk = started(await fresh());
    let busy = 3;
    const one = desk.instance({
      call: (call) => {
        if (isWrite(operationOf(call.operation)) || (busy -= 1) < 0) return desk.persona.call(call);
        throw new CallFailure("budget");
      },
    });
    const id = idOf(await one.batch({ items }));
    await afterHold(desk, one);
    expect(await states(one, id)).toEqual(["checking", "waiting", "waiting"]);
    await carryOn(desk, one);
    expect(await states(one, id)).toEqual(["confirmed", "confirmed", "confirmed"]);
    expect(desk.persona.acts).toHaveLength(3);
  });

  it("whose instance dies at any place is carried on by another: each decided once", { timeout: 240_000 }, async () => {
    const db = await fresh();
    for (let step = 1; ; step += 1) {
      const desk = startCommandDesk(db);
      const mine = ["a", "b"].map((name) => `inq_${name}${step}`);
      for (const id of mine) desk.persona.becomes(id, { status: "needs_review" });
      // the instance that held it is gone: its clock stands still
      const gone = desk.instance(desk.persona, { at: createManualClock() });
      const id = idOf(await gone.batch({ items: mine.map((inquiryId) => ({ inquiryId, seen })) }));
      const stopping = stoppingAt(step, "stops", db, desk.persona);
      const victim = desk.instance(stopping.caller, { database: stopping.database });
      desk.clock.advance(5_000);
      let isOver = false;
      let isReached = false;
      void ticking(desk.clock, victim.batchRound()).then(
        () => (isOver = true),
        () => undefined,
      );
      void stopping.reached.then(() => (isReached = true));
      await vi.waitUntil(() => isReached || isOver, { timeout: 20_000, interval: 1 });
      if (!isReached) {
        if (step <= fewestSteps) throw new Error(`It had only ${step - 1} steps`);
        return;
      }
      await carryOn(desk, desk.instance());
      expect([step, await Promise.all(mine.map(desk.ending)), await states(desk.instance(), id)]).toEqual([
        step,
        [confirmed, confirmed],
        ["confirmed", "confirmed"],
      ]);
    }
  });

  it("is carried out once by two instances that take it on at the same time", async () => {
    const desk = started(await fresh());
    const [one, two] = [desk.instance(), desk.instance()];
    const id = idOf(await one.batch({ items }));
    desk.clock.advance(5_000);
    await ticking(desk.clock, Promise.all([one.batchRound(), two.batchRound(), one.batchRound(), two.batchRound()]));
    await carryOn(desk, two);
    expect(desk.persona.acts).toHaveLength(3);
    expect(await states(one, id)).toEqual(["confirmed", "confirmed", "confirmed"]);
  });

  it("takes what something speaks against only where it was taken in by itself, with a reason and a comment", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    const against = { inquiryId: "inq_b", seen: { ...seen, reports: [{ id: "rep_1", status: "ready", hasMatch: true }] } };
    const refused = await one.batch({ items: [{ inquiryId: "inq_a", seen }, against] });
    expect([refused.status, detailsOf(refused)]).toEqual([422, expect.stringContaining("inq_b") as string]);
    const silent = await one.batch({ items: [{ ...against, override: true }] });
    expect([silent.status, detailsOf(silent)]).toEqual([422, "Something speaks against it: choose a reason."]);
    const said: Partial<BatchRequest> = { reasonIds: ["match-is-somebody-else"], comment: "Another birth date" };
    expect((await one.batch({ ...said, items: [{ ...against, override: true }] })).status).toBe(201);
  });

  it.each<[string, Partial<BatchRequest>]>([
    ["no inquiry", { items: [] }],
    ["one twice", { items: [...items, ...items] }],
    ["an end of a snooze", { items, until: "2026-03-03T09:00:00.000Z" }],
    ["a decline without a reason", { items, action: "decline" }],
    ["a snooze without words", { items, action: "snooze", untilUserActs: true }],
    ["a snooze without an end", { items, action: "snooze", comment: "Later" }],
    ["a snooze with a reason of decisions", { items, action: "snooze", comment: "Later", untilUserActs: true, reasonIds: ["x"] }],
  ])("with %s is malformed", async (_what, more) => {
    expect(
      (
        await started(await fresh())
          .instance()
          .batch(more)
      ).status,
    ).toBe(400);
  });

  it("snoozes each that is still what was seen", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    for (const [id, status] of [
      ["inq_a", "needs_review"],
      ["inq_b", "approved"],
    ] as const) {
      await desk.inquiryStates.note({
        inquiryId: id,
        referenceId: `usr-${id}`,
        inquiryTemplateId: null,
        accountId: null,
        status,
        redacted: false,
        updatedAt: desk.clock.now(),
        source: "webhook",
        observedAt: desk.clock.now(),
      });
    }
    const id = idOf(await one.batch({ items, action: "snooze", comment: "Ask Ines", untilUserActs: true }));
    await afterHold(desk, one);
    const { batch, items: after } = await one.detail(id);
    expect(after.map(({ state, why }) => [state, why])).toEqual([
      ["confirmed", null],
      ["refused", "It is approved by now."],
      ["refused", "The desk does not know this inquiry."],
    ]);
    expect(batch.counts).toMatchObject({ confirmed: 1, refused: 2 });
    expect(desk.persona.acts).toEqual([]);
    expect((await desk.log()).slice(1)).toEqual(["snooze-inquiry done"]);
  });

  it("is for who may decide, and is seen and stopped by who meant it, leads and admins", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    expect((await one.batch({ items }, { who: sam })).status).toBe(403);
    expect(
      (await one.batch({ items, action: "snooze", comment: "x", untilUserActs: true }, { who: person("ada", "auditor") })).status,
    ).toBe(403);
    const id = idOf(await one.batch({ items }));
    expect((await one.does("take-back", id, noah)).status).toBe(404);
    expect((await one.as(noah)("GET", `/desk/v1/batches/${id}`)).status).toBe(404);
    const listed = async (who = maya) => ((await one.as(who)("GET", "/desk/v1/batches?filter[state]=open")).body as { data: Batch[] }).data;
    expect([await listed(), await listed(noah)]).toMatchObject([[{ id }], []]);
    expect((await one.does("take-back", id, lena)).body).toMatchObject({ state: "taken-back" });
    expect(await listed()).toEqual([]);
  });

  it("of somebody who may not decide any more decides nothing", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    const id = idOf(await one.batch({ items }));
    await desk.becomes(maya, "support");
    await afterHold(desk, one);
    expect([desk.persona.acts, await states(one, id)]).toEqual([[], ["refused", "refused", "refused"]]);
  });

  it("is the same under the same key, and nothing else", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    const first = await one.batch({ items }, { key: "k" });
    const again = await one.batch({ items }, { key: "k" });
    expect([again.status, idOf(again)]).toEqual([200, idOf(first)]);
    expect((await one.batch({ items: items.slice(1) }, { key: "k" })).status).toBe(400);
  });

  it("loses its comment once one of its inquiries is redacted, and it is over", async () => {
    const desk = started(await fresh());
    const one = desk.instance();
    const id = idOf(await one.batch({ items, comment: "Anna is not the one" }));
    const redactions = createRedactions({ db: desk.db, now: () => desk.clock.now(), audit: desk.audit });
    await desk.db.query(
      "insert into webhook_events (event_id, name, object_type, object_id, received_at) values ('e', 'inquiry.redacted', 'inquiry', 'inq_b', now())",
    );
    await redactions.erasePending();
    expect((await one.detail(id)).batch.comment).toBe("Anna is not the one");
    await afterHold(desk, one);
    await redactions.eraseWrittenSince();
    expect((await one.detail(id)).batch.comment).toBeNull();
  });
});
