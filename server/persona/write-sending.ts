import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { CallFailure } from "./call-failure";
import type { PersonaCaller } from "./caller";
import { type Clock, wait } from "./clock";
import { heedsKey } from "./match-operation";
import type { PersonaAnswer } from "./persona-answer";
import type { WriteLedger, WriteRow } from "./write-ledger";
import type { WriteRecord } from "./write-record";

interface WriteSendingDeps {
  readonly caller: Pick<PersonaCaller, "call">;
  readonly ledger: WriteLedger;
  readonly record: WriteRecord;
  readonly clock: Clock;
  readonly log: Logger;
  readonly leaseMs: number;
}

const pausesMs: readonly number[] = [250, 1_000];

export type WriteSending = ReturnType<typeof createWriteSending>;

/** Sends what stands in the ledger. */
export function createWriteSending({ caller, ledger, record, clock, log, leaseMs }: WriteSendingDeps) {
  const call = (row: WriteRow): Promise<PersonaAnswer> =>
    caller.call({
      operation: row.operation,
      asker: row.actor.id,
      path: row.path,
      query: row.query,
      ...(row.body !== null && { body: row.body }),
      ...(heedsKey(row.operation) && { idempotencyKey: row.idempotencyKey }),
    });

  /** Sends, and after a broken connection again under the same key. */
  async function attempt(row: WriteRow): Promise<{ answer: PersonaAnswer; tries: number }> {
    let worst: CallFailure | undefined;
    for (let tries = 1; ; tries += 1) {
      try {
        return { answer: await call(row), tries };
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error;
        // One attempt that may have arrived makes the whole uncertain.
        worst = worst?.sent === "unknown" ? worst : error;
        const pause = pausesMs[tries - 1];
        const again = error.kind === "unconnected" || (error.kind === "lost" && heedsKey(row.operation));
        if (pause === undefined || !again) throw worst;
        await wait(clock, pause);
      }
    }
  }

  /** Holds a row's lease while `work` is under way. */
  async function leased<T>(row: WriteRow, work: () => Promise<T>): Promise<T> {
    let cancel = () => {};
    const beat = () => {
      cancel = clock.later(leaseMs / 3, () => {
        ledger.renew(row.id).catch(() => log.warn({ write: row.id }, "a lease was not renewed"));
        beat();
      });
    };
    beat();
    try {
      return await work();
    } finally {
      cancel();
    }
  }

  /** What Persona answered holds even when it can't be written down now: the row stays as it is, and recovery writes it down. */
  const written = (row: WriteRow, work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => log.error({ write: row.id, error: errorKind(error) }, "a write was not settled"));

  return {
    leased,
    /** Sends once more what Persona has answered before. */
    call,
    /**
     * Sends a row and writes down how it ended.
     * @param repeated it may have been sent before
     * @throws CallFailure when no answer came
     */
    send: (row: WriteRow, repeated: boolean): Promise<PersonaAnswer> =>
      leased(row, async () => {
        const ending = { row, recovered: false };
        try {
          const { answer, tries } = await attempt(row);
          await written(row, record.answered(ending, answer, repeated || tries > 1));
          return answer;
        } catch (error) {
          if (error instanceof CallFailure) await written(row, record.unanswered(ending, error.sent, error.message));
          throw error;
        }
      }),
  };
}
