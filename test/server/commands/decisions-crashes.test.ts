import { expect, it, vi } from "vitest";
import { seen, startCommandDesk } from "@test/server/support/command-desk";
import { describeOnEachDatabase, type TestDatabase } from "@test/server/support/databases";
import type { Fate } from "@test/server/support/fake-decisions";
import { createManualClock } from "@test/server/support/manual-clock";
import { type Stop, stoppingAt } from "@test/server/support/stopping";
import { ticking } from "@test/server/support/write-desk";

const fewestSteps = 10;
const timeout = 120_000;

type Desk = ReturnType<typeof startCommandDesk>;

/** Time enough for every lease to run out, and for what is unknown to be found out. */
async function carryOn({ clock }: Desk, { writes, round }: ReturnType<Desk["instance"]>): Promise<void> {
  for (let times = 0; times < 6; times += 1) {
    clock.advance(6_000);
    await ticking(clock, writes.recover());
    await ticking(clock, round());
  }
}

/**
 * Lets an instance carry a decision out that comes to grief at its first step, its second, and so on, until there is none left.
 * @param meanwhile what others do once it has stopped
 */
async function atEveryStep(
  db: TestDatabase,
  how: Stop,
  meanwhile: (desk: Desk, inquiryId: string, stopped: ReturnType<typeof stoppingAt>, work: Promise<void>) => Promise<void>,
  { tries = 0, fates = [] }: { readonly tries?: number; readonly fates?: readonly Fate[] } = {},
): Promise<void> {
  for (let step = 1; ; step += 1) {
    const desk = startCommandDesk(db);
    const inquiryId = `inq_${how.replace(" ", "")}${tries}x${fates.length}x${step}`;
    desk.persona.becomes(inquiryId, { status: "needs_review" });
    // the instance that held it is gone: its clock stands still
    await desk.instance(desk.persona, { at: createManualClock() }).decide({ inquiryId, comment: "Looked at it" });
    await db.query("update decisions set tries = $1::integer where inquiry_id = $2", [tries, inquiryId]);
    desk.persona.next(...fates);
    const stopping = stoppingAt(step, how, db, desk.persona);
    const victim = desk.instance(stopping.caller, { database: stopping.database });
    desk.clock.advance(5_000);
    let isOver = false;
    let isReached = false;
    const work = victim.round().finally(() => (isOver = true));
    void stopping.reached.then(() => (isReached = true));
    await vi.waitUntil(() => isReached || isOver, { timeout: 20_000, interval: 1 });
    if (!isReached) {
      if (step <= fewestSteps) throw new Error(`It had only ${step - 1} steps`);
      return;
    }
    await meanwhile(desk, inquiryId, stopping, work);
  }
}

const confirmed = { acts: 1, state: "confirmed", open: false, finals: ["approve-an-inquiry done"] };
/** The log's last word is that it failed. */
const givenUp = { acts: 0, state: "refused", open: false, finals: [] };
const stopped = { acts: 0, state: "stopped", open: false, finals: ["stop-decision refused"] };

