import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Decision } from "@/api/decisions";
import { inquiryDecisionsQuery, isUnderWay, myDecisionsQuery } from "@/api/queries/decisions";
import { readTime } from "@/lib/read";
import { hour, second } from "@/lib/time";
import { currentTime } from "@/ui/now";

/** How long what came of a decision as it should is still told. */
const toldMs = 4 * second;
const none: readonly Decision[] = [];
/** After this nobody waits any more for what came of it. */
const forgottenMs = 24 * hour;

/** The last decisions on an inquiry, newest first. */
export const useInquiryDecisions = (inquiryId: string) =>
  useQuery({ ...inquiryDecisionsQuery(inquiryId), retryOnMount: false, refetchInterval: lookAgain });

/**
 * One's own decisions that have to be shown, newest first: what is under way; for some seconds what has just ended as it should; and what
 * did not, until it is put away or there is a later decision on the same inquiry.
 */
export function useShownDecisions(dismissed: ReadonlySet<string>): readonly Decision[] {
  const { data = none } = useQuery({ ...myDecisionsQuery(), refetchInterval: lookAgain });
  const justEnded = useJustEnded(data);
  const newest = data.filter((decision, index) => data.findIndex(({ inquiryId }) => inquiryId === decision.inquiryId) === index);
  return newest.filter((decision) => {
    if (isUnderWay(decision.state)) return true;
    if (justEnded.has(decision.id)) return true;
    return wentWrong(decision) && !dismissed.has(decision.id) && isRecent(decision);
  });
}

export const wentWrong = ({ state }: Decision): boolean => state === "refused" || state === "stopped";

export const isRecent = ({ changedAt }: Decision, withinMs = forgottenMs): boolean => currentTime() - (readTime(changedAt) ?? 0) < withinMs;

/** IDs of those that ended while this page was looking, for some seconds. */
function useJustEnded(decisions: readonly Decision[]): ReadonlySet<string> {
  const known = useRef<ReadonlyMap<string, string>>(undefined);
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const before = known.current;
    known.current = new Map(decisions.map(({ id, state }) => [id, state]));
    if (before === undefined) return;
    const ended = decisions
      .filter((decision) => isRecent(decision, 2 * toldMs))
      .filter(({ id, state }) => {
        const was = before.get(id);
        return !isUnderWay(state) && (was === undefined || isUnderWay(was));
      });
    if (ended.length === 0) return;
    setTold((ids) => new Set([...ids, ...ended.map(({ id }) => id)]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setTold((ids) => new Set([...ids].filter((id) => !ended.some((one) => one.id === id))));
    }, toldMs);
    timers.current.add(timer);
  }, [decisions]);
  useEffect(() => {
    const running = timers.current;
    return () => running.forEach(clearTimeout);
  }, []);
  return told;
}

/** Where no push tells of it, it is asked for: when the hold is over, and again until it is known what became of it. */
function lookAgain({ state: { data } }: { state: { data: Decision[] | undefined } }): number | false {
  const waits = (data ?? []).filter(({ state }) => isUnderWay(state)).map(waitOf);
  return waits.length === 0 ? false : Math.min(...waits);
}

function waitOf({ state, sendsAt }: Decision): number {
  if (state === "unknown") return 10 * second;
  if (state !== "held") return 2 * second;
  const due = readTime(sendsAt);
  return due === undefined ? 30 * second : Math.max(due - currentTime() + second, 1_500);
}
