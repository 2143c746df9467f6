import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { createManualClock } from "@test/server/support/manual-clock";
import type { Queryable } from "../db/database";
import { createBudget, nextChance } from "./budget";
import type { Priority } from "./priorities";

const minute = 60_000;
/** A window of which Persona has told nothing yet. */
const untold = minute + 1_500;
const started = createManualClock().now();

function budgetOn(db: Queryable, { callsPerMinute = 100, clock = createManualClock() } = {}) {
  const budget = createBudget({ db, now: () => clock.now(), environment: "sandbox", callsPerMinute });
  const takeAll = async (priority: Priority, most = 500, asker = "user_1"): Promise<number> => {
    for (let taken = 0; taken < most; taken += 1) if (!(await budget.reserve(priority, asker)).granted) return taken;
    return most;
  };
  return { budget, clock, takeAll };
}

describeOnEachDatabase("the budget", (fresh) => {
  it("gives as many calls a window as are configured, and as many in the next", async () => {
    const { clock, takeAll } = budgetOn(await fresh());
    expect(await takeAll("decision")).toBe(100);
    clock.advance(untold - 1);
    expect(await takeAll("decision")).toBe(0);
    clock.advance(1);
    expect(await takeAll("decision")).toBe(100);
  });

  it("is one for all who share the database, and one per environment", async () => {
    const db = await fresh();
    const [one, other] = [budgetOn(db), budgetOn(db)];
    const granted = await Promise.all(
      Array.from({ length: 130 }, async (_, index) => (await (index % 2 ? one : other).budget.reserve("decision", "user_1")).granted),
    );
    expect(granted.filter(Boolean)).toHaveLength(100);
    const production = createBudget({ db, now: () => one.clock.now(), environment: "production", callsPerMinute: 100 });
    expect((await production.reserve("decision", "user_1")).granted).toBe(true);
  });

  it("keeps 63 % from lists and 52 % from objects at the beginning of a window, and the last 2 % for decisions", async () => {
    const { clock, takeAll } = budgetOn(await fresh());
    expect(await takeAll("background")).toBe(37);
    expect(await takeAll("interactive")).toBe(11);
    clock.advance(untold - 1);
    expect(await takeAll("background")).toBe(48);
    expect(await takeAll("interactive")).toBe(1);
    expect(await takeAll("decision")).toBe(3);
  });

  it("spreads lists over what is left of a window", async () => {
    const { clock, takeAll } = budgetOn(await fresh());
    await takeAll("background");
    clock.advance(untold - minute);
    const perTenSeconds: number[] = [];
    for (let step = 0; step < 5; step += 1) {
      clock.advance(minute / 6);
      perTenSeconds.push(await takeAll("background"));
    }
    expect(Math.min(...perTenSeconds)).toBeGreaterThanOrEqual(9);
    expect(Math.max(...perTenSeconds)).toBeLessThanOrEqual(11);
  });

  it.each(["interactive", "background"] as const)("keeps nothing of %s priority waiting while calls come evenly", async (priority) => {
    const { budget, clock } = budgetOn(await fresh());
    const refused: number[] = [];
    for (let call = 0; call < 90; call += 1) {
      if (!(await budget.reserve(priority, "user_1")).granted) refused.push(call);
      clock.advance(minute / 90);
    }
    expect(refused).toEqual([]);
  });

  it.each(["decision", "interactive", "background"] as const)("knows when a refused %s has a chance again", async (priority) => {
    const { budget, clock, takeAll } = budgetOn(await fresh());
    await takeAll(priority);
    clock.advance(7_000);
    await takeAll(priority);
    const { granted, state } = await budget.reserve(priority, "user_1");
    const chance = nextChance(priority, state);
    expect(granted).toBe(false);
    expect(chance).toBeGreaterThan(clock.now());
    clock.advance(chance - clock.now() - 100);
    expect((await budget.reserve(priority, "user_1")).granted).toBe(false);
    clock.advance(101);
    expect((await budget.reserve(priority, "user_1")).granted).toBe(true);
  });

  it("sees in Persona's count what others used of the same key", async () => {
    const { budget, takeAll } = budgetOn(await fresh());
    await budget.reserve("decision", "user_1");
    await budget.report({ limit: 300, remaining: 40, resetSeconds: 60 });
    expect(await takeAll("decision")).toBe(40);
  });

  it("does not take an older, higher count for news", async () => {
    const { budget, clock, takeAll } = budgetOn(await fresh());
    expect(await takeAll("decision", 60)).toBe(60);
    clock.advance(1_000);
    await budget.report({ limit: 100, remaining: 90, resetSeconds: 60 });
    expect(await takeAll("decision")).toBe(40);
  });

  it("believes Persona about the end of the window", async () => {
    const { budget, clock, takeAll } = budgetOn(await fresh());
    await takeAll("decision");
    await budget.report({ limit: 100, remaining: 0, resetSeconds: 20 });
    clock.advance(20_000);
    expect(await takeAll("decision", 10)).toBe(10);
    clock.advance(30_000);
    await budget.report({ limit: 100, remaining: 70, resetSeconds: 60 });
    expect(await takeAll("decision")).toBe(70);
  });

  it("never gives more than Persona allows, nor more than is configured", async () => {
    const { budget, clock, takeAll } = budgetOn(await fresh());
    await budget.reserve("decision", "user_1");
    await budget.report({ limit: 30, remaining: 29, resetSeconds: 60 });
    clock.advance(minute + 5_000);
    expect(await takeAll("decision")).toBe(30);
    await budget.report({ limit: 300, remaining: 299, resetSeconds: 60 });
    clock.advance(2 * minute);
    expect(await takeAll("decision")).toBe(100);
  });

  it("ends a window no sooner than Persona, whose answers tell seconds rounded up", async () => {
    const { budget, clock, takeAll } = budgetOn(await fresh());
    await takeAll("decision");
    // the first call arrived 300 ms after it was reserved
    const reports = [
      [400, 60],
      [9_000, 52],
      [30_350, 30],
      [50_200, 11],
    ] as const;
    for (const [at, resetSeconds] of reports) {
      clock.advance(at - (clock.now() - started));
      await budget.report({ limit: 100, remaining: 0, resetSeconds });
    }
    clock.advance(60_299 - 50_200);
    expect(await takeAll("decision", 1)).toBe(0);
    clock.advance(60_350 - 60_299);
    expect(await takeAll("decision", 1)).toBe(1);
  });

  it("gives nothing until Persona takes calls again", async () => {
    const { budget, clock, takeAll } = budgetOn(await fresh());
    await budget.reserve("decision", "user_1");
    await budget.exhausted(17);
    clock.advance(16_999);
    expect(await takeAll("decision")).toBe(0);
    clock.advance(1);
    expect(await takeAll("decision", 5)).toBe(5);
  });

  it("keeps apart what limits of the environment and of a key say", async () => {
    const { budget, clock, takeAll } = budgetOn(await fresh());
    await budget.reserve("decision", "user_1");
    await budget.report({ limit: 300, remaining: 4, resetSeconds: 10 });
    expect(await takeAll("decision")).toBe(4);
    clock.advance(10_000);
    await budget.reserve("decision", "user_1");
    await budget.report({ limit: 50, remaining: 20, resetSeconds: 40 });
    expect(await takeAll("decision")).toBe(20);
  });

  it("gets over a window that was stored with an end years away", async () => {
    const db = await fresh();
    const { takeAll } = budgetOn(db);
    await takeAll("decision");
    await db.query("update persona_budget set resets_at = '2083-01-01T00:00:00Z'");
    expect(await takeAll("decision", 5)).toBe(5);
  });
});