describeOnEachDatabase("decisions of an instance", (fresh) => {
  it("that dies at any place are carried on by another: sent once, confirmed once", { timeout }, async () => {
    await atEveryStep(await fresh(), "stops", async (desk, inquiryId) => {
      await carryOn(desk, desk.instance());
      expect(await desk.ending(inquiryId)).toEqual(confirmed);
    });
  });

  it("that dies with the second try, once Persona has done it, are not stopped for what they did themselves", async () => {
    const desk = startCommandDesk(await fresh());
    const one = desk.instance();
    await one.decide();
    desk.clock.advance(5_000);
    desk.persona.next({ fails: "unconnected" }, { fails: "unconnected" }, { fails: "unconnected" });
    await ticking(desk.clock, one.round());
    expect([desk.persona.acts.length, await desk.log()]).toEqual([0, ["hold-decision done", "approve-an-inquiry failed"]]);
    const { persona } = desk;
    const dying: Parameters<typeof desk.instance>[0] = {
      call: async (call) => {
        const answer = await persona.call(call);
        return persona.acts.length > 0 ? new Promise<never>(() => {}) : answer;
      },
    };
    // it renews nothing
    const dead = desk.instance(dying, { at: { ...desk.clock, later: () => () => {} } });
    desk.clock.advance(2_000);
    void dead.round();
    await vi.waitUntil(() => persona.acts.length === 1, { timeout: 20_000, interval: 1 });
    desk.clock.advance(6_000);
    // before the writes are looked after
    const other = desk.instance();
    await ticking(desk.clock, other.round());
    await carryOn(desk, other);
    expect(await desk.ending("inq_1")).toEqual(confirmed);
  });

  it("that is only slow are not sent once another has stopped them", { timeout }, async () => {
    const endings: unknown[] = [];
    await atEveryStep(await fresh(), "stops", async (desk, inquiryId, { goOn }, work) => {
      // Persona is not asked again what it did: what has left is not compared any more
      if (desk.persona.acts.length === 0) desk.persona.becomes(inquiryId, { updatedAt: "2026-03-02T09:00:01.000Z" });
      await carryOn(desk, desk.instance());
      goOn();
      await ticking(desk.clock, work);
      await carryOn(desk, desk.instance());
      const ending = await desk.ending(inquiryId);
      expect([confirmed, stopped]).toContainEqual(ending);
      endings.push(ending);
    });
    expect(endings).toContainEqual(stopped);
  });

  it("that is slow and goes on in time are sent once", { timeout }, async () => {
    await atEveryStep(await fresh(), "stops", async (desk, inquiryId, { goOn }, work) => {
      const other = desk.instance();
      desk.clock.advance(6_000);
      const carried = carryOn(desk, other);
      goOn();
      await Promise.all([carried, ticking(desk.clock, work)]);
      await carryOn(desk, other);
      expect(await desk.ending(inquiryId)).toEqual(confirmed);
    });
  });

  it.each(["lost before", "lost after"] as const)("whose database is %s any statement come to one end", { timeout }, async (how) => {
    const db = await fresh();
    const lastTry = 7;
    // nobody hears how it went at Persona
    for (const fates of [[], [{ fails: "timeout", acts: true }]] satisfies Fate[][]) {
      for (const tries of [0, lastTry]) {
        await atEveryStep(
          db,
          how,
          async (desk, inquiryId, _, work) => {
            await ticking(desk.clock, work);
            await carryOn(desk, desk.instance());
            const ending = await desk.ending(inquiryId);
            expect(tries === lastTry ? [confirmed, givenUp] : [confirmed]).toContainEqual(ending);
          },
          { tries, fates },
        );
      }
    }
  });

  it("whose clock is ahead, or behind, are sent once", async () => {
    const db = await fresh();
    for (const aheadMs of [-60_000, -6_000, 6_000, 60_000]) {
      const desk = startCommandDesk(db);
      const inquiryId = `inq_skew${aheadMs}`.replace("-", "m");
      desk.persona.becomes(inquiryId, { status: "needs_review" });
      const other = desk.instance(desk.persona, { at: { ...desk.clock, now: () => desk.clock.now() + aheadMs } });
      const one = desk.instance();
      await desk.instance(desk.persona, { at: createManualClock() }).decide({ inquiryId });
      desk.clock.advance(5_000);
      const letGo = desk.persona.hold();
      const work = Promise.all([one.round(), other.round(), other.writes.recover()]);
      await vi.waitUntil(() => desk.persona.keys.length > 0, { timeout: 20_000, interval: 1 });
      const more = Promise.all([one.round(), other.round(), one.writes.recover()]);
      letGo();
      await ticking(desk.clock, Promise.all([work, more]));
      await carryOn(desk, one);
      expect(await desk.ending(inquiryId)).toEqual(confirmed);
    }
  });

  it("are taken on in the next round though one before waits for Persona", async () => {
    const desk = startCommandDesk(await fresh());
    const never = new Promise<never>(() => {});
    const { decide, decisions } = desk.instance({
      call: (call) => (call.path.includes("inq_1") ? never : desk.persona.call(call)),
    });
    desk.persona.becomes("inq_9", { status: "needs_review" });
    await desk.instance(desk.persona, { at: createManualClock() }).decide();
    desk.clock.advance(5_000);
    await decisions.round();
    await decide({ inquiryId: "inq_9", seen });
    desk.clock.advance(5_000);
    await decisions.round();
    await vi.waitUntil(async () => (await desk.ending("inq_9")).state === "confirmed", { timeout: 20_000 });
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_9/approve"]);
  });
});
