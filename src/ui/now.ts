import { useSyncExternalStore } from "react";
import { onServerClockSkew, serverClockSkew } from "@/lib/server-clock";

const defaultPace = 15_000;

/** An instant of this machine's clock by the server's, ms since the epoch. */
export const byServerClock = (local: number): number => local + serverClockSkew();

/** The time by the server's clock, ms since the epoch: the one by which things expire. */
export const currentTime = (): number => byServerClock(Date.now());

/** One ticker per pace, however many texts follow it; it stands still while nobody looks. */
class Ticker {
  now = currentTime();
  readonly #pace: number;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #stopFollowing: (() => void) | undefined;

  constructor(pace: number) {
    this.#pace = pace;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  readonly #tick = () => {
    this.now = currentTime();
    for (const listener of this.#listeners) listener();
  };

  #start() {
    this.now = currentTime();
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
  const { subscribe } = ticker;
  return useSyncExternalStore(subscribe, () => tickers.get(pace)?.now ?? 0);
}
