import { notifyManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { isRateLimited } from "@/api/errors";
import { retryTime } from "@/api/query-client";
import { serverClockSkew } from "@/lib/server-clock";
import { ClockIcon } from "@/ui/icons";
import { useNow } from "@/ui/now";

/**
 * Says that Persona's rate limit holds up what the page reads, and when it is tried again: over what stands in for it, or beside what is
 * there. It takes no room, so nothing moves when it comes or goes.
 */
export function BusyNote() {
  const until = useWait();
  return (
    <div className="pointer-events-none fixed inset-x-0 top-(--topbar-height) z-10 min-[56.25rem]:left-(--rail-width) print:hidden">
      {/* there before it says something, so that it is read out; a number that changes every second is not */}
      <p role="status" className="sr-only">
        {until !== undefined && "Persona is busy. It is asked again by itself."}
      </p>
      {until !== undefined && (
        <p
          aria-hidden="true"
          className="mx-auto mt-2 flex w-fit items-center gap-1.5 rounded border border-line bg-raised px-2.5 py-1 text-xs text-ink-muted shadow-float"
        >
          <ClockIcon />
          <Countdown until={until} />
        </p>
      )}
    </div>
  );
}

function Countdown({ until }: { until: number }) {
  const seconds = Math.ceil((until - (useNow(1000) - serverClockSkew())) / 1000);
  return <span className="tabular-nums">Persona is busy, trying again {seconds > 0 ? `in ${seconds} s` : "now"}</span>;
}

/** When the last of what waits for Persona's rate limit is tried again, ms by this machine's clock; undefined while nothing waits. */
function useWait(): number | undefined {
  const queryClient = useQueryClient();
  const subscribe = useCallback(
    (onChange: () => void) => queryClient.getQueryCache().subscribe(notifyManager.batchCalls(onChange)),
    [queryClient],
  );
  return useSyncExternalStore(subscribe, () => waitOf(queryClient));
}

function waitOf(queryClient: QueryClient): number | undefined {
  const times = queryClient
    .getQueryCache()
    .findAll({ fetchStatus: "fetching" })
    .flatMap(({ state: { fetchFailureReason } }) => (isRateLimited(fetchFailureReason) ? (retryTime(fetchFailureReason) ?? []) : []));
  return times.length === 0 ? undefined : Math.max(...times);
}
