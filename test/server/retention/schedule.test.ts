import { expect, it } from "vitest";
import { createSchedule, type ScheduledTask } from "@server/retention/schedule";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { createManualClock } from "@test/server/support/manual-clock";
import { silentPino } from "@test/server/support/silent-pino";

const hour = 60 * 60_000;

/** A task that writes down when it was done, and may be told to fail or to have more to do. */
function recorder(name: string, everyMs = hour) {
  const runs: string[] = [];
  const answers: (boolean | Error)[] = [];
  const task = (instance: string): ScheduledTask => ({
    name,
    everyMs,
    run: () => {
      runs.push(instance);
      const answer = answers.shift() ?? false;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return { runs, answers, task };
}

describeOnEachDatabase("the schedule", (fresh) => {
  it("gives each turn to one instance, and goes on where a stopped one left off", async () => {
    const db = await fresh();
    const clock = createManualClock();
    const { runs, task } = recorder("tidy");
    const instance = (name: string) => createSchedule({ db, clock, log: silentPino, tasks: [task(name)] });
    await Promise.all([instance("a").runDue(), instance("b").runDue(), instance("c").runDue()]);
    expect(runs).toHaveLength(1);
    clock.advance(hour - 1);
    await instance("d").runDue();
    expect(runs).toHaveLength(1);
    clock.advance(1);
    await instance("e").runDue();
    expect(runs).toHaveLength(2);
    expect(runs[1]).toBe("e");
  });

  it("does again soon what failed, and at once what has more to do", async () => {
    const db = await fresh();
    const clock = createManualClock();
    const { runs, answers, task } = recorder("tidy", 24 * hour);
    const schedule = createSchedule({ db, clock, log: silentPino, tasks: [task("a")] });
    answers.push(new Error("the database is away"), true);
    await schedule.runDue();
    await schedule.runDue();
    expect(runs).toHaveLength(1);
    clock.advance(5 * 60_000);
    await schedule.runDue();
    await schedule.runDue();
    expect(runs).toHaveLength(3);
    await schedule.runDue();
    expect(runs).toHaveLength(3);
  });

  it("takes a turn from an instance that is gone, once its lease has run out", async () => {
    const db = await fresh();
    const clock = createManualClock();
    const { runs, task } = recorder("tidy");
    await new Promise<void>((begun) => {
      const killed = { ...task("killed"), run: () => (begun(), new Promise<boolean>(() => undefined)) };
      void createSchedule({ db, clock, log: silentPino, tasks: [killed] }).runDue();
    });
    const other = createSchedule({ db, clock, log: silentPino, tasks: [task("other")] });
    await other.runDue();
    expect(runs).toEqual([]);
    clock.advance(10 * 60_000);
    await other.runDue();
    expect(runs).toEqual(["other"]);
  });

  it("leaves tasks of another version alone, and keeps one that fails from holding up the rest", async () => {
    const db = await fresh();
    const clock = createManualClock();
    const [first, second] = [recorder("first"), recorder("second")];
    first.answers.push(new Error("x"));
    await db.query("insert into scheduled_tasks (name, due_at) values ('of a later version', '2020-01-01')");
    await createSchedule({ db, clock, log: silentPino, tasks: [first.task("a"), second.task("a")] }).runDue();
    expect([first.runs, second.runs]).toEqual([["a"], ["a"]]);
  });
});
