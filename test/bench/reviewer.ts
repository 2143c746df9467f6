import type { QueryClient } from "@tanstack/react-query";
import { claimInquiry, releaseInquiry } from "@/api/claims/writes";
import { decide as giveDecision, type Decision, keepDecision } from "@/api/decisions/writes";
import { claimsQuery } from "@/api/claims/queries";
import { inquiryDecisionsQuery, isUnderWay } from "@/api/decisions/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import { inquiryEventsQuery } from "@/api/events/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import type { ClaimedInquiry } from "@/api/generated/desk/types.gen";
import { claimNextInquiry } from "@/api/review-queue/writes";
import { settingsQuery } from "@/api/settings/queries";
import { reasonsFor } from "@/domain/decision-requirements";
import type { DecisionReason } from "@/domain/default-settings";
import { seenIn } from "@/components/seen-in";
import type { Random } from "@mocks/world/core/random";
import type { Visitor } from "./people";
import { show } from "./screen";

/** A decision that the desk has confirmed. */
export type Decided = {
  /** As Persona names the event: `inquiry.approved`. */
  readonly event: string;
  readonly inquiryId: string;
  /** From the decision, which nobody holds, to its confirmation. */
  readonly ms: number;
};

/** Why an inquiry out of the queue was not decided, or none was there. */
export type LeftBecause = "decided meanwhile" | "taken over" | "the day was over" | "it was not confirmed" | "nothing was left";

export type ReviewerDeps = {
  readonly queryClient: QueryClient;
  readonly spareCalls: Visitor["spareCalls"];
  readonly random: Random;
  /** From one decision to the next, seconds: the shortest and the longest. */
  readonly pace: readonly [number, number];
  /** Aborted when the working day is over. */
  readonly over: AbortSignal;
  readonly onDecided: (decided: Decided) => void;
  readonly onLeft: (because: LeftBecause) => void;
};

/** Persona has no reason of its own to refuse these in either status. */
const events = { approve: "inquiry.approved", decline: "inquiry.declined", markForReview: "inquiry.marked-for-review" } as const;

/** As many as the desk takes. */
const mostPassedOver = 1_000;
/** How long somebody waits before they look again where nothing was left. */
const idleSeconds = 5;
/** How often somebody looks what became of a decision that the pushes did not tell of. */
const lookSeconds = 1;

/** Somebody at work: is given the next inquiry of the queue, reads it, decides, sees the outcome, and is given the next. */
export function createReviewer({ queryClient, spareCalls, random, pace, over, onDecided, onLeft }: ReviewerDeps) {
  const done = new Set<string>();
  const wait = (seconds: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        over.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, over.aborted ? 0 : seconds * 1_000);
      over.addEventListener("abort", end);
    });

  /** The next one out of the queue; nobody where nothing is left for them. */
  async function draw(seconds: number): Promise<ClaimedInquiry | undefined> {
    const beside = [show(queryClient, inquiryTemplatesQuery()), show(queryClient, settingsQuery())];
    try {
      const { next } = await claimNextInquiry({ passOver: [...done].slice(-mostPassedOver) });
      await wait(seconds);
      return next ?? undefined;
    } finally {
      for (const each of beside) each.leave();
    }
  }

  /** Decides, and waits for what comes of it. @returns whether it took effect */
  async function decide(inquiryId: string, status: string, detail: InquiryDetail): Promise<boolean> {
    const action = status === "completed" && random.chance(0.7) ? "markForReview" : random.chance(0.75) ? "approve" : "decline";
    const settings = await queryClient.query(settingsQuery());
    // the desk's own answer, of the shape that its contract says
    const reasons = reasonsFor(action, (settings.get("decisionReasons")?.value ?? []) as DecisionReason[]);
    const startedAt = performance.now();
    const mutation = queryClient.getMutationCache().build(queryClient, {
      meta: { changes: "decision" },
      mutationFn: () =>
        giveDecision({
          inquiryId,
          action,
          reasonIds: reasons.slice(0, 1).map(({ id }) => id),
          comment: "Looked at the documents",
          seen: seenIn(detail),
          holdSeconds: 0,
        }),
    });
    const given = await mutation.execute(undefined);
    keepDecision(queryClient, given);
    const shown = show(queryClient, inquiryDecisionsQuery(inquiryId));
    try {
      const state = (): Decision => shown.data?.find(({ id }) => id === given.id) ?? given;
      while (isUnderWay(state().state) && !over.aborted) {
        await wait(lookSeconds);
        if (isUnderWay(state().state)) await queryClient.query({ ...inquiryDecisionsQuery(inquiryId), staleTime: 0 });
      }
      if (state().state !== "confirmed") return false;
      onDecided({ event: events[action], inquiryId, ms: performance.now() - startedAt });
      return true;
    } finally {
      shown.leave();
    }
  }

  async function review({ inquiry: { inquiryId, status }, claim }: ClaimedInquiry, seconds: number): Promise<void> {
    const { queryKey } = claimsQuery([inquiryId]);
    queryClient.setQueryData(queryKey, [claim]);
    const detail = show(queryClient, inquiryQuery(inquiryId));
    // as the page does: the story is told without its events while calls are short
    const events = show(queryClient, { ...inquiryEventsQuery(inquiryId), enabled: spareCalls.shortFor() === 0 });
    const claims = show(queryClient, { ...claimsQuery([inquiryId]), enabled: false });
    const keep = async () => queryClient.setQueryData(queryKey, [await claimInquiry(inquiryId)]);
    const beat = setInterval(() => void keep().catch(() => undefined), 30_000);
    let isMine = true;
    try {
      const opened = await detail.ready();
      const stillOpen = () => !over.aborted && (detail.data ?? opened).inquiry.status === status;
      const gone = () => onLeft(over.aborted ? "the day was over" : "decided meanwhile");
      if (!stillOpen()) return gone();
      await wait(seconds);
      if (!stillOpen()) return gone();
      if (claims.data?.[0]?.mine === false) return onLeft("taken over");
      if (!(await decide(inquiryId, status, detail.data ?? opened))) {
        return onLeft(over.aborted ? "the day was over" : "it was not confirmed");
      }
      // the claim goes with the status
      isMine = false;
      releaseInquiry(inquiryId).catch(() => undefined);
      await wait(random.int(1, 2));
    } finally {
      clearInterval(beat);
      done.add(inquiryId);
      if (isMine) releaseInquiry(inquiryId).catch(() => undefined);
      for (const each of [detail, events, claims]) each.leave();
    }
  }

  return {
    /** Works until the day is over, or for so many inquiries. @throws what the person would have been shown as an error */
    async work(inquiries = Number.POSITIVE_INFINITY): Promise<void> {
      await queryClient.query(deskSessionQuery());
      // colleagues are in the middle of things
      let seconds = random.next() * pace[1];
      for (let count = 0; count < inquiries && !over.aborted; count += 1) {
        const looking = Math.min(random.int(2, 5), seconds / 4);
        const next = await draw(looking);
        if (next === undefined) {
          onLeft("nothing was left");
          await wait(idleSeconds);
          continue;
        }
        await review(next, seconds - looking);
        seconds = pace[0] + random.next() * (pace[1] - pace[0]);
      }
    },
  };
}
