import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Decision } from "@/api/decisions/writes";
import { inquiryDecisionsQuery, isUnderWay, myDecisionsQuery } from "@/api/decisions/queries";
import { readTime } from "@/lib/read";
import { hour, second } from "@/lib/time";
import { currentTime } from "@/ui/now";

/** How long what came of a decision as it should is still told. */
const toldMs = 4 * second;
const none: readonly Decision[] = [];
const nobody: ReadonlySet<string> = new Set();
/** After this nobody waits any more for what came of it. */
const forgottenMs = 24 * hour;

/** The last decisions on an inquiry, newest first. */
export const useInquiryDecisions = (inquiryId: string) => useQuery({ ...inquiryDecisionsQuery(inquiryId), refetchInterval: lookAgain });

/**
 * One's own decisions that have to be shown, newest first: what is under way; for some seconds what has just ended as it should; and what
 * did not, until it is put away or there is a later decision on the same inquiry.
 */
export function useShownDecisions(dismissed: ReadonlySet<string>): readonly Decision[] {
  const { data: mine } = useQuery({ ...myDecisionsQuery(), refetchInterval: lookAgain });
  const justEnded = useJustEnded(mine);
  const data = mine ?? none;
  const newest = data.filter((decision, index) => data.findIndex(({ inquiryId }) => inquiryId === decision.inquiryId) === index);
  return newest.filter((decision) => {
    if (isUnderWay(decision.state)) return true;
    if (wentWrong(decision)) return !dismissed.has(decision.id) && isRecent(decision);
    return justEnded.has(decision.id);
  });
}

export const wentWrong = ({ state }: Decision): boolean => state === "refused" || state === "stopped";

export const isRecent = ({ changedAt }: Decision, withinMs = forgottenMs): boolean => currentTime() - (readTime(changedAt) ?? 0) < withinMs;

type Followed = {
  decisions: readonly Decision[] | undefined;
  told: ReadonlySet<string>;
};

/**
 * IDs of those that ended while this page was looking, for some seconds. Found out while rendering: a line whose decision ends must not go
 * and come back, with the focus that may be in it.
 */
function useJustEnded(decisions: readonly Decision[] | undefined): ReadonlySet<string> {
  const [followed, setFollowed] = useState<Followed>({ decisions, told: nobody });
  const { told } = followed;
  if (followed.decisions !== decisions) {
    const ended = followed.decisions === undefined ? [] : endedSince(followed.decisions, decisions ?? none);
    setFollowed({ decisions, told: ended.length === 0 ? told : new Set([...told, ...ended]) });
  }
  useEffect(() => {
    if (told.size === 0) return;
    const timer = setTimeout(() => setFollowed((now) => ({ ...now, told: new Set([...now.told].filter((id) => !told.has(id))) })), toldMs);
    return () => clearTimeout(timer);
  }, [told]);
  return told;
}

function endedSince(before: readonly Decision[], now: readonly Decision[]): string[] {
  const states = new Map(before.map(({ id, state }) => [id, state]));
  return now
    .filter((decision) => !isUnderWay(decision.state) && isRecent(decision, 2 * toldMs))
    .filter(({ id }) => isUnderWay(states.get(id) ?? "held"))
    .map(({ id }) => id);
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
