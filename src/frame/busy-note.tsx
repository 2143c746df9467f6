import { notifyManager, type Query, type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import ClockIcon from "lucide-react/icons/clock";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { isRateLimited } from "@/api/errors";
import { retryTime } from "@/api/query-client";
import type { CachedType } from "@/api/query-keys";
import { lookupKey } from "@/components/lookup-under-way";
import { readProperty } from "@/lib/read";
import { serverClockSkew } from "@/lib/server-clock";
import { useNow } from "@/ui/now";

/**
 * Says that Persona's rate limit holds up what the page reads: when it is tried again, or that it waits for its turn. Over what stands in for
 * it, or beside what is there. It takes no room, so nothing moves when it comes or goes.
 */
export function BusyNote() {
  const until = useWait();
  const isHeld = useLongWait() && until === undefined;
  return (
    <div className="pointer-events-none fixed inset-x-0 top-(--topbar-height) z-10 min-[56.25rem]:left-(--rail-width) print:hidden">
      {/* there before it says something, so that it is read out; a number that changes every second is not */}
      <p role="status" className="sr-only">
        {until !== undefined && "Persona is busy. It is asked again by itself."}
        {isHeld && "Persona is busy. Waiting for a turn."}
      </p>
      {(until !== undefined || isHeld) && (
        <p
          aria-hidden="true"
          // on a phone a line as high as the page's upper margin, where it covers nothing
          className="mx-auto mt-2 flex w-fit items-center gap-1.5 rounded border border-line bg-raised px-2.5 py-1 text-xs text-ink-muted shadow-float max-md:mt-0 max-md:h-4 max-md:w-full max-md:justify-center max-md:rounded-none max-md:border-x-0 max-md:border-t-0 max-md:py-0 max-md:text-[0.6875rem]/none max-md:shadow-none max-md:[&>svg]:size-3"
        >
          <ClockIcon />
          {until === undefined ? "Persona is busy. Waiting for a turn…" : <Countdown until={until} />}
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

/** So long a wait is nothing to speak of, ms. */
const patienceMs = 3_000;

/**
 * Whether something that is to be shown has waited for Persona longer than that: the desk's server holds calls until the rate limit has room
 * for them, for a minute and more.
 */
function useLongWait(): boolean {
  const queryClient = useQueryClient();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const cache = queryClient.getQueryCache();
    const begun = new Map<Query, number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = performance.now();
      const waiting = new Set(cache.getAll().filter(isWaiting));
      for (const query of begun.keys()) if (!waiting.has(query)) begun.delete(query);
      for (const query of waiting) if (!begun.has(query)) begun.set(query, now);
      const left = patienceMs - (now - Math.min(now, ...begun.values()));
      clearTimeout(timer);
      if (begun.size > 0 && left > 0) timer = setTimeout(look, left);
      setLong(left <= 0);
    };
    look();
    const leave = cache.subscribe(notifyManager.batchCalls(look));
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [queryClient]);
  return isLong;
}

/** What the desk answers without Persona, and so without waiting for its rate limit. */
const desksOwn: ReadonlySet<unknown> = new Set<CachedType>([
  "audit-entry",
  "claim",
  "decision",
  "desk-session",
  "link",
  "partner-token",
  "saved-view",
  "session",
  "setting",
]);

/** The desk's index of inquiries is its own, too. */
const isOfIndex = ([, , params]: QueryKey) => readProperty(params, "of") === "index";

/** Whether somebody waits for this answer of Persona's. What is fetched anew beside what is there, or for a page that was left, is not missed. */
function isWaiting(query: Query): boolean {
  const { fetchStatus, data, fetchFailureReason } = query.state;
  const [type] = query.queryKey;
  if (fetchStatus !== "fetching" || data !== undefined || fetchFailureReason !== null) return false;
  if (desksOwn.has(type) || isOfIndex(query.queryKey)) return false;
  return type === lookupKey || query.isActive();
}
