import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { AuditActor, AuditInput, RefusedAttempt } from "./audit-entry";
import { plain } from "./audit-plain";

/** How many refused attempts of one person in one minute are entries of their own. */
export const refusalsTold = 10;

const minuteMs = 60_000;
const summedAtOnce = 100;

const count = `
insert into audit_refusals as known (actor_type, actor_id, minute, actor, attempts)
values ($1, $2, $3::timestamptz, $4::text::json, 1)
on conflict (actor_type, actor_id, minute) do update set
  attempts = known.attempts + 1,
  actions = case when known.attempts < ${refusalsTold} or $5 = any(known.actions) then known.actions else known.actions || $5::text end
returning attempts`;

// SKIP LOCKED: an instance passes over rows that another one has taken
const takeOver = `
delete from audit_refusals where (actor_type, actor_id, minute) in (
  select actor_type, actor_id, minute from audit_refusals where minute < $1::timestamptz
  order by minute, actor_type, actor_id limit ${summedAtOnce} for update skip locked
)
returning actor, attempts, to_json(actions) as actions, ${msOf("minute")} as "minuteMs"`;

type Summed = {
  readonly actor: AuditActor;
  readonly attempts: number;
  readonly actions: readonly string[];
  readonly minuteMs: number;
};

/**
 * Refusals on their way into the log. One session can be refused hundreds of times a minute: what is over `refusalsTold` is counted, and
 * becomes one entry once the minute is over, written by whichever instance notices first.
 */
export function createRefusals(deps: {
  readonly db: Database;
  readonly now: () => number;
  readonly append: (input: AuditInput, transaction: Queryable) => Promise<unknown>;
}) {
  const { db, now, append } = deps;
  const minuteNow = () => Math.floor(now() / minuteMs) * minuteMs;
  return {
    /** Writes an attempt down, or counts it. */
    note: (attempt: RefusedAttempt): Promise<void> =>
      db.transaction(async (transaction) => {
        const { actor, action } = attempt;
        const values = [actor.type, plain(actor.id), timestamp(minuteNow()), JSON.stringify(actor), plain(action)];
        const [row] = await transaction.query<{ attempts: number }>(count, values);
        if ((row?.attempts ?? 1) <= refusalsTold) await append({ ...attempt, outcome: "refused" }, transaction);
      }),
    /** Writes the sums of the minutes that are over. @returns how many */
    async sumUp(): Promise<number> {
      let sums = 0;
      for (let taken = summedAtOnce; taken === summedAtOnce;) {
        taken = await db.transaction(async (transaction) => {
          const rows = await transaction.query<Summed>(takeOver, [timestamp(minuteNow())]);
          const over = rows.filter(({ attempts }) => attempts > refusalsTold);
          for (const row of over) await append(sumOf(row), transaction);
          sums += over.length;
          return rows.length;
        });
      }
      return sums;
    },
  };
}

function sumOf({ actor, attempts, actions, minuteMs: minute }: Summed): AuditInput {
  const rest = attempts - refusalsTold;
  const [only, ...others] = actions;
  return {
    action: only !== undefined && others.length === 0 ? only : "call",
    outcome: "refused",
    actor,
    subject: null,
    reason: `Tried ${rest} more ${rest === 1 ? "time" : "times"} within this minute, and was refused.`,
    details: { count: rest, minute: timestamp(minute), actions: [...actions].toSorted().join(", ") },
  };
}
