import type { Askers } from "./askers";
import { type Budget, nextChance } from "./budget";
import { CallFailure } from "./call-failure";
import type { Clock } from "./clock";
import type { Meter } from "./meter";
import type { Priority } from "./priorities";
import { createTurns, type InLine } from "./turns";

export type Scheduler = {
  /**
   * Waits until a call of this priority may be sent. Those who ask take turns; a call that several wait for goes when the first of them
   * has theirs.
   * @param deadline when waiting ends, ms
   * @returns gives the place back, once the call is answered
   * @throws CallFailure 503 at the deadline; the reason of `signal` when the caller gave up
   */
  enter(
    priority: Priority,
    options: { readonly askers: Askers; readonly deadline: number; readonly signal: AbortSignal | undefined },
  ): Promise<() => void>;
};

type Waiting = InLine & {
  readonly priority: Priority;
  readonly since: number;
  /** Whether it waits no more: it went, or gave up. */
  isOver: boolean;
  asker: string;
  round: number;
  go(release: () => void): void;
  fail(error: unknown): void;
};

const order: readonly Priority[] = ["decision", "interactive", "background", "sweep"];
/** Calls under way at once: whatever lists do, two places are left for objects, and two more for decisions. */
const places: Readonly<Record<Priority, number>> = { decision: 16, interactive: 14, background: 12, sweep: 4 };
/** How many of them one person or system may take, so that slow calls of one never block all the others. */
const placesOfOne: Readonly<Record<Priority, number>> = { decision: 12, interactive: 10, background: 8, sweep: 2 };
/** Another instance, or Persona, may have said something else meanwhile. */
const askAgainMs = 5_000;
const shortestMs = 50;

/** One priority's queue. */
type Lane = {
  readonly turns: ReturnType<typeof createTurns<Waiting>>;
  blockedUntil: number;
  /** As `blockedUntil`, without asking again in between. */
  chance: number;
  /** Until when those wait who have to leave more than others, ms. */
  readonly heldUntil: Map<string, number>;
};

const emptyLane = (): Lane => ({ turns: createTurns(), blockedUntil: 0, chance: 0, heldUntil: new Map() });

/** Lets calls through in the order of their priority, as fast as the shared budget allows. One per instance. */
export function createScheduler({ budget, clock, meter }: { budget: Budget; clock: Clock; meter: Meter }): Scheduler {
  const lanes: Readonly<Record<Priority, Lane>> = {
    decision: emptyLane(),
    interactive: emptyLane(),
    background: emptyLane(),
    sweep: emptyLane(),
  };
  /** The places that are taken, and by whom. */
  const taken = new Set<{ asker: string }>();
  let arrivals = 0;

  const isFullFor = (asker: string, priority: Priority) =>
    [...taken].filter((place) => place.asker === asker).length >= placesOfOne[priority];
  const nextIn = (priority: Priority) =>
    lanes[priority].turns.next((asker) => !lanes[priority].heldUntil.has(asker) && !isFullFor(asker, priority));

  function pump(): void {
    for (const priority of order) {
      const lane = lanes[priority];
      while (lane.blockedUntil <= clock.now() && taken.size < places[priority]) {
        const next = nextIn(priority);
        if (next === undefined) break;
        void start(next);
      }
    }
  }

  async function start(waiting: Waiting): Promise<void> {
    const { priority, asker } = waiting;
    const lane = lanes[priority];
    const place = { asker };
    taken.add(place);
    const leave = () => {
      taken.delete(place);
      pump();
    };
    try {
      const { granted, held, state } = await budget.reserve(priority, asker);
      meter.remaining(state.remaining);
      if (granted) {
        // the caller may have given up while the budget was being read: then the next one is served
        const next = waiting.isOver ? nextIn(priority) : waiting;
        if (next === undefined) return leave();
        place.asker = next.asker;
        lane.turns.went(next);
        meter.waited(priority, (clock.now() - next.since) / 1000);
        return next.go(leave);
      }
      block(priority, nextChance(priority, state, held), held ? asker : undefined);
      waiting.asking = false;
    } catch (error) {
      waiting.fail(error);
    }
    leave();
  }

  /** What is less urgent needs more to be left, so it need not ask either. @param held who has to wait, where not everybody has */
  function block(priority: Priority, chance: number, held: string | undefined): void {
    const now = clock.now();
    const until = Math.min(Math.max(chance, now + shortestMs), now + askAgainMs);
    const blocked = order.slice(order.indexOf(priority)).map((each) => lanes[each]);
    for (const lane of blocked) {
      if (held === undefined) lane.blockedUntil = until;
      else lane.heldUntil.set(held, until);
    }
    lanes[priority].chance = chance;
    clock.later(until - now, () => {
      // by the timer and not by the clock, which may not be quite there yet
      for (const lane of blocked) {
        if (held !== undefined) {
          if (lane.heldUntil.get(held) === until) lane.heldUntil.delete(held);
        } else if (lane.blockedUntil === until) {
          lane.blockedUntil = 0;
        }
      }
      pump();
    });
  }

  return {
    enter: (priority, { askers, deadline, signal }) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const lane = lanes[priority];
        const settle = () => {
          waiting.isOver = true;
          cancel();
          forget();
          signal?.removeEventListener("abort", abort);
          lane.turns.remove(waiting);
        };
        const waiting: Waiting = {
          priority,
          ...soonest(lane, askers.all),
          place: (arrivals += 1),
          asking: false,
          since: clock.now(),
          isOver: false,
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
          waiting.fail(new CallFailure("budget", Math.max(1, Math.ceil((lane.chance - clock.now()) / 1000)))),
        );
        const forget = askers.onJoin((asker) => {
          const { round } = soonest(lane, [asker]);
          const isStuck = lane.heldUntil.has(waiting.asker) || isFullFor(waiting.asker, priority);
          if (round >= waiting.round && !isStuck) return;
          const inLine = lane.turns.remove(waiting);
          Object.assign(waiting, { asker, round: Math.min(round, waiting.round) });
          if (inLine) lane.turns.put(waiting);
          pump();
        });
        signal?.addEventListener("abort", abort);
        lane.turns.put(waiting);
        pump();
      }),
  };
}

/** Whose turn comes first, of those who wait for the same. */
function soonest({ turns }: Lane, askers: Iterable<string>): { asker: string; round: number } {
  const [first = { asker: "", round: 0 }] = [...askers]
    .map((asker) => ({ asker, round: turns.roundOf(asker) }))
    .toSorted((a, b) => a.round - b.round);
  return first;
}
