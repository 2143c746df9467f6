import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { whenIdle } from "@/lib/when-idle";

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
    const leave = watchOf(queryClient, quietMs)(end);
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
 * @returns joins who waits, and returns what ends the waiting
 */
function quietWatch(queryClient: QueryClient, quietMs: number) {
  const waiting = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopHearing: (() => void) | undefined;
  const stop = () => {
    clearTimeout(timer);
    stopHearing?.();
    stopHearing = undefined;
  };
  const endIfQuiet = () => {
    // something may have been asked for meanwhile
    if (queryClient.isFetching() > 0) return;
    const told = [...waiting];
    waiting.clear();
    stop();
    for (const then of told) then();
  };
  const waitAgain = () => {
    clearTimeout(timer);
    if (queryClient.isFetching() === 0) timer = setTimeout(() => whenIdle(endIfQuiet), quietMs);
  };
  return (then: () => void) => {
    waiting.add(then);
    stopHearing ??= queryClient.getQueryCache().subscribe(waitAgain);
    waitAgain();
    return () => {
      waiting.delete(then);
      if (waiting.size === 0) stop();
    };
  };
}

const watches = new WeakMap<QueryClient, Map<number, ReturnType<typeof quietWatch>>>();

function watchOf(queryClient: QueryClient, quietMs: number) {
  const ofClient = watches.get(queryClient) ?? new Map<number, ReturnType<typeof quietWatch>>();
  watches.set(queryClient, ofClient);
  const watch = ofClient.get(quietMs) ?? quietWatch(queryClient, quietMs);
  ofClient.set(quietMs, watch);
  return watch;
}