describeOnEachDatabase("between people, the budget", (fresh) => {
  it("is whole for somebody who is there alone", async () => {
    const db = await fresh();
    const { clock, takeAll } = budgetOn(db);
    expect(await takeAll("interactive", 500, "long gone")).toBe(48);
    clock.advance(6 * minute);
    expect(await takeAll("interactive", 500, "alone")).toBe(48);
    expect(await takeAll("decision", 500, "alone")).toBe(52);
  });

  it.each(["interactive", "background"] as const)(
    "leaves %s calls to a colleague, however much somebody asks, on another instance too",
    async (priority) => {
      const db = await fresh();
      const clock = createManualClock();
      const [one, other] = [budgetOn(db, { clock }), budgetOn(db, { clock })];
      await other.budget.reserve(priority, "colleague");
      await one.takeAll(priority, 500, "greedy");
      const answers: boolean[] = [];
      for (let second = 0; second < 59; second += 1) {
        clock.advance(1_000);
        await one.takeAll(priority, 500, "greedy");
        if (second % 5 === 0) answers.push((await other.budget.reserve(priority, "colleague")).granted);
      }
      expect(answers).toEqual(Array.from({ length: 12 }, () => true));
    },
  );

  it("lets a colleague go first who comes anew, as soon as there is anything", async () => {
    const { budget, clock, takeAll } = budgetOn(await fresh());
    await takeAll("interactive", 500, "greedy");
    const first = await budget.reserve("interactive", "colleague");
    expect(first.granted).toBe(false);
    clock.advance(nextChance("interactive", first.state) + 1 - clock.now());
    expect(await budget.reserve("interactive", "greedy")).toMatchObject({ granted: false, held: true });
    expect(await budget.reserve("interactive", "colleague")).toMatchObject({ granted: true, held: false });
  });

  it("gives those who ask as much the same", async () => {
    const { budget, clock } = budgetOn(await fresh());
    const granted = { a: 0, b: 0 };
    for (let step = 0; step < 300; step += 1) {
      // after the rush at the beginning, when there was enough
      if (step === 75) Object.assign(granted, { a: 0, b: 0 });
      for (const asker of ["a", "a", "a", "b"] as const) if ((await budget.reserve("interactive", asker)).granted) granted[asker] += 1;
      clock.advance(200);
    }
    expect(granted.a + granted.b).toBeGreaterThan(30);
    expect(Math.abs(granted.a - granted.b)).toBeLessThan(6);
  });

  it("does not let one person's decisions use up a window, and none of a few in a row waits", async () => {
    const { budget, takeAll } = budgetOn(await fresh());
    await budget.reserve("interactive", "colleague");
    expect(await takeAll("decision", 20, "reviewer")).toBe(20);
    const all = 20 + (await takeAll("decision", 500, "reviewer"));
    expect(all).toBeGreaterThan(40);
    expect(all).toBeLessThan(50);
    expect((await budget.reserve("interactive", "colleague")).granted).toBe(true);
    expect(await takeAll("decision", 10, "colleague")).toBe(10);
  });

  it("knows when somebody who is held has a chance again", async () => {
    const { budget, clock, takeAll } = budgetOn(await fresh());
    await budget.reserve("interactive", "colleague");
    await takeAll("interactive", 500, "greedy");
    const { held, state } = await budget.reserve("interactive", "greedy");
    expect(held).toBe(true);
    const chance = nextChance("interactive", state, held);
    clock.advance(chance - clock.now() - 100);
    expect((await budget.reserve("interactive", "greedy")).granted).toBe(false);
    clock.advance(101);
    expect((await budget.reserve("interactive", "greedy")).granted).toBe(true);
  });

  it("forgets who has not asked for an hour", async () => {
    const db = await fresh();
    const { budget, clock } = budgetOn(db);
    await budget.reserve("decision", "gone");
    clock.advance(61 * minute);
    await budget.reserve("decision", "here");
    expect(await db.query("select asker from persona_askers")).toEqual([{ asker: "here" }]);
  });
});
