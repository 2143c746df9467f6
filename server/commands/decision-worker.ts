import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { systemActor } from "../audit/audit-actor";
import { isUnavailable } from "../db/unavailable";
import { type Clock, wait } from "../persona/clock";
import { matchOperation } from "../persona/match-operation";
import type { PersonaWrites } from "../persona/writes";
import { decisionOperations, type DecisionRow } from "./decision-row";
import type { DecisionStore } from "./decision-store";

interface DecisionWorkerDeps {
  readonly store: DecisionStore;
  readonly run: (row: DecisionRow, holder: string) => Promise<void>;
  readonly writes: Pick<PersonaWrites, "perform">;
  readonly clock: Clock;
  readonly log: Logger;
}

const everyMs = 1_000;
/** A paused decision that nobody comes back to is taken back. */
const longestPauseMs = 10 * 60_000;
/** So long nobody else may decide while it is not known what became of a decision. */
const unknownMs = 10 * 60_000;

/** Carries out what is due, on whichever instance: one's own when its hold is over, and what stopped instances left behind. */
export function createDecisionWorker({ store, run, writes, clock, log }: DecisionWorkerDeps) {
  const underWay = new Set<Promise<unknown>>();
  const tracked = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };

  /** @param id only this one */
  async function carryOutDue(id?: string): Promise<void> {
    const { holder, rows } = await store.takeDue(id);
    await Promise.all(rows.map((row) => run(row, holder)));
  }

  async function tidy(): Promise<void> {
    for (const row of await store.waitingTooLong(longestPauseMs, unknownMs)) {
      if (row.state === "unknown") await store.move(row.id, { states: ["unknown"] }, { isOpen: false });
      else {
        const entry = {
          action: "take-back-decision",
          outcome: "done",
          actor: systemActor,
          reason: "It was paused for 10 minutes",
          comment: row.comment,
        } as const;
        const details = { operation: decisionOperations[row.action].id };
        await store.move(
          row.id,
          { states: ["held"] },
          { state: "taken-back", isOpen: false, why: "It was paused for 10 minutes." },
          { ...entry, details },
        );
      }
    }
    for (const row of await store.takeTagsDue()) await tag(row);
  }

  /** Gives the inquiry the tags of its reasons. What Persona refuses stands in the audit log, and is not tried again. */
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

  const round = () =>
    tracked(
      carryOutDue()
        .then(tidy)
        .catch((error: unknown) => {
          // who watches the database says that it is away, once
          if (!isUnavailable(error)) log.warn({ error: errorKind(error) }, "decisions have to wait");
        }),
    );

  let stopped = false;
  const repeat = () =>
    void clock.later(everyMs * (0.75 + Math.random() / 2), () => {
      if (!stopped) void round().then(repeat);
    });

  /** Resolves when nothing is under way on this instance. */
  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return {
    /** Carries out what is due now. */
    round,
    /** Looks when a hold is over. @param ms until then */
    wake(ms: number): void {
      clock.later(ms, () => {
        if (!stopped) void round();
      });
    },
    /** Carries one out at once, and waits for it, but not longer than `longestMs`. */
    async now(id: string, longestMs: number): Promise<void> {
      // it goes on by itself, or is taken on in the next round
      const work = carryOutDue(id).catch((error: unknown) => log.warn({ decision: id, error: errorKind(error) }, "a decision has to wait"));
      await Promise.race([tracked(work), wait(clock, longestMs)]);
    },
    start: repeat,
    idle,
    /** Takes on nothing more, and waits for what is under way. */
    stop(): Promise<void> {
      stopped = true;
      return idle();
    },
  };
}
