import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

const quietMs = 1_000;

/** True once the page has had nothing to ask for a while: what it can do without waits for that. */
export function useAtRest(): boolean {
  const queryClient = useQueryClient();
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      if (queryClient.isFetching() > 0) return;
      timer = setTimeout(() => {
        stop();
        setAtRest(true);
      }, quietMs);
    };
    const stop = queryClient.getQueryCache().subscribe(wait);
    wait();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queryClient]);
  return isAtRest;
}
