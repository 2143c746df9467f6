import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

export type Rest = {
  /** How long nothing must have been asked for. */
  quietMs?: number;
  /** After this it waits no longer: a page whose answers never stop coming, or never come, has a menu all the same. */
  atMostMs?: number;
};

/** Between two pieces of work, in browsers that tell: what has just been answered is drawn first. */
function whenIdle(then: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(then, { timeout: 500 });
  else then();
}

/** True once the page has had nothing to ask for a while, and has drawn it: what it can do without waits for that. */
export function useAtRest({ quietMs = 1_000, atMostMs = 10_000 }: Rest = {}): boolean {
  const queryClient = useQueryClient();
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      stop();
      setAtRest(true);
    };
    // something may have been asked for meanwhile
    const endIfQuiet = () => void (queryClient.isFetching() === 0 && end());
    const wait = () => {
      clearTimeout(timer);
      if (queryClient.isFetching() === 0) timer = setTimeout(() => whenIdle(endIfQuiet), quietMs);
    };
    const stop = queryClient.getQueryCache().subscribe(wait);
    const atLast = setTimeout(end, atMostMs);
    wait();
    return () => {
      stop();
      clearTimeout(timer);
      clearTimeout(atLast);
    };
  }, [queryClient, quietMs, atMostMs]);
  return isAtRest;
}
