import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import type { Database, Queryable } from "../db/database";
import { isUnavailable } from "../db/unavailable";
import type { IssuedLinks } from "../links/issued-links";
import type { PersonaCaller } from "../persona/caller";
import type { Clock } from "../persona/clock";
import { endsOf, type InquiryObservation, observeInquiry, stateOf } from "../persona/inquiry-observation";
import type { InquiryStates } from "../persona/inquiry-states";
import { jsonOf, type PersonaAnswer } from "../persona/persona-answer";
import { readWholePage } from "../persona/resources/read-document";
import { withLease } from "../persona/with-lease";
import type { PushStore } from "../push/push-store";
import { type InquiryRounds, roundLeaseMs, type TakenRound } from "./inquiry-rounds";

/** What the filling is measured by. */
export type FillingMeter = {
  page(round: "backfill" | "sweep"): void;
  missed(inquiries: number): void;
};

export type FillingDeps = {
  readonly db: Database;
  readonly rounds: InquiryRounds;
  readonly caller: Pick<PersonaCaller, "call">;
  readonly inquiryStates: Pick<InquiryStates, "noteMany">;
  readonly links: Pick<IssuedLinks, "noteInquiryStates" | "noteUse">;
  readonly pushes: Pick<PushStore, "publishMany">;
  readonly meter: FillingMeter;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn" | "info">;
  /** In which time a round after the first one is meant to be done, ms. */
  readonly sweepMs: number;
};

const lookEveryMs = 5_000;
/** At most so long from page to page of a sweep: a small company's is done within minutes. */
const longestPauseMs = 60_000;
const retryMs = 30_000;

/** As much as Persona gives at once. */
const pageSize = 100;
/** What is kept, and the note, of which is kept whether there is one. */
const attributes = [
  "status",
  "reference-id",
  "note",
  "tags",
  "created-at",
  "updated-at",
  "started-at",
  "expires-at",
  "completed-at",
].concat(["failed-at", "marked-for-review-at", "decisioned-at", "expired-at", "redacted-at", "previous-step-name", "next-step-name"]);

function listQuery(after: string | null): string {
  const parts = [
    ["page[size]", String(pageSize)],
    ["fields[inquiry]", attributes.join(",")],
    ...(after === null ? [] : [["page[after]", after]]),
  ];
  return parts.map((part) => part.map(encodeURIComponent).join("=")).join("&");
}

/** Pages through Persona's list behind everybody else: once until the index is whole, then again and again, slowly. */
export function createIndexFilling(deps: FillingDeps) {
  const { db, rounds, caller, inquiryStates, links, pushes, meter, clock, log, sweepMs } = deps;
  const stopping = new AbortController();

  /** Which of them the desk had heard of otherwise, or not at all. */
  async function missedOf(observations: readonly InquiryObservation[], transaction: Queryable): Promise<InquiryObservation[]> {
    const known = await transaction.query<{ id: string; updatedAt: Date }>(
      `select inquiry_id as id, persona_updated_at as "updatedAt" from inquiry_states
       where inquiry_id in (select jsonb_array_elements_text($1::jsonb))`,
      [JSON.stringify(observations.map(({ inquiryId }) => inquiryId))],
    );
    const times = new Map(known.map(({ id, updatedAt }) => [id, updatedAt.getTime()]));
    return observations.filter(({ inquiryId, updatedAt }) => (times.get(inquiryId) ?? -Infinity) < updatedAt);
  }

  /** Notes a page with the place that the next one goes on from: both, or neither. */
  const noted = (
    round: TakenRound,
    holder: string,
    { resources, hasNext }: NonNullable<ReturnType<typeof readWholePage>>,
    readAt: number,
  ) =>
    db.transaction(async (transaction) => {
      const observations = resources.flatMap((resource) => observeInquiry(resource, "read", readAt).value ?? []);
      const missed = round.isBackfill ? [] : await missedOf(observations, transaction);
      const known = await inquiryStates.noteMany(observations, transaction);
      await links.noteInquiryStates(known, transaction);
      await links.noteUse({ ends: endsOf(observations, known), opened: [] }, transaction);
      const last = resources.at(-1);
      const isMine = await rounds.read(
        round,
        holder,
        {
          last: last?.id === undefined ? null : { id: last.id, createdAt: observations.at(-1)?.createdAt ?? null },
          hasNext,
          inquiries: resources.length,
          missed: missed.length,
          nextPageAt: clock.now() + pauseOf(round),
        },
        transaction,
      );
      if (!isMine) throw new Error("Another instance has the page by now");
      const changes = missed.map((one) => ({
        type: "inquiry",
        id: one.inquiryId,
        related: one.accountId === null ? [] : [{ type: "account", id: one.accountId }],
        ...stateOf(one),
      }));
      if (changes.length > 0) {
        await pushes.publishMany(
          changes.map((change) => ({ change })),
          transaction,
        );
      }
      return { missed: missed.length, isOver: last === undefined || !hasNext };
    });

  const pauseOf = ({ isBackfill, pagesBefore }: TakenRound) =>
    isBackfill ? 0 : Math.min(longestPauseMs, Math.floor(sweepMs / 2 / Math.max(pagesBefore, 1)));

  async function readPage(round: TakenRound, holder: string): Promise<void> {
    const readAt = clock.now();
    let answer: PersonaAnswer;
    try {
      answer = await caller.call({
        operation: "listAllInquiries",
        asker: "inquiry index",
        path: "/inquiries",
        query: listQuery(round.after),
        priority: "sweep",
        fresh: true,
        notesItself: true,
        signal: stopping.signal,
      });
    } catch (error) {
      if (stopping.signal.aborted) return rounds.release(round, holder);
      log.warn({ error: errorKind(error) }, "the index could not read a page");
      return rounds.failed(round, holder, clock.now() + retryMs, false);
    }
    const page = answer.status === 200 ? readWholePage(jsonOf(answer)) : undefined;
    if (page === undefined) {
      log.warn({ status: answer.status }, "the index could not read a page");
      // Persona does not know the inquiry any more that the page was to follow
      const isLost = round.after !== null && (answer.status === 400 || answer.status === 404);
      return rounds.failed(round, holder, clock.now() + retryMs, isLost);
    }
    const { missed, isOver } = await noted(round, holder, page, readAt);
    meter.page(round.isBackfill ? "backfill" : "sweep");
    if (missed > 0) meter.missed(missed);
    if (isOver) log.info({ round: round.number, backfill: round.isBackfill }, "the index has gone through all inquiries");
  }

  /** Reads the pages that are due. @returns how many it took on */
  async function run(): Promise<number> {
    for (let pages = 0; ; pages += 1) {
      const holder = randomUUID();
      const round = stopping.signal.aborted ? undefined : await rounds.take(holder);
      if (round === undefined) return pages;
      await withLease({ clock, leaseMs: roundLeaseMs, renew: () => rounds.renew(round, holder) }, () => readPage(round, holder));
    }
  }

  let working: Promise<unknown> = Promise.resolve();
  function start(): void {
    // not all instances at the same moment
    clock.later(lookEveryMs * (0.75 + Math.random() / 2), () => {
      if (stopping.signal.aborted) return;
      working = run().catch((error: unknown) => {
        // who watches the database says that it is away, once
        if (!isUnavailable(error)) log.warn({ error: errorKind(error) }, "the index has to wait");
      });
      void working.then(start);
    });
  }

  return {
    run,
    /** Looks every five seconds or so. */
    start,
    /** Resolves when the page under way is noted or given back; none follows. */
    async stop(): Promise<void> {
      stopping.abort();
      await working;
    },
  };
}
