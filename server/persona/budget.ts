import type { Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { Priority } from "./priorities";
import { longestResetSeconds, type RateReport } from "./rate-headers";

/** Where the shared budget stands. */
export type BudgetState = {
  readonly capacity: number;
  readonly remaining: number;
  /** When the window ends, ms. */
  readonly resetsAt: number;
};

/** Whether a call may be sent. */
export type Reservation = {
  readonly granted: boolean;
  readonly state: BudgetState;
  /** Whether the asker had to leave more than usual, because somebody who asks less is there too. */
  readonly held: boolean;
};

export type Budget = {
  /** Takes one call out of what is left, unless that is what this priority, or this asker, has to leave to others. */
  reserve(priority: Priority, asker: string): Promise<Reservation>;
  /** What Persona said after a call: it knows of callers the desk does not. */
  report(report: RateReport): Promise<void>;
  /** Persona refused: nothing goes before `seconds` have passed. */
  exhausted(seconds: number): Promise<void>;
};

type BudgetDeps = {
  readonly db: Queryable;
  readonly now: () => number;
  /** Budgets of one environment are one. */
  readonly environment: string;
  /** Calls a window. */
  readonly callsPerMinute: number;
};

const windowMs = 60_000;
/** Persona's window begins when its first call arrives, which is later than it was reserved here. Its answers tell when it ends. */
const travelMs = 1_500;
/** Two reports of one window differ by what `RateLimit-Reset` is rounded and the answer travelled. */
const sameWindowMs = 2_500;

/** What whoever is held leaves besides, as a share of the capacity: with it, others find a call at once. */
const heldShare = 0.02;

const stateColumns = `capacity, remaining, ${msOf("resets_at")} as "resetsAt"`;

/** An end further away than any that is ever stored, such as one of a machine whose clock was wrong, is none. */
const farthestMs = longestResetSeconds * 1000 + 60_000;
/** How long somebody counts as being there. */
const presentMs = 5 * 60_000;
/** In which time a call comes to count a third of what it did. */
const fadingSeconds = 15;
const forgottenMs = 60 * 60_000;

/** What is left of a load at `$3`. */
const faded = (load: string, since: string) =>
  `${load} * exp(-least(greatest(extract(epoch from $3::timestamptz - ${since})::float8, 0), ${presentMs / 1000}) / ${fadingSeconds})`;

const isOver = "(budget.resets_at <= $3::timestamptz or budget.resets_at > $8::timestamptz)";
const share = "least(1, extract(epoch from budget.resets_at - $3::timestamptz) / 60)";
// An ended window is a full one: who comes first begins the next. All in one statement, so that fairness costs no round trip.
const reserveStatement = `
with present as (
  select asker, ${faded("load", "asked_at")} as load from persona_askers
  where environment = $1 and asked_at > $9::timestamptz
), held as (
  select coalesce(
    (select mine.load > $10::float8 and exists (select from present as other where other.asker <> $7 and other.load < mine.load)
     from present as mine where mine.asker = $7), false) as held
), granted as (
  insert into persona_budget as budget (environment, capacity, remaining, resets_at)
  values ($1, $2::int, $2::int - 1, $4::timestamptz)
  on conflict (environment) do update set
    capacity = case when ${isOver} then least(budget.capacity, $2::int) else budget.capacity end,
    remaining = case when ${isOver} then least(budget.capacity, $2::int) else budget.remaining end - 1,
    resets_at = case when ${isOver} then $4::timestamptz else budget.resets_at end
  where ${isOver} or budget.remaining > ceil(
    case when (select held from held)
      then budget.capacity * ($11::numeric + $12::numeric * ${share}) + greatest(1, budget.capacity * ${heldShare})
      else budget.capacity * ($5::numeric + $6::numeric * ${share})
    end)
  returning ${stateColumns}
), noted as (
  insert into persona_askers as known (environment, asker, load, asked_at)
  values ($1, $7, (select count(*) from granted), $3::timestamptz)
  on conflict (environment, asker) do update set
    load = ${faded("known.load", "known.asked_at")} + excluded.load,
    asked_at = greatest(known.asked_at, excluded.asked_at)
)
select true as granted, held.held, granted.* from granted, held
union all
select false, held.held, ${stateColumns} from persona_budget, held where environment = $1 and not exists (select from granted)`;

// Of the same window the lower count is right, and the earlier end: Persona tells it in whole seconds, and the answer travelled. Another
// window is Persona's to say.
const sameWindow = `abs(extract(epoch from budget.resets_at - $4::timestamptz)) * 1000 <= ${sameWindowMs}`;
const reportStatement = `
update persona_budget as budget set
  capacity = least($2::int, $5::int),
  remaining = case when ${sameWindow} or $4::timestamptz < budget.resets_at then least(budget.remaining, $3::int) else least($3::int, $5::int) end,
  resets_at = case when ${sameWindow} then least(budget.resets_at, $4::timestamptz) else $4::timestamptz end
where environment = $1
  and (not (${sameWindow}) or budget.remaining > $3::int or budget.resets_at > $4::timestamptz or budget.capacity <> least($2::int, $5::int))`;

const exhaustedStatement = `
update persona_budget set remaining = 0, resets_at = $2::timestamptz where environment = $1`;

/**
 * Persona's calls a minute, counted in the database by all instances together: each call reserves one before it is sent. Persona's own
 * count corrects it after every answer.
 */
export function createBudget({ db, now, environment, callsPerMinute }: BudgetDeps): Budget {
  /** Who has not asked for long, once a window. */
  const forget = (at: number) => db.query("delete from persona_askers where asked_at < $1::timestamptz", [timestamp(at - forgottenMs)]);
  return {
    async reserve(priority, asker) {
      const usual = floors[priority];
      const whenHeld = heldFloors[priority];
      const at = now();
      const [row] = await db.query<BudgetState & { granted: boolean; held: boolean }>(reserveStatement, [
        environment,
        callsPerMinute,
        timestamp(at),
        timestamp(at + windowMs + travelMs),
        usual.base,
        usual.pace,
        asker,
        timestamp(at + farthestMs),
        timestamp(at - presentMs),
        whenHeld.above * callsPerMinute,
        whenHeld.base,
        whenHeld.pace,
      ]);
      // others made the very first row at the same moment: it is there at the next try
      if (row === undefined) {
        return { granted: false, held: false, state: { capacity: callsPerMinute, remaining: callsPerMinute, resetsAt: at } };
      }
      const { granted, held, ...state } = row;
      if (granted && state.remaining === state.capacity - 1) await forget(at);
      return { granted, held, state };
    },
    async report({ limit, remaining, resetSeconds }) {
      const resetsAt = timestamp(now() + resetSeconds * 1000);
      await db.query(reportStatement, [environment, limit, remaining, resetsAt, callsPerMinute]);
    },
    async exhausted(seconds) {
      await db.query(exhaustedStatement, [environment, timestamp(now() + seconds * 1000)]);
    },
  };
}

/**
 * What each priority leaves untouched, as shares of the capacity: `base` always, `pace` in proportion to what is left of the window. Calls
 * that come evenly never feel it. A rush may take a third of a window for lists and half of it for single objects; what goes beyond is
 * spread over the rest, so that nobody waits for the next window and a decision finds calls left. The last 2 % are for decisions alone. What
 * nobody waits for leaves every list a tenth.
 */
const floors: Readonly<Record<Priority, { readonly base: number; readonly pace: number }>> = {
  decision: { base: 0, pace: 0 },
  interactive: { base: 0.02, pace: 0.5 },
  background: { base: 0.03, pace: 0.6 },
  sweep: { base: 0.1, pace: 0.7 },
};

/**
 * The same for whoever is held: somebody who asked less lately is there. They leave as much as everybody does and a few calls more, which
 * the others find without waiting. `above`: from which load on, as a share of the capacity; a few decisions in a row are nobody's greed.
 */
const heldFloors: Readonly<Record<Priority, { readonly above: number; readonly base: number; readonly pace: number }>> = {
  decision: { above: 0.25, ...floors.interactive },
  interactive: { above: 0, ...floors.interactive },
  background: { above: 0, ...floors.background },
  sweep: { above: 0, ...floors.sweep },
};

/** When a refused call of this priority has a chance again, ms: its floor has sunk below what remains, or the window ended. */
export function nextChance(priority: Priority, { capacity, remaining, resetsAt }: BudgetState, held = false): number {
  const { base, pace } = held ? heldFloors[priority] : floors[priority];
  if (pace === 0) return resetsAt;
  const besides = held ? Math.max(1, capacity * heldShare) : 0;
  // remaining > ceil(capacity * (base + pace * left / window) + besides), solved for `left`
  const left = (((remaining - 1 - besides) / capacity - base) / pace) * windowMs;
  return left <= 0 ? resetsAt : resetsAt - Math.min(left, windowMs);
}
