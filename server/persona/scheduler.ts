import { type Budget, nextChance } from "./budget";
import { CallFailure } from "./call-failure";
import type { Clock } from "./clock";
import type { Meter } from "./meter";
import type { Priority } from "./priorities";

export interface Scheduler {
  /**
   * Waits until a call of this priority may be sent.
   * @param deadline when waiting ends, ms
   * @returns gives the place back, once the call is answered
   * @throws CallFailure 503 at the deadline; the reason of `signal` when the caller gave up
   */
  enter(priority: Priority, options: { readonly deadline: number; readonly signal: AbortSignal | undefined }): Promise<() => void>;
}

interface Waiting {
  readonly priority: Priority;
  /** The order of arrival. */
  readonly place: number;
  readonly since: number;
  /** Whether it waits no more: it went, or gave up. */
  readonly isOver: boolean;
  go(release: () => void): void;
  fail(error: unknown): void;
}

const order: readonly Priority[] = ["decision", "interactive", "background"];
/** Calls under way at once: whatever lists do, two places are left for objects, and two more for decisions. */
const places: Readonly<Record<Priority, number>> = { decision: 16, interactive: 14, background: 12 };
/** Another instance, or Persona, may have said something else meanwhile. */
const askAgainMs = 5_000;
const shortestMs = 50;

/** Lets calls through in the order of their priority, as fast as the shared budget allows. One per instance. */
export function createScheduler({ budget, clock, meter }: { budget: Budget; clock: Clock; meter: Meter }): Scheduler {
  const queues: Record<Priority, Waiting[]> = { decision: [], interactive: [], background: [] };
  const blockedUntil: Record<Priority, number> = { decision: 0, interactive: 0, background: 0 };
  /** As `blockedUntil`, without asking again in between. */
  const chances: Record<Priority, number> = { decision: 0, interactive: 0, background: 0 };
  let running = 0;
  let arrivals = 0;

  const leave = () => {
    running -= 1;
    pump();
  };

  function pump(): void {
    for (const priority of order) {
      const queue = queues[priority];
      while (blockedUntil[priority] <= clock.now() && running < places[priority]) {
        const next = queue.shift();
        if (next === undefined) break;
        running += 1;
        void start(next);
      }
    }
  }

  async function start(waiting: Waiting): Promise<void> {
    const { priority } = waiting;
    try {
      const { granted, state } = await budget.reserve(priority);
      meter.remaining(state.remaining);
      if (granted) {
        // whoever gave up while the budget was asked leaves the call to the next
        const next = waiting.isOver ? queues[priority].shift() : waiting;
        if (next === undefined) return leave();
        meter.waited(priority, (clock.now() - next.since) / 1000);
        return next.go(leave);
      }
      block(priority, nextChance(priority, state));
      if (!waiting.isOver) putBack(waiting);
    } catch (error) {
      waiting.fail(error);
    }
    leave();
  }

  /** What is less urgent needs more to be left, so it need not ask either. */
  function block(priority: Priority, chance: number): void {
    const now = clock.now();
    const until = Math.min(Math.max(chance, now + shortestMs), now + askAgainMs);
    const blocked = order.slice(order.indexOf(priority));
    for (const each of blocked) blockedUntil[each] = until;
    chances[priority] = chance;
    clock.later(until - now, () => {
      // by the timer and not by the clock, which may not be quite there yet
      for (const each of blocked) if (blockedUntil[each] === until) blockedUntil[each] = 0;
      pump();
    });
  }

  function putBack(waiting: Waiting): void {
    const queue = queues[waiting.priority];
    const at = queue.findIndex(({ place }) => place > waiting.place);
    queue.splice(at === -1 ? queue.length : at, 0, waiting);
  }

  return {
    enter: (priority, { deadline, signal }) =>
      new Promise((resolve, reject) => {
        let isOver = false;
        const settle = () => {
          isOver = true;
          cancel();
          signal?.removeEventListener("abort", abort);
          const queue = queues[priority];
          if (queue.includes(waiting)) queue.splice(queue.indexOf(waiting), 1);
        };
        const waiting: Waiting = {
          priority,
          place: (arrivals += 1),
          since: clock.now(),
          get isOver() {
            return isOver;
          },
          go(release) {
            settle();
            resolve(release);
          },
          fail(error) {
            settle();
            reject(error);
          },
        };
        const abort = () => waiting.fail(signal?.reason);
        const cancel = clock.later(Math.max(deadline - clock.now(), 0), () =>
          waiting.fail(new CallFailure("budget", Math.max(1, Math.ceil((chances[priority] - clock.now()) / 1000)))),
        );
        if (signal?.aborted) return abort();
        signal?.addEventListener("abort", abort);
        queues[priority].push(waiting);
        pump();
      }),
  };
}
