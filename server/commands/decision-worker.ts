import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { systemActor } from "../audit/audit-actor";
import { type Clock, wait } from "../persona/clock";
import { matchOperation } from "../persona/match-operation";
import type { PersonaWrites } from "../persona/writes";
import { DeskError } from "../http/desk-error";
import { decisionOperations, type DecisionRow } from "./decision-row";
import type { DecisionStore } from "./decision-store";
import { createRounds } from "./rounds";

type DecisionWorkerDeps = {
  readonly store: DecisionStore;
  readonly run: (row: DecisionRow, holder: string) => Promise<void>;
  readonly writes: Pick<PersonaWrites, "perform">;
  readonly clock: Clock;
  readonly log: Logger;
};

/** A decision that stays paused for longer is taken back. */
export const longestPauseMs = 10 * 60_000;
/** While the outcome of a decision is unknown, nobody else may decide for so long. */
const unknownMs = 10 * 60_000;

/** Carries out what is due, on whichever instance: one's own when its hold is over, and what stopped instances left behind. */
export function createDecisionWorker({ store, run, writes, clock, log }: DecisionWorkerDeps) {
  const rounds = createRounds({ work: () => takeOn().then(tidy), clock, log, name: "decisions" });
  // on their own: they may have to wait for the budget, and hold nothing else up
  const tagRounds = createRounds({ work: tagDue, clock, log, name: "tags of decisions" });

  /** Takes on what is due. Rounds do not wait for it: a slow answer of Persona's delays no other decision. */
  async function takeOn(): Promise<void> {
    const { holder, rows } = await store.takeDue();
    void rounds.track(Promise.all(rows.map((row) => run(row, holder))));
  }

  async function tidy(): Promise<void> {
    for (const row of await store.waitingTooLong(longestPauseMs, unknownMs)) {
      if (row.state === "unknown") await store.move(row.id, { states: ["unknown"] }, { isOpen: false });
      else await takeBack(row, clock.now() - longestPauseMs);
    }
  }

  async function tagDue(): Promise<void> {
    for (const row of await store.takeTagsDue()) {
      await tag(row).catch((error: unknown) => {
        log.warn({ decision: row.id, error: errorKind(error) }, "an inquiry was not tagged");
        // what can't be repeated any more won't be; everything else is tried again
        if (error instanceof DeskError && error.status === 409) return store.tagged(row.id);
      });
    }
  }

  /** Unless its clock runs again by now. @param pausedUntil ms: it has been stopped since then at the latest */
  const takeBack = (row: DecisionRow, pausedUntil: number) =>
    store.move(
      row.id,
      { states: ["held"], pause: { until: pausedUntil } },
      { state: "taken-back", isOpen: false, why: "It was paused for 10 minutes." },
      {
        action: "take-back-decision",
        outcome: "done",
        actor: systemActor,
        reason: "It was paused for 10 minutes",
        comment: row.comment,
        details: { operation: decisionOperations[row.action].id },
      },
    );

  /** Gives the inquiry the tags of its reasons. What Persona refuses is audited and not tried again. */
  async function tag(row: DecisionRow): Promise<void> {
    for (const name of row.tagsDue) {
      const match = matchOperation("POST", `/api/v1/inquiries/${row.inquiryId}/add-tag`);
      if (match === undefined) throw new Error("No operation that adds a tag");
      await writes.perform({
        match,
        query: "",
        body: JSON.stringify({ meta: { tagName: name } }),
        actor: row.by,
        key: `decision/${row.id}/tag/${name}`,
        comment: null,
        details: { decision: row.id },
        requestId: row.requestId,
      });
    }
    await store.tagged(row.id);
  }

  return {
    wake: (ms: number) => rounds.wake(ms),
    takeBack,
    async round(): Promise<void> {
      await Promise.all([rounds.round(), tagRounds.round()]);
    },
    start(): void {
      rounds.start();
      tagRounds.start();
    },
    async idle(): Promise<void> {
      await Promise.all([rounds.idle(), tagRounds.idle()]);
    },
    async stop(): Promise<void> {
      await Promise.all([rounds.stop(), tagRounds.stop()]);
    },
    /** Carries out one that this holder has taken, and waits for it, but not longer than `longestMs`. */
    async now(row: DecisionRow, holder: string, longestMs: number): Promise<void> {
      await Promise.race([rounds.track(run(row, holder)), wait(clock, longestMs)]);
    },
  };
}
