import type { AuditLog } from "../audit/audit-log";
import type { Database, Queryable } from "../db/database";
import type { IssuedLinks } from "../links/issued-links";
import type { Push, Pushes } from "../push/push";
import { type InquiryObservation, readInquiryObservation } from "./inquiry-observation";
import type { InquiryStates } from "./inquiry-states";
import { operationOf } from "./match-operation";
import { jsonOf, type PersonaAnswer } from "./persona-answer";
import { entryIntent, isSettled } from "./write-entries";
import type { WriteLedger } from "./write-ledger";
import { changesIn, createdIn, inquiryStatusIn, issuedIn } from "./write-outcome";
import type { WriteOutcome, WriteRow } from "./write-row";
import { verdictOf } from "./write-verdict";

export type WriteRecordDeps = {
  readonly db: Database;
  readonly ledger: WriteLedger;
  readonly audit: Pick<AuditLog, "append" | "idOf">;
  readonly pushes: Pushes;
  readonly links: Pick<IssuedLinks, "record" | "noteInquiryStates">;
  readonly inquiryStates: Pick<InquiryStates, "note" | "referenceIdOf">;
  readonly now: () => number;
  /**
   * Called in the transaction that settles a write, so that what depends on it is committed or rolled back with it.
   * @returns what open screens are told
   */
  readonly onSettled?: (settled: SettledWrite, transaction: Queryable) => Promise<readonly Push[]>;
};

export type SettledWrite = {
  /** `intentOf` who meant it. */
  readonly intent: string;
  readonly outcome: WriteOutcome;
  /** The inquiry's; null where it is not known. */
  readonly statusAfter: string | null;
  /** Why it is not done, without values. */
  readonly why: string | null;
};

type Ending = {
  readonly row: WriteRow;
  /** Finished by another instance than the one that began it, or found out later. */
  readonly recovered: boolean;
};

/** What is to be written down. */
type News = {
  readonly outcome: WriteOutcome;
  readonly givenUp?: boolean;
  readonly details: Readonly<Record<string, string | number>>;
  readonly why?: string | undefined;
  readonly answer?: PersonaAnswer;
  readonly statusAfter?: string | null;
};

export type WriteRecord = ReturnType<typeof createWriteRecord>;

/**
 * Writes down how a write ended, with all that follows from it; when the transaction fails, nothing. What differs from what the log says
 * already gets an entry of its own, and open screens are told.
 */
export function createWriteRecord({ db, ledger, audit, pushes, links, inquiryStates, now, onSettled }: WriteRecordDeps) {
  /** The state and the links that a good answer holds. */
  async function takeIn(row: WriteRow, body: unknown, transaction: Queryable): Promise<void> {
    const observation: InquiryObservation | undefined = readInquiryObservation(dataOf(body), "write", now());
    if (observation !== undefined) {
      await inquiryStates.note(observation, transaction);
      await links.noteInquiryStates([observation], transaction);
    }
    for (const issued of issuedIn(body, row, now())) await links.record({ ...issued, issuedBy: row.actor }, transaction);
    for (const change of changesIn(body)) await pushes.publish({ change }, transaction);
  }

  function settle({ row, recovered }: Ending, news: (before: WriteOutcome | null) => News): Promise<WriteOutcome> {
    return db.transaction(async (transaction) => {
      const open = await ledger.open(row.id, transaction);
      const { outcome, givenUp = false, details, why, answer, statusAfter = null } = news(open?.outcome ?? null);
      if (open === undefined || isSettled(open, outcome)) return open?.outcome ?? outcome;
      // that the outcome can't be found out is pushed as well: nothing more will come
      const isNews = outcome !== open.outcome || givenUp;
      const entries = open.entries + (isNews ? 1 : 0);
      const takenIn = outcome === "done" && answer !== undefined;
      await ledger.settle(row.id, { outcome, httpStatus: answer?.status ?? null, takenIn, givenUp }, entries, transaction);
      const told = await onSettled?.({ intent: row.intent, outcome, statusAfter, why: why ?? null }, transaction);
      const body = answer && jsonOf(answer);
      if (takenIn) await takeIn(row, body, transaction);
      for (const push of told ?? []) await pushes.publish(push, transaction);
      if (!isNews) return outcome;
      const subject = row.subject ?? (answer ? createdIn(answer, body) : null);
      if (open.outcome !== null) await pushes.publish({ change: learnt(row, outcome) }, transaction);
      const corrects = open.entries === 0 ? undefined : await audit.idOf(entryIntent(row.id, open.entries), transaction);
      await audit.append(
        {
          action: operationOf(row.operation).id,
          outcome,
          actor: row.actor,
          subject,
          statusBefore: row.statusBefore,
          statusAfter: outcome === "done" ? statusAfter : null,
          reason: outcome === "refused" ? (why ?? null) : null,
          comment: row.reason,
          referenceId: await inquiryStates.referenceIdOf(subject, transaction),
          requestId: row.requestId,
          personaRequestId: answer?.headers["request-id"] ?? null,
          details: {
            ...row.details,
            ...details,
            ...(why !== undefined && { answer: why }),
            ...(recovered && { recovered: true }),
            ...(corrects !== undefined && { corrects }),
          },
          intent: entryIntent(row.id, entries),
        },
        transaction,
      );
      return outcome;
    });
  }

  return {
    /**
     * Persona answered.
     * @param repeated it was, or may have been, sent more than once
     * @returns what is known of it now
     */
    answered(ending: Ending, answer: PersonaAnswer, repeated: boolean): Promise<WriteOutcome> {
      const { outcome, why } = verdictOf(ending.row.operation, answer, repeated);
      const statusAfter = inquiryStatusIn(jsonOf(answer));
      return settle(ending, () => ({ outcome, details: { httpStatus: answer.status }, why, answer, statusAfter }));
    },

    /**
     * No answer came.
     * @param sent whether Persona may have acted on it this time
     * @param why without values
     * @param givenUp nobody looks into it any more
     */
    unanswered(ending: Ending, sent: "no" | "unknown", why: string, givenUp = false): Promise<WriteOutcome> {
      const details = { ...(givenUp && { found: "Nobody can tell any more whether it happened" }) };
      // nothing was sent this time, so what is known stays
      return settle(ending, (before) => ({ outcome: sent === "unknown" ? "unknown" : (before ?? "failed"), details, why, givenUp }));
    },

    /** It was found out without an answer. @param found how, in words */
    found(ending: Ending, outcome: "done" | "failed", found: string, statusAfter: string | null): Promise<WriteOutcome> {
      return settle(ending, () => ({ outcome, details: { found }, statusAfter }));
    },

    /** Persona gave the good answer of a write again that was known to be done without it. */
    async takenIn(row: WriteRow, answer: PersonaAnswer): Promise<void> {
      if (verdictOf(row.operation, answer, false).outcome !== "done") return;
      await db.transaction(async (transaction) => {
        if (await ledger.takeIn(row.id, transaction)) await takeIn(row, jsonOf(answer), transaction);
      });
    },
  };
}

/** What open screens are told of a write whose outcome was told otherwise, or as unknown, before. */
const learnt = ({ id, requestId, subject }: WriteRow, outcome: WriteOutcome) => ({
  type: "write",
  id: requestId ?? id,
  name: outcome,
  related: subject === null ? [] : [subject],
});

const dataOf = (body: unknown): unknown => (typeof body === "object" && body !== null && "data" in body ? body.data : undefined);
