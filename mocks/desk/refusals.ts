import type { AuditActor } from "@/api/generated/desk/types.gen";
import { iso, minute } from "../world/core/time";
import type { AuditInput } from "./audit-log";

/** How many refused attempts of one person in a minute are entries of their own (spec: AuditEntry.details). */
const mostTold = 10;

/** What somebody was refused within one minute of the clock. */
type Count = {
  readonly actor: AuditActor;
  readonly start: number;
  attempts: number;
  /** Of those that are no entries. */
  readonly actions: Set<string>;
};

/** Counts refused attempts, of which one person can make hundreds a minute. */
export type Refusals = {
  /** Whether this attempt is an entry of its own. @param at milliseconds */
  isTold(actor: AuditActor, action: string, at: number): boolean;
  /** Hands out the entries about the minutes that are over, once, and when each belongs. @param at milliseconds */
  sums(at: number): { readonly input: AuditInput; readonly at: number }[];
};

export function createRefusals(): Refusals {
  const counts = new Map<string, Count>();
  return {
    isTold(actor, action, at) {
      const start = Math.floor(at / minute) * minute;
      const key = `${actor.id} ${start}`;
      const count = counts.get(key) ?? { actor, start, attempts: 0, actions: new Set() };
      counts.set(key, count);
      count.attempts += 1;
      if (count.attempts > mostTold) count.actions.add(action);
      return count.attempts <= mostTold;
    },
    sums(at) {
      const over = [...counts].filter(([, { start }]) => start + minute <= at);
      for (const [key] of over) counts.delete(key);
      return over.filter(([, { attempts }]) => attempts > mostTold).map(([, count]) => ({ input: sumOf(count), at: count.start + minute }));
    },
  };
}

function sumOf({ actor, start, attempts, actions }: Count): AuditInput {
  const rest = attempts - mostTold;
  const [only, ...others] = actions;
  return {
    action: only !== undefined && others.length === 0 ? only : "call",
    outcome: "refused",
    actor,
    subject: null,
    reason: `Tried ${rest} more ${rest === 1 ? "time" : "times"} within this minute, and was refused.`,
    details: { count: rest, minute: iso(start), actions: [...actions].toSorted().join(", ") },
  };
}
