import type { QueryClient } from "@tanstack/react-query";
import { claimsQuery } from "@/api/claims/queries";
import { claimInquiry, releaseInquiry } from "@/api/claims/writes";
import { inquiryQuery } from "@/api/inquiries/queries";
import { prefetch } from "@/api/prefetch";
import type { WaitingCounts } from "@/api/generated/desk/types.gen";
import { claimNextInquiry } from "@/api/review-queue/writes";

/** How many inquiries are claimed and read before anybody comes to them. */
const mostAhead = 2;
/** The server is told of no more that it should pass over; whoever walks so far meets the first ones again. */
const mostPassedOver = 1_000;
/** A claim lapses after a minute or more without one of these. */
const heartbeatMs = 30_000;

export type WalkState = {
  /** What was come to on this walk, in order. */
  readonly visited: readonly string[];
  /** What was decided or postponed on it. */
  readonly done: readonly string[];
  /** Claimed for the person, and read. */
  readonly ahead: readonly string[];
  /** ms since the epoch. */
  readonly begunAt: number | undefined;
  /** When it was left; ms since the epoch. */
  readonly leftAt: number | undefined;
  readonly waiting: WaitingCounts | undefined;
  /** Nothing is left for the person beyond what is ahead. */
  readonly isAtEnd: boolean;
};

const fresh: WalkState = { visited: [], done: [], ahead: [], begunAt: undefined, leftAt: undefined, waiting: undefined, isAtEnd: false };

/**
 * A walk through the review queue, one inquiry at a time: the server chooses and claims each, so that two people never get the same. The next
 * ones are claimed and read while the person looks at one, and given back when the walk is left.
 */
export function createReviewWalk(queryClient: QueryClient, { now = Date.now }: { now?: () => number } = {}) {
  let state = fresh;
  let templateIds: readonly string[] | undefined;
  let filling: { of: number; done: Promise<void> } | undefined;
  let keeping: ReturnType<typeof setInterval> | undefined;
  /** Counts the walks, so that an answer to a call of one that was left changes nothing of the next. */
  let walk = 0;
  /** IDs of decisions. */
  const takenBack = new Set<string>();
  const listeners = new Set<() => void>();

  function change(next: Partial<WalkState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  async function claimOne(): Promise<void> {
    const begun = walk;
    const passOver = [...state.visited, ...state.ahead].slice(-mostPassedOver);
    const { next, waiting } = await claimNextInquiry({ passOver, ...(templateIds && { inquiryTemplateIds: [...templateIds] }) });
    if (begun !== walk) {
      if (next) releaseInquiry(next.inquiry.inquiryId).catch(() => undefined);
      return;
    }
    if (!next) return change({ waiting, isAtEnd: true });
    const id = next.inquiry.inquiryId;
    queryClient.setQueryData(claimsQuery([id]).queryKey, [next.claim]);
    void prefetch(queryClient, inquiryQuery(id));
    change({ waiting, ahead: [...state.ahead, id] });
  }

  async function fill(): Promise<void> {
    const begun = walk;
    while (begun === walk && state.ahead.length < mostAhead && !state.isAtEnd) await claimOne();
  }

  /** Claims and reads what comes next, one call after the other. What can't be had is asked for again once it is needed. */
  function lookAhead(): Promise<void> {
    // what was begun for a walk that was left is none of this one's
    if (filling?.of !== walk) filling = { of: walk, done: fill() };
    const mine = filling;
    const end = () => {
      if (filling === mine) filling = undefined;
    };
    return mine.done.finally(end);
  }

  function keepClaims() {
    for (const id of state.ahead) claimInquiry(id).catch(() => undefined);
  }

  function begin(templates?: readonly string[]) {
    walk += 1;
    templateIds = templates;
    change({ ...fresh, begunAt: now() });
  }

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Begins afresh. @param templates only inquiries on one of them */
    begin,
    /** The person came to one, by whatever way. */
    visit(id: string) {
      // by another way than the button that begins one, or anew after it was left
      if (state.begunAt === undefined || state.leftAt !== undefined) begin();
      const visited = state.visited.includes(id) ? state.visited : [...state.visited, id];
      change({ visited, ahead: state.ahead.filter((other) => other !== id), leftAt: undefined });
      keeping ??= setInterval(keepClaims, heartbeatMs);
    },
    /** It was decided or postponed. */
    finish(id: string) {
      if (!state.done.includes(id)) change({ done: [...state.done, id] });
    },
    /** A decision on it was taken back, so it is not done. Each counts once: it may be decided again. */
    takenBack(id: string, decisionId: string) {
      if (takenBack.has(decisionId)) return;
      takenBack.add(decisionId);
      if (state.done.includes(id)) change({ done: state.done.filter((other) => other !== id) });
    },
    lookAhead,
    /**
     * Where to go from an inquiry: to the one after it that was visited already, else to a new one.
     * @returns undefined where nothing is left
     * @throws ApiError when no other could be claimed
     */
    async next(from: string): Promise<string | undefined> {
      const after = state.visited[state.visited.indexOf(from) + 1];
      if (after !== undefined && state.visited.includes(from)) return after;
      if (state.ahead.length === 0) {
        // somebody may have given one back meanwhile
        change({ isAtEnd: false });
        await lookAhead();
      }
      return state.ahead[0];
    },
    previous: (from: string): string | undefined => state.visited[state.visited.indexOf(from) - 1],
    /** Gives back what nobody came to. What was done stays to be told. */
    leave() {
      walk += 1;
      clearInterval(keeping);
      keeping = undefined;
      for (const id of state.ahead) releaseInquiry(id).catch(() => undefined);
      change({ ahead: [], isAtEnd: false, leftAt: now() });
    },
  };
}

export type ReviewWalk = ReturnType<typeof createReviewWalk>;

const walks = new WeakMap<QueryClient, ReviewWalk>();

/** The walk of this page: there is one. */
export function reviewWalkOf(queryClient: QueryClient): ReviewWalk {
  const walk = walks.get(queryClient) ?? createReviewWalk(queryClient);
  walks.set(queryClient, walk);
  return walk;
}
