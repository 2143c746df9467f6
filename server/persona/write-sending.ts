import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { isUnavailable } from "../db/unavailable";
import { DeskError } from "../http/desk-error";
import { CallFailure } from "./call-failure";
import type { PersonaCaller } from "./caller";
import { type Clock, wait } from "./clock";
import { heedsKey } from "./match-operation";
import { mayBeSent, notSent } from "./not-sent";
import type { PersonaAnswer } from "./persona-answer";
import type { Priority } from "./priorities";
import type { MayLeave, WriteLedger } from "./write-ledger";
import type { WriteRecord } from "./write-record";
import { withLease } from "./with-lease";
import type { WriteRow } from "./write-row";

type WriteSendingDeps = {
  readonly caller: Pick<PersonaCaller, "call">;
  readonly ledger: WriteLedger;
  readonly record: WriteRecord;
  readonly clock: Clock;
  readonly log: Logger;
  readonly leaseMs: number;
};

/** Another instance holds the lease of the write by now, so it was not sent from here. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** The command behind the write was taken back before it left, so it was not sent. */
export class Withdrawn extends Error {
  override readonly name = "Withdrawn";
}

type CallOptions = {
  readonly priority?: Priority;
  readonly beforeSending?: () => Promise<void>;
};

type SendOptions = {
  /** It may have been sent before. */
  readonly repeated: boolean;
  readonly mayLeave: MayLeave | undefined;
};

const isElsewhere = (error: unknown) => error instanceof LeaseLost || error instanceof Withdrawn;

const pausesMs: readonly number[] = [250, 1_000];

export type WriteSending = ReturnType<typeof createWriteSending>;

/** Sends the writes of the ledger. */
export function createWriteSending({ caller, ledger, record, clock, log, leaseMs }: WriteSendingDeps) {
  const call = (row: WriteRow, options: CallOptions = {}): Promise<PersonaAnswer> =>
    caller.call({
      operation: row.operation,
      asker: row.actor.id,
      path: row.path,
      query: row.query,
      ...(row.body !== null && { body: row.body }),
      ...(heedsKey(row.operation) && { idempotencyKey: row.idempotencyKey }),
      ...options,
    });

  /** Sends, and after a broken connection again under the same key. */
  async function attempt(row: WriteRow, beforeSending: () => Promise<void>): Promise<{ answer: PersonaAnswer; tries: number }> {
    let worst: CallFailure | undefined;
    for (let tries = 1; ; tries += 1) {
      try {
        return { answer: await call(row, { beforeSending }), tries };
      } catch (error) {
        // One attempt that may have arrived makes the whole uncertain.
        if (!(error instanceof CallFailure)) throw worst?.sent === "unknown" ? worst : error;
        worst = worst?.sent === "unknown" ? worst : error;
        const pause = pausesMs[tries - 1];
        const again = error.kind === "unconnected" || (error.kind === "lost" && heedsKey(row.operation));
        if (pause === undefined || !again) throw worst;
        await wait(clock, pause);
      }
    }
  }

  /** Holds a row's lease while `work` is under way. */
  const leased = <T>(row: WriteRow, holder: string, work: () => Promise<T>): Promise<T> => {
    const onLapse = () => log.warn({ write: row.id }, "a lease was not renewed");
    return withLease({ clock, leaseMs, renew: () => ledger.renew(row.id, holder), onLapse }, work);
  };

  /**
   * What Persona answered holds even when it can't be written down now: the row stays as it is, and recovery writes it down.
   * @returns whether it was
   */
  async function written(row: WriteRow, work: Promise<unknown>): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      log.error({ write: row.id, error: errorKind(error) }, "a write was not settled");
      return false;
    }
  }

  /** Notes that it leaves. An instance that was frozen for longer than its lease doesn't send: another one may have sent it already. */
  async function leave(row: WriteRow, holder: string, mayLeave: MayLeave | undefined): Promise<void> {
    const askedAt = clock.now();
    await takeLeave(row, holder, mayLeave);
    if (clock.now() - askedAt >= leaseMs) throw new LeaseLost();
  }

  async function takeLeave(row: WriteRow, holder: string, mayLeave: MayLeave | undefined): Promise<void> {
    if (mayLeave === undefined) {
      if (!(await ledger.leave(row.id, holder))) throw new LeaseLost();
      return;
    }
    const how = await ledger.leaveIf(row.id, holder, mayLeave);
    if (how === "lost") throw new LeaseLost();
    if (how === "withdrawn") throw new Withdrawn();
  }

  async function send(row: WriteRow, holder: string, { repeated, mayLeave }: SendOptions): Promise<PersonaAnswer> {
    const ending = { row, recovered: false };
    /** From the moment on that others take it for sent. */
    let hasLeft = repeated;
    const beforeSending = async () => {
      try {
        await leave(row, holder, mayLeave);
      } catch (error) {
        if (isElsewhere(error)) throw error;
        // unless the database refused it, it may be taken for sent, and others may send it
        hasLeft ||= !isUnavailable(error) || error.trouble === "does-not-answer";
        throw error;
      }
      hasLeft = true;
    };
    try {
      const { answer, tries } = await attempt(row, beforeSending);
      await written(row, record.answered(ending, answer, repeated || tries > 1));
      return answer;
    } catch (error) {
      if (isElsewhere(error)) throw error;
      if (error instanceof CallFailure) {
        // that this attempt did not leave says nothing about an earlier one
        const isWritten = await written(row, record.unanswered(ending, repeated ? "unknown" : error.sent, error.message));
        // what stands there as being sent is sent, sooner or later
        if (!isWritten && error.sent === "no" && hasLeft) throw mayBeSent(error);
        throw error;
      }
      if (error instanceof DeskError) throw error;
      log.error({ write: row.id, error: errorKind(error) }, "a write could not be sent");
      throw hasLeft ? mayBeSent(error) : notSent(error);
    }
  }

  return {
    leased,
    written,
    /** Sends once more what Persona has answered before, or may have. */
    call,
    /**
     * Sends a row that is held, and writes down how it ended.
     * @throws CallFailure when no answer came; LeaseLost when it is held no more; Withdrawn when it may not leave; DeskError 503 when the
     * database is in the way
     */
    send: (row: WriteRow, holder: string, options: SendOptions): Promise<PersonaAnswer> =>
      leased(row, holder, () => send(row, holder, options)),
  };
}
