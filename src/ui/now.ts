import { useSyncExternalStore } from "react";
import { onServerClockSkew, serverClockSkew } from "@/lib/server-clock";

const defaultPace = 15_000;

/** An instant of this machine's clock by the server's, ms since the epoch. */
export const byServerClock = (local: number): number => local + serverClockSkew();

/** The time by the server's clock, ms since the epoch: the one by which things expire. */
export const currentTime = (): number => byServerClock(Date.now());

/** What is first drawn after nobody has looked for longer than this is drawn by a new time, ms. */
const freshFor = 1_000;

/** One ticker per pace, however many texts follow it; it stands still while nobody looks. */
class Ticker {
  #now = currentTime();
  readonly #pace: number;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #stopFollowing: (() => void) | undefined;

  constructor(pace: number) {
    this.#pace = pace;
  }

  /**
   * The time of the last tick. It is read while a page is drawn, before anything of it listens: a time that changed once the first of its texts
   * did would have every one of them drawn twice.
   */
  readonly read = (): number => {
    if (this.#listeners.size === 0 && Math.abs(currentTime() - this.#now) > freshFor) this.#now = currentTime();
    return this.#now;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  readonly #tick = () => {
    this.#now = currentTime();
    for (const listener of this.#listeners) listener();
  };

  #start() {
    this.#timer = setInterval(this.#tick, this.#pace);
    this.#stopFollowing = onServerClockSkew(this.#tick);
    // Timers sleep in a hidden tab: what is shown again must not be old.
    document.addEventListener("visibilitychange", this.#tick);
  }

  #stop() {
    clearInterval(this.#timer);
    this.#stopFollowing?.();
    document.removeEventListener("visibilitychange", this.#tick);
  }
}

const tickers = new Map<number, Ticker>();

/**
 * The time in milliseconds since the epoch, which moves on by itself.
 * @param pace milliseconds between two ticks: 15 s unless a countdown needs every second.
 */
export function useNow(pace: number = defaultPace): number {
  let ticker = tickers.get(pace);
  if (!ticker) tickers.set(pace, (ticker = new Ticker(pace)));
  return useSyncExternalStore(ticker.subscribe, ticker.read);
}
