import type { QueryClient } from "@tanstack/react-query";
import { claimInquiry, releaseInquiry } from "@/api/claims/writes";
import { decide as giveDecision, type Decision, keepDecision } from "@/api/decisions/writes";
import { claimsQuery } from "@/api/claims/queries";
import { inquiryDecisionsQuery, isUnderWay } from "@/api/decisions/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { inquiriesQuery } from "@/api/inquiry-lists/queries";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import { inquiryEventsQuery } from "@/api/events/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { savedViewsQuery } from "@/api/saved-views/queries";
import { settingsQuery } from "@/api/settings/queries";
import { reasonsFor } from "@/domain/decision-requirements";
import type { DecisionReason } from "@/domain/default-settings";
import { seenIn } from "@/features/decision/seen-in";
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

/** Why an inquiry that was opened was not decided. */
export type LeftBecause =
  | "somebody else has it"
  | "decided meanwhile"
  | "somebody was quicker"
  | "the day was over"
  | "it was not confirmed";

export type ReviewerDeps = {
  readonly queryClient: QueryClient;
  readonly spareCalls: Visitor["spareCalls"];
  readonly random: Random;
  /** What the list shows: the inquiries in review, or those that are completed and wait for a first look. */
  readonly view: { readonly status: "needs_review" | "completed"; readonly size: number };
  /** From one decision to the next, seconds: the shortest and the longest. */
  readonly pace: readonly [number, number];
  /** Aborted when the working day is over. */
  readonly over: AbortSignal;
  readonly onDecided: (decided: Decided) => void;
  readonly onLeft: (because: LeftBecause) => void;
};

/** Persona has no reason of its own to refuse these in either view. */
const events = { approve: "inquiry.approved", decline: "inquiry.declined", markForReview: "inquiry.marked-for-review" } as const;

/** How long somebody looks at an inquiry before it is theirs, and how long they wait for it to come. */
const claimSeconds = 1.5;
const openingSeconds = 0.4;
/** How often somebody looks what became of a decision that the pushes did not tell of. */
const lookSeconds = 1;

/** Somebody at work: looks through the list, opens an inquiry, reads it, decides, sees the outcome, and goes back to the list. */
export function createReviewer({ queryClient, spareCalls, random, view, pace, over, onDecided, onLeft }: ReviewerDeps) {
  const listQuery = inquiriesQuery({ statuses: [view.status], size: view.size });
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

  /** Somebody free out of the list; nobody where colleagues have them all. */
  async function choose(seconds: number): Promise<string | undefined> {
    const list = show(queryClient, { ...listQuery, retryOnMount: false });
    const beside = [show(queryClient, inquiryTemplatesQuery()), show(queryClient, savedViewsQuery())];
    try {
      const { inquiries } = await list.ready();
      const claims = show(queryClient, claimsQuery(inquiries.map(({ id }) => id)));
      await wait(seconds);
      const taken = new Set(claims.data?.map(({ inquiryId }) => inquiryId));
      claims.leave();
      const free = (list.data?.inquiries ?? inquiries).filter(
        ({ id, status }) => status === view.status && !taken.has(id) && !done.has(id),
      );
      return free.length === 0 ? undefined : random.pick(free).id;
    } finally {
      for (const each of [list, ...beside]) each.leave();
    }
  }

  /** Decides, and waits for what comes of it. @returns whether it took effect */
  async function decide(inquiryId: string, detail: InquiryDetail): Promise<boolean> {
    const action = view.status === "completed" && random.chance(0.7) ? "markForReview" : random.chance(0.75) ? "approve" : "decline";
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

  async function review(inquiryId: string, seconds: number): Promise<void> {
    const detail = show(queryClient, inquiryQuery(inquiryId));
    // as the page does: the story is told without its events while calls are short
    const events = show(queryClient, { ...inquiryEventsQuery(inquiryId), enabled: spareCalls.shortFor() === 0 });
    const claims = show(queryClient, { ...claimsQuery([inquiryId]), enabled: false });
    const claim = async () => queryClient.setQueryData(claimsQuery([inquiryId]).queryKey, [await claimInquiry(inquiryId)]);
    let isMine = false;
    const taking = async () =>
      (isMine = await claim().then(
        () => true,
        () => false,
      ));
    try {
      // who waits for it has it, as who looks at it
      const early = wait(openingSeconds).then(async () => detail.data !== undefined || (await taking()));
      const ready = detail.ready();
      ready.catch(() => undefined);
      if (!(await Promise.race([early, ready.then(() => true)]))) return onLeft("somebody was quicker");
      const opened = await ready;
      const [there] = await queryClient.query(claimsQuery([inquiryId]));
      const stillOpen = () => !over.aborted && (detail.data ?? opened).inquiry.status === view.status;
      const gone = () => onLeft(over.aborted ? "the day was over" : "decided meanwhile");
      if (there !== undefined && !there.mine) return onLeft("somebody else has it");
      if (!stillOpen()) return gone();
      await wait(Math.min(claimSeconds, seconds));
      // whoever was quicker has it
      if (!isMine && !(await taking())) return onLeft("somebody was quicker");
      const beat = setInterval(() => void claim().catch(() => undefined), 30_000);
      await wait(seconds - claimSeconds);
      clearInterval(beat);
      if (!stillOpen()) return gone();
      if (!(await decide(inquiryId, detail.data ?? opened))) return onLeft(over.aborted ? "the day was over" : "it was not confirmed");
      // the claim goes with the status
      isMine = false;
      releaseInquiry(inquiryId).catch(() => undefined);
      await wait(random.int(1, 2));
    } finally {
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
        const inquiryId = await choose(looking);
        if (inquiryId === undefined || over.aborted) continue;
        await review(inquiryId, seconds - looking);
        seconds = pace[0] + random.next() * (pace[1] - pace[0]);
      }
    },
  };
}
