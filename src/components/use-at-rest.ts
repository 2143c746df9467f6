import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

export type Rest = {
  /** How long nothing must have been asked for. */
  quietMs?: number;
  /** After this it waits no longer: a page whose answers never stop coming, or never come, has a menu all the same. */
  atMostMs?: number;
};

/** True once the page has had nothing to ask for a while, and has drawn it: what it can do without waits for that. */
export function useAtRest({ quietMs = 1_000, atMostMs = 10_000 }: Rest = {}): boolean {
  const queryClient = useQueryClient();
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const end = () => setAtRest(true);
    const leave = watchOf(queryClient, quietMs).join(end);
    const atLast = setTimeout(end, atMostMs);
    return () => {
      leave();
      clearTimeout(atLast);
    };
  }, [queryClient, quietMs, atMostMs]);
  return isAtRest;
}

/**
 * Tells all who wait when the page is quiet, at once: told one after the other, the first would ask for something and make the page wait for
 * the next.
 */
class QuietWatch {
  readonly #waiting = new Set<() => void>();
  readonly #queryClient: QueryClient;
  readonly #quietMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopHearing: (() => void) | undefined;

  constructor(queryClient: QueryClient, quietMs: number) {
    this.#queryClient = queryClient;
    this.#quietMs = quietMs;
  }

  /** @returns what ends the waiting */
  join(then: () => void): () => void {
    this.#waiting.add(then);
    this.#stopHearing ??= this.#queryClient.getQueryCache().subscribe(this.#waitAgain);
    this.#waitAgain();
    return () => {
      this.#waiting.delete(then);
      if (this.#waiting.size === 0) this.#stop();
    };
  }

  readonly #waitAgain = () => {
    clearTimeout(this.#timer);
    if (this.#queryClient.isFetching() === 0) this.#timer = setTimeout(() => whenIdle(this.#endIfQuiet), this.#quietMs);
  };

  readonly #endIfQuiet = () => {
    // something may have been asked for meanwhile
    if (this.#queryClient.isFetching() > 0) return;
    const told = [...this.#waiting];
    this.#waiting.clear();
    this.#stop();
    for (const then of told) then();
  };

  #stop() {
    clearTimeout(this.#timer);
    this.#stopHearing?.();
    this.#stopHearing = undefined;
  }
}

const watches = new WeakMap<QueryClient, Map<number, QuietWatch>>();

function watchOf(queryClient: QueryClient, quietMs: number): QuietWatch {
  const ofClient = watches.get(queryClient) ?? new Map<number, QuietWatch>();
  watches.set(queryClient, ofClient);
  const watch = ofClient.get(quietMs) ?? new QuietWatch(queryClient, quietMs);
  ofClient.set(quietMs, watch);
  return watch;
}

/** Between two pieces of work, in browsers that tell: what has just been answered is drawn first. */
function whenIdle(then: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(then, { timeout: 500 });
  else then();
}
