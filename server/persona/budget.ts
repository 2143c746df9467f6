import type { Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { Priority } from "./priorities";

/** Where the shared budget stands. */
export interface BudgetState {
  readonly capacity: number;
  readonly remaining: number;
  /** When the window ends, ms. */
  readonly resetsAt: number;
}

/** What Persona's headers say: RateLimit-Limit, -Remaining, and -Reset in seconds. */
export interface RateReport {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

export interface Budget {
  /** Takes one call out of what is left, unless that is what `priority` has to leave to others. */
  reserve(priority: Priority): Promise<{ readonly granted: boolean; readonly state: BudgetState }>;
  /** What Persona said after a call: it knows of callers the desk does not. */
  report(report: RateReport): Promise<void>;
  /** Persona refused: nothing goes before `seconds` have passed. */
  exhausted(seconds: number): Promise<void>;
}

interface BudgetDeps {
  readonly db: Queryable;
  readonly now: () => number;
  /** Budgets of one environment are one. */
  readonly environment: string;
  /** Calls a window. */
  readonly callsPerMinute: number;
}

const windowMs = 60_000;
/** Persona's window begins when its first call arrives, which is later than it was reserved here. Its answers tell when it ends. */
const travelMs = 1_500;
/** Two reports of one window differ by what `RateLimit-Reset` is rounded and the answer travelled. */
const sameWindowMs = 2_500;

const stateColumns = `capacity, remaining, ${msOf("resets_at")} as "resetsAt"`;

// An ended window is a full one: who comes first begins the next.
const reserveStatement = `
insert into persona_budget as budget (environment, capacity, remaining, resets_at)
values ($1, $2::int, $2::int - 1, $4::timestamptz)
on conflict (environment) do update set
  capacity = case when budget.resets_at <= $3::timestamptz then least(budget.capacity, $2::int) else budget.capacity end,
  remaining = case when budget.resets_at <= $3::timestamptz then least(budget.capacity, $2::int) else budget.remaining end - 1,
  resets_at = case when budget.resets_at <= $3::timestamptz then $4::timestamptz else budget.resets_at end
where budget.resets_at <= $3::timestamptz or budget.remaining > ceil(
  budget.capacity * ($5::numeric + $6::numeric * least(1, extract(epoch from budget.resets_at - $3::timestamptz) / ${windowMs / 1000}))
)
returning ${stateColumns}`;

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
  const read = async (): Promise<BudgetState> => {
    const [state] = await db.query<BudgetState>(`select ${stateColumns} from persona_budget where environment = $1`, [environment]);
    return state ?? { capacity: callsPerMinute, remaining: callsPerMinute, resetsAt: now() + windowMs };
  };
  return {
    async reserve(priority) {
      const { base, pace } = floors[priority];
      const at = now();
      const params = [environment, callsPerMinute, timestamp(at), timestamp(at + windowMs + travelMs), base, pace];
      const [state] = await db.query<BudgetState>(reserveStatement, params);
      return state === undefined ? { granted: false, state: await read() } : { granted: true, state };
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
 * spread over the rest, so that nobody waits for the next window and a decision finds calls left. The last 2 % are for decisions alone.
 */
const floors: Readonly<Record<Priority, { readonly base: number; readonly pace: number }>> = {
  decision: { base: 0, pace: 0 },
  interactive: { base: 0.02, pace: 0.5 },
  background: { base: 0.03, pace: 0.6 },
};

/** When a refused call of this priority has a chance again, ms: its floor has sunk below what remains, or the window ended. */
export function nextChance(priority: Priority, { capacity, remaining, resetsAt }: BudgetState): number {
  const { base, pace } = floors[priority];
  if (pace === 0) return resetsAt;
  // remaining > ceil(capacity * (base + pace * left / window)), solved for `left`
  const left = (((remaining - 1) / capacity - base) / pace) * windowMs;
  return left <= 0 ? resetsAt : resetsAt - Math.min(left, windowMs);
}
