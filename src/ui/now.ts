import { useSyncExternalStore } from "react";
import { onServerClockSkew, serverClockSkew } from "@/lib/server-clock";

const defaultPace = 15_000;

/** An instant of this machine's clock by the server's, ms since the epoch. */
export const byServerClock = (local: number): number => local + serverClockSkew();

/** The time by the server's clock, ms since the epoch: the one by which things expire. */
export const currentTime = (): number => byServerClock(Date.now());

/** What is first drawn after nobody has looked for longer than this is drawn by a new time, ms. */
const freshFor = 1_000;

/** One ticker per pace, however many texts follow it; it stands still while nobody looks. @param pace ms between two ticks */
function createTicker(pace: number) {
  let now = currentTime();
  let timer: ReturnType<typeof setInterval> | undefined;
  let stopFollowing: (() => void) | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    now = currentTime();
    for (const listener of listeners) listener();
  };
  const stop = () => {
    clearInterval(timer);
    stopFollowing?.();
    document.removeEventListener("visibilitychange", tick);
  };
  return {
    /**
     * The time of the last tick. It is read while a page is drawn, before anything of it listens: a time that changed once the first of its
     * texts did would have every one of them drawn twice.
     */
    read: (): number => {
      if (listeners.size === 0 && Math.abs(currentTime() - now) > freshFor) now = currentTime();
      return now;
    },
    subscribe: (listener: () => void): (() => void) => {
      if (listeners.size === 0) {
        timer = setInterval(tick, pace);
        stopFollowing = onServerClockSkew(tick);
        // Timers sleep in a hidden tab: what is shown again must not be old.
        document.addEventListener("visibilitychange", tick);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
  };
}

const tickers = new Map<number, ReturnType<typeof createTicker>>();

/**
 * The time in milliseconds since the epoch, which moves on by itself.
 * @param pace milliseconds between two ticks: 15 s unless a countdown needs every second.
 */
export function useNow(pace: number = defaultPace): number {
  let ticker = tickers.get(pace);
  if (!ticker) tickers.set(pace, (ticker = createTicker(pace)));
  return useSyncExternalStore(ticker.subscribe, ticker.read);
}
