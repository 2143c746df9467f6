import { expect, it, vi } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { createManualClock, settled } from "@test/server/support/manual-clock";
import { intent, link, noah, startWriteDesk, ticking, type WriteDesk } from "@test/server/support/write-desk";
import type { Database } from "../db/database";
import { CallFailure } from "./call-failure";
import type { PersonaCaller } from "./caller";

describeOnEachDatabase("writes to Persona", (fresh) => {
  type Persona = Pick<PersonaCaller, "call">;
  /** Where an instance may die. */
  const dies: Readonly<Record<string, (persona: Persona) => Persona>> = {
    "before it is sent": () => ({ call: () => new Promise<never>(() => {}) }),
    "when it is about to be sent": () => ({
      call: async ({ beforeSending }) => {
        await beforeSending?.();
        return new Promise<never>(() => {});
      },
    }),
    "between sending it and the answer": (persona) => ({
      call: async (call) => {
        await persona.call(call);
        return new Promise<never>(() => {});
      },
    }),
  };

  /** An instance that dies with a write, at that place. */
  async function dyingAt(place: string, { instance, persona, rows }: WriteDesk, what = intent()): Promise<void> {
    const before = (await rows()).length;
    const dead = instance(dies[place]?.(persona), { at: createManualClock() });
    void dead.perform(what);
    const state = place === "before it is sent" ? "intended" : "sending";
    await vi.waitUntil(async () => (await rows()).filter((row) => row.state === state).length === before + 1, { timeout: 20_000 });
  }

  it.each(["when it is about to be sent", "between sending it and the answer"])(
    "of an instance that dies %s happen once",
    async (place) => {
      const desk = startWriteDesk(await fresh());
      const { persona, instance, outcomes, entries, clock } = desk;
      const [one, other] = [instance(), instance()];
      await dyingAt(place, desk);
      expect(await one.recover()).toBe(0);
      clock.advance(5_001);
      const recovered = await Promise.all([one.recover(), other.recover()]);
      expect(recovered.toSorted()).toEqual([0, 1]);
      expect(persona.acts).toHaveLength(1);
      expect(await outcomes()).toEqual(["done"]);
      expect((await entries())[0]).toMatchObject({ actor: { id: "user_1" }, comment: "Fine", details: { recovered: true } });
      expect(await one.recover()).toBe(0);
    },
  );

  it("of an instance that dies once they are sent are not called failed by one that can't send them again", async () => {
    const desk = startWriteDesk(await fresh());
    const { persona, instance, outcomes, clock } = desk;
    await dyingAt("between sending it and the answer", desk);
    clock.advance(5_001);
    const away = instance({ call: () => Promise.reject(new CallFailure("budget")) });
    await expect(away.perform(intent())).rejects.toThrow("Persona takes no more calls now");
    expect(await outcomes()).toEqual(["unknown"]);
    clock.advance(5_001);
    await instance().recover();
    expect([persona.acts.length, await outcomes()]).toEqual([1, ["unknown", "done"]]);
  });

  it("of an instance that dies before they are sent never are, and may be meant again", async () => {
    const desk = startWriteDesk(await fresh());
    const { persona, instance, entries, clock } = desk;
    await dyingAt("before it is sent", desk);
    clock.advance(5_001);
    const alive = instance();
    expect(await alive.recover()).toBe(1);
    expect(persona.acts).toEqual([]);
    const stopped = { outcome: "failed", details: { answer: "The server stopped before it was sent" } };
    expect(await entries()).toMatchObject([stopped]);
    expect((await alive.perform(intent())).status).toBe(200);
    expect(await entries()).toMatchObject([stopped, { outcome: "done", details: { corrects: (await entries())[0]?.id } }]);
  });

  it("whose answer came, but could not be written down, are written down later", async () => {
    const { db, persona, instance, outcomes, clock } = startWriteDesk(await fresh());
    const broken: Database = { ...db, transaction: () => Promise.reject(new Error("no database")) };
    const answer = await instance(persona, { database: broken }).perform(intent());
    expect(answer.status).toBe(200);
    expect(await outcomes()).toEqual([]);
    clock.advance(5_001);
    expect(await instance().recover()).toBe(1);
    expect(persona.acts).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("that the same person repeats after a crash are taken over", async () => {
    const desk = startWriteDesk(await fresh());
    const { persona, instance, outcomes, clock } = desk;
    await dyingAt("between sending it and the answer", desk);
    clock.advance(5_001);
    expect((await instance().perform(intent())).status).toBe(200);
    expect(persona.acts).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("of an instance that was only slow are not written down twice", async () => {
    const { persona, instance, outcomes, rows, pushes, clock } = startWriteDesk(await fresh());
    const open = persona.hold();
    const slow = instance(persona, { at: createManualClock() }).perform(intent());
    await vi.waitUntil(async () => persona.acts.length === 1 && (await rows()).length === 1, { timeout: 20_000 });
    clock.advance(5_001);
    const recovery = instance().recover();
    await settled();
    open();
    await Promise.all([recovery, slow]);
    expect(persona.acts).toHaveLength(1);
    expect((await pushes.after(0, 10)).filter(({ change }) => change.type === "inquiry")).toHaveLength(1);
    expect(await outcomes()).toEqual(["done"]);
  });

  it("of an instance that stood still between saying that they leave and sending them are not sent by it", async () => {
    const { db, persona, instance, clock, outcomes } = startWriteDesk(await fresh());
    const at = createManualClock();
    const sleeps: (() => void)[] = [];
    // the database has answered, and the instance does not get to know
    const slowly: Database = {
      ...db,
      query: async (text, params) => {
        const rows = await db.query(text, params);
        if (text.includes("set state = 'sending'")) await new Promise<void>((resolve) => void sleeps.push(resolve));
        return rows as never;
      },
    };
    const standing = instance(persona, { at, database: slowly }).perform(intent());
    await vi.waitUntil(() => sleeps.length === 1, { timeout: 20_000 });
    clock.advance(5_001);
    persona.next({ status: 500, title: "Internal error", keeps: false });
    expect(await instance().recover()).toBe(1);
    expect([persona.keys.length, persona.acts.length, await outcomes()]).toEqual([1, 0, ["unknown"]]);
    at.advance(60_000);
    sleeps[0]?.();
    await settled();
    expect(persona.keys).toHaveLength(1);
    // nobody is at it any more, so it takes it on once more
    await ticking(at, Promise.race([standing, vi.waitUntil(() => sleeps.length === 2, { timeout: 20_000 })]));
    sleeps[1]?.();
    expect((await ticking(at, standing)).status).toBe(200);
    expect(persona.acts).toHaveLength(1);
  });

  it("that take long keep their lease", async () => {
    const { persona, instance, clock, outcomes } = startWriteDesk(await fresh());
    const open = persona.hold();
    const [one, other] = [instance(), instance()];
    const slow = one.perform(intent());
    await vi.waitUntil(() => persona.acts.length === 1, { timeout: 20_000 });
    for (let second = 0; second < 20; second += 1) {
      clock.advance(1_000);
      await settled();
      expect(await other.recover()).toBe(0);
    }
    open();
    await slow;
    expect(await outcomes()).toEqual(["done"]);
  });

  it("are not sent again when somebody acted on the inquiry since, nor a day later", async () => {
    const desk = startWriteDesk(await fresh());
    const { persona, instance, entries, clock } = desk;
    const place = "when it is about to be sent";
    await dyingAt(place, desk);
    await dyingAt(place, desk, intent({ inquiryId: "inq_2", key: "key-2" }));
    await dyingAt(place, desk, link({ inquiryId: "inq_3", key: "key-3" }));
    clock.advance(5_001);
    const alive = instance();
    await alive.perform(intent({ act: "/decline", actor: noah }));
    clock.advance(24 * 60 * 60_000);
    expect(await alive.recover()).toBe(3);
    expect(persona.acts).toEqual(["POST /inquiries/inq_1/decline"]);
    const told = (await entries()).map(({ subject, outcome, details }) =>
      [subject?.id, outcome, details["answer"] ?? details["found"]].join(": "),
    );
    expect(new Set(told)).toEqual(
      new Set([
        "inq_1: done: ",
        "inq_1: failed: Seen by reading the inquiry's events",
        "inq_2: failed: Seen by reading the inquiry",
        "inq_3: unknown: Found too late to be sent again",
      ]),
    );
    expect(await alive.recover()).toBe(0);
  });
});
