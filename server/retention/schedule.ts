import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { isUnavailable } from "../db/unavailable";
import type { Database } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { Clock } from "../persona/clock";

/** Something that is done again and again, by one instance at a time. */
export type ScheduledTask = {
  readonly name: string;
  /** ms from one end to the next beginning. */
  readonly everyMs: number;
  /** @returns whether more is left, which is then done at once */
  run(): Promise<boolean>;
};

export type Schedule = {
  /** Does what is due now. @returns the names of the tasks that were done here */
  runDue(): Promise<string[]>;
  /** Looks every half minute or so. */
  start(): void;
  /** Resolves when the task under way is done; none follows. */
  stop(): Promise<void>;
};

type ScheduleDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
  readonly tasks: readonly ScheduledTask[];
};

const lookEveryMs = 30_000;
/** Longer than any task takes; after that its instance is gone. */
const leaseMs = 10 * 60_000;
const retryMs = 5 * 60_000;

const insert = `
insert into scheduled_tasks (name, due_at) select name, $2::timestamptz from jsonb_array_elements_text($1::jsonb) as told (name)
on conflict (name) do nothing`;
const take = `
update scheduled_tasks set taken_by = $1::uuid, taken_until = $3::timestamptz where name = (
  select name from scheduled_tasks
  where due_at <= $2::timestamptz and (taken_until is null or taken_until <= $2::timestamptz)
    and name in (select jsonb_array_elements_text($4::jsonb))
  order by due_at limit 1 for update skip locked
)
returning name`;
const end = `
update scheduled_tasks set due_at = $3::timestamptz, taken_by = null, taken_until = null,
  done_at = case when $4::boolean then $5::timestamptz else done_at end,
  failed_at = case when $4::boolean then failed_at else $5::timestamptz end
where name = $1 and taken_by = $2::uuid`;

/**
 * Tasks whose turns are kept in the database: they come round however often instances start and stop, and one instance at a time does each.
 */
export function createSchedule({ db, clock, log, tasks }: ScheduleDeps): Schedule {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const names = JSON.stringify([...byName.keys()]);
  let stopped = false;
  let round: Promise<unknown> = Promise.resolve();

  async function perform(task: ScheduledTask, instance: string): Promise<void> {
    let due = retryMs;
    let done = false;
    try {
      due = (await task.run()) ? 0 : task.everyMs;
      done = true;
    } catch (error) {
      log.warn({ task: task.name, error: errorKind(error) }, "a scheduled task failed");
    }
    const at = clock.now();
    await db.query(end, [task.name, instance, timestamp(at + due), done, timestamp(at)]);
  }

  async function runDue(): Promise<string[]> {
    await db.query(insert, [names, timestamp(clock.now())]);
    const done: string[] = [];
    // a task that has more to do is due again at once, and takes its turn behind the others
    for (let turns = 0; turns < tasks.length && !stopped; turns += 1) {
      const instance = randomUUID();
      const at = clock.now();
      const [taken] = await db.query<{ name: string }>(take, [instance, timestamp(at), timestamp(at + leaseMs), names]);
      const task = byName.get(taken?.name ?? "");
      if (task === undefined) break;
      await perform(task, instance);
      done.push(task.name);
    }
    return done;
  }

  function start(): void {
    // not all instances at the same moment
    clock.later(lookEveryMs * (0.75 + Math.random() / 2), () => {
      if (stopped) return;
      round = runDue().catch((error: unknown) => {
        // who watches the database says that it is away, once
        if (!isUnavailable(error)) log.warn({ error: errorKind(error) }, "the schedule has to wait");
      });
      void round.then(start);
    });
  }

  return {
    runDue,
    start,
    async stop() {
      stopped = true;
      await round;
    },
  };
}
