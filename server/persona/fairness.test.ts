import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { createManualClock, settled } from "@test/server/support/manual-clock";
import type { Queryable } from "../db/database";
import { createAskers } from "./askers";
import { type Budget, createBudget } from "./budget";
import { noMeter } from "./meter";
import type { Priority } from "./priorities";
import { createScheduler } from "./scheduler";

/** How long Persona takes for an answer, ms. */
const answerMs = 500;
const stepMs = 250;

/** Two instances that share the budget of one environment, and a Persona that answers after a while. */
function twoInstances(db: Queryable, environment: string) {
  const clock = createManualClock();
  const through: string[] = [];
  const underWay: { readonly since: number; readonly release: () => void }[] = [];
  let asking = 0;

  /** Counts what the database is asked at the moment. */
  const counted = (budget: Budget): Budget => ({
    ...budget,
    async reserve(...args) {
      asking += 1;
      try {
        return await budget.reserve(...args);
      } finally {
        asking -= 1;
      }
    },
  });
  const schedulers = Array.from({ length: 2 }, () => {
    const budget = createBudget({ db, now: () => clock.now(), environment, callsPerMinute: 100 });
    return createScheduler({ budget: counted(budget), clock, meter: noMeter });
  });

  /** Everything has happened that can at this moment. */
  async function quiet(): Promise<void> {
    do await settled();
    while (asking > 0);
  }
  const ask = (instance: number, asker: string, priority: Priority) =>
    schedulers[instance]
      ?.enter(priority, { askers: createAskers(asker), deadline: clock.now() + 90_000, signal: undefined })
      .then((release) => {
        through.push(asker);
        underWay.push({ since: clock.now(), release });
      })
      // whoever waits too long is told so
      .catch(() => undefined);

  async function pass(ms: number, until: () => boolean = () => false): Promise<void> {
    await quiet();
    for (let passed = 0; passed < ms && !until(); passed += stepMs) {
      clock.advance(stepMs);
      for (const each of underWay.filter(({ since }) => since + answerMs <= clock.now())) {
        underWay.splice(underWay.indexOf(each), 1);
        each.release();
      }
      await quiet();
    }
  }
  return { ask, pass, through };
}

const others: readonly [where: string, instance: number][] = [
  ["the same instance", 0],
  ["the other instance", 1],
];
const moments = [0, 15, 75];

describeOnEachDatabase("one read, while somebody else has 500 waiting", (fresh) => {
  it.each(
    (["interactive", "background"] as const).flatMap((priority) => others.map(([where, instance]) => [priority, where, instance] as const)),
  )(
    "of %s priority too, has its turn within two of theirs and a few seconds on %s, whenever it comes",
    async (priority, _where, instance) => {
      const db = await fresh();
      const turns: number[] = [];
      for (const seconds of moments) {
        const { ask, pass, through } = twoInstances(db, `after ${seconds} s`);
        for (let index = 0; index < 500; index += 1) void ask(0, "greedy", priority);
        await pass(seconds * 1_000);
        const before = through.length;
        void ask(instance, "colleague", priority);
        await pass(5_000, () => through.includes("colleague"));
        turns.push(through.slice(before).indexOf("colleague"));
      }
      expect(
        turns.every((turn) => turn >= 0 && turn <= 2),
        turns.join(),
      ).toBe(true);
    },
  );
});
