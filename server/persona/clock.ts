/** Time and timers, so that tests move them by hand. */
export type Clock = {
  /** Milliseconds. */
  now(): number;
  /** Runs `work` once after `ms`. @returns takes it back */
  later(ms: number, work: () => void): () => void;
};

/** The machine's own. Its timers do not keep a process alive. */
export const systemClock: Clock = {
  now: Date.now,
  later(ms, work) {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms`. */
export const wait = (clock: Clock, ms: number): Promise<void> => new Promise((resolve) => void clock.later(ms, resolve));
