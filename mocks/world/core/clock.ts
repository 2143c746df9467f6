/** The one clock of a world. Milliseconds since 1970; everything the simulator dates comes from `now()`. */
export type Clock = {
  /** The time of the world in milliseconds: the frozen instant inside `at`, else the running time. */
  now: () => number;
  /**
   * Moves the world forward.
   * @param ms milliseconds, zero or more
   * @throws RangeError for a negative or non-finite distance: time never runs back
   */
  advance: (ms: number) => void;
  /** Runs `body` with `now()` frozen at `instant` (milliseconds), restoring the former time afterwards, whatever happens. */
  at<Result>(instant: number, body: () => Result): Result;
};

/** A clock that moves only when told to: for tests and for seeding. `startMs` in milliseconds. */
export function createManualClock(startMs: number): Clock {
  let time = startMs;
  return withFreezing(
    () => time,
    (ms) => {
      time += ms;
    },
  );
}

/**
 * A clock that follows real time, plus an offset that `advance` adds to.
 * @param options.offsetMs milliseconds added from the start (default 0)
 * @param options.source where real time comes from (default `Date.now`)
 */
export function createRealClock(options: { offsetMs?: number; source?: () => number } = {}): Clock {
  const source = options.source ?? Date.now;
  let offset = options.offsetMs ?? 0;
  return withFreezing(
    () => source() + offset,
    (ms) => {
      offset += ms;
    },
  );
}

function withFreezing(running: () => number, move: (ms: number) => void): Clock {
  let frozen: number | undefined;
  return {
    now: () => frozen ?? running(),
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`A clock moves forward only, not by ${ms} ms`);
      move(ms);
    },
    at(instant, body) {
      const before = frozen;
      frozen = instant;
      try {
        return body();
      } finally {
        frozen = before;
      }
    },
  };
}
