import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { isUnavailable } from "../db/unavailable";
import type { Clock } from "../persona/clock";

type RoundsDeps = {
  /** Takes on what is due, and carries it out. */
  readonly work: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
  /** What waits when a round fails, for the log. */
  readonly name: string;
};

const everyMs = 1_000;

/** Repeats work about a second after it ended, and keeps track of what is under way on this instance. */
export function createRounds({ work, clock, log, name }: RoundsDeps) {
  const underWay = new Set<Promise<unknown>>();
  let stopped = false;

  const track = <T>(one: Promise<T>): Promise<T> => {
    underWay.add(one);
    return one.finally(() => underWay.delete(one));
  };
  const round = () =>
    track(
      work().catch((error: unknown) => {
        // who watches the database says that it is away, once
        if (!isUnavailable(error)) log.warn({ error: errorKind(error) }, `${name} have to wait`);
      }),
    );
  // not all instances at the same moment
  const repeat = () =>
    void clock.later(everyMs * (0.75 + Math.random() / 2), () => {
      if (!stopped) void round().then(repeat);
    });
  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return {
    /** Does what is due now. */
    round,
    /** Waits for this, too, before it stops. */
    track,
    /** A round after so many ms. */
    wake(ms: number): void {
      clock.later(ms, () => {
        if (!stopped) void round();
      });
    },
    start: repeat,
    /** Resolves when nothing is under way on this instance. */
    idle,
    /** Takes on nothing more, and waits for what is under way. */
    stop(): Promise<void> {
      stopped = true;
      return idle();
    },
  };
}
