import type { Clock } from "@server/persona/clock";

export type ManualClock = Clock & {
  /** Moves time on and runs what is due, in its order. */
  advance(ms: number): void;
  /** How many timers wait. */
  readonly waiting: number;
};

/** A clock that stands still until told to move. @param startedAt ms */
export function createManualClock(startedAt = Date.parse("2026-03-02T09:00:00.000Z")): ManualClock {
  let time = startedAt;
  const timers = new Set<{ readonly at: number; readonly work: () => void }>();
  return {
    now: () => time,
    later(ms, work) {
      const timer = { at: time + ms, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(ms) {
      const until = time + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.work();
      }
      time = until;
    },
    get waiting() {
      return timers.size;
    },
  };
}

/** Lets everything that waits for nothing but promises happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
}
