import { createHash, randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import type { AuditActor } from "../audit/audit-entry";
import type { AuditLog } from "../audit/audit-log";
import type { KeyedHash } from "../db/keyed-hash";
import { requireAudit } from "../audit/require-audit";
import { conflict, DeskError } from "../http/desk-error";
import { CallFailure } from "./call-failure";
import type { PersonaCaller } from "./caller";
import { type Clock, systemClock, wait } from "./clock";
import type { InquiryStates } from "./inquiry-states";
import { heedsKey, type Match } from "./match-operation";
import { mayBeSent, notSent } from "./not-sent";
import type { PersonaAnswer } from "./persona-answer";
import { createRecovery } from "./recovery";
import { createWriteLedger, type MayLeave } from "./write-ledger";
import { subjectOf } from "./write-outcome";
import { createWriteRecord, type WriteRecordDeps } from "./write-record";
import { createWriteResolution, keyLifeMs } from "./write-resolution";
import type { KnownWrite, WriteRow } from "./write-row";
import { createWriteSending, LeaseLost } from "./write-sending";

const sha256 = (...parts: readonly string[]) => createHash("sha256").update(parts.join("\n"), "utf8").digest("hex");

/** A write that somebody means. */
export type WriteIntent = {
  readonly match: Match;
  readonly query: string;
  readonly body: string | undefined;
  /** The body holds what is personal: it is written down nowhere, and known again by this hash alone. Only who meant it can send it again. */
  readonly bodyHash?: KeyedHash;
  readonly actor: AuditActor;
  /** As the caller named it: the same key of the same actor is the same intent. */
  readonly key: string;
  /** For the audit log. */
  readonly comment: string | null;
  /** The same, by name and never by value. */
  readonly details?: Readonly<Record<string, string>> | null;
  /** The inquiry's status now, where the caller has just read it; else what the desk has heard last. */
  readonly statusBefore?: string;
  /** The last word on whether it is sent: false takes it back. Locks what it reads, so that it stays true while it is written down. */
  readonly mayLeave?: MayLeave;
  readonly requestId: string | null;
};

/**
 * What stands for an intent in the ledger.
 * @param key as the caller named it: the same key of the same actor is the same intent
 */
export const intentOf = (actor: AuditActor, key: string): string => sha256("intent", actor.type, actor.id, key);

export type PersonaWrites = {
  /**
   * Sends a write so that it happens once, also when this process dies in the middle and when it is asked for again.
   * @returns Persona's answer, be it a refusal
   * @throws CallFailure when none came; DeskError 400 when the key was used for something else, 409 when it can't be repeated, 503 when
   * it was not sent, since the audit log or the database is in the way; Withdrawn when `mayLeave` says no
   */
  perform(intent: WriteIntent): Promise<PersonaAnswer>;
  /** Whether a write may have left for Persona, and is not known to have come to nothing. */
  mayBeSent(actor: AuditActor, key: string): Promise<boolean>;
  /** Finishes what stopped instances left behind, and finds out what became of writes without an answer. @returns how many it took on */
  recover(): Promise<number>;
  /** Recovers again and again. */
  start(): void;
  /** Stops recovering and waits for what is being sent. */
  stop(): Promise<void>;
};

export type PersonaWritesDeps = Omit<WriteRecordDeps, "ledger" | "now"> & {
  readonly caller: Pick<PersonaCaller, "call">;
  readonly audit: Pick<AuditLog, "append" | "idOf" | "canAppend">;
  readonly inquiryStates: Pick<InquiryStates, "note" | "get" | "referenceIdOf">;
  readonly log: Logger;
  readonly clock?: Clock;
};

const leaseMs = 5_000;
const pollMs = 200;
/** Longer than any call may wait and take. */
const longestPollMs = 120_000;

/** Writes to Persona, each exactly once: written down before it is sent, and settled together with all that follows from it. */
export function createPersonaWrites(deps: PersonaWritesDeps): PersonaWrites {
  const { db, caller, audit, inquiryStates, log, clock = systemClock } = deps;
  const now = () => clock.now();
  const ledger = createWriteLedger({ db, now, leaseMs });
  const record = createWriteRecord({ ...deps, ledger, now });
  const sending = createWriteSending({ caller, ledger, record, clock, log, leaseMs });
  const resolve = createWriteResolution({ caller, record, sending, clock });
  const recovery = createRecovery({ ledger, record, sending, audit, resolve, clock, log });
  const underWay = new Set<Promise<unknown>>();

  async function rowOf({
    match,
    query,
    body,
    bodyHash = (text) => text,
    actor,
    key,
    comment,
    details = null,
    statusBefore,
    requestId,
  }: WriteIntent): Promise<WriteRow> {
    const { operation, path, params } = match;
    const subject = subjectOf(params);
    const [state] = await Promise.all([
      statusBefore === undefined && subject?.type === "inquiry" ? inquiryStates.get(subject.id) : undefined,
      requireAudit(audit, "Nothing was sent."),
    ]);
    return {
      id: randomUUID(),
      intent: intentOf(actor, key),
      actor,
      operation: operation.operation,
      path,
      query,
      body: body ?? null,
      fingerprint: sha256(operation.method, path, query, bodyHash(body ?? "")),
      // two people who name the same key mean two things
      idempotencyKey: sha256("key", actor.type, actor.id, key),
      subject,
      statusBefore: statusBefore ?? state?.status ?? null,
      reason: comment,
      details,
      requestId,
      createdAt: now(),
    };
  }

  /** Gives the answer once more to what was done. */
  async function again(known: KnownWrite, body: string | null): Promise<PersonaAnswer> {
    if (!heedsKey(known.row.operation)) throw conflict("This was done before, and Persona would do it again.");
    const row = { ...known.row, body };
    const answer = await sending.call(row);
    if (!known.takenIn) await sending.written(row, record.takenIn(row, answer));
    return answer;
  }

  /** @returns undefined while somebody else is at it */
  async function attempt(row: WriteRow, kept: WriteRow, mayLeave: MayLeave | undefined): Promise<PersonaAnswer | undefined> {
    const known = await ledger.begin(kept).catch(refuse(notSent));
    if (known === undefined) return sending.send(row, row.id, { repeated: false, mayLeave });
    if (known.row.fingerprint !== row.fingerprint) throw otherParameters();
    const isIdle = known.state === "answered" || known.state === "unknown";
    if (isIdle && now() - known.row.createdAt > keyLifeMs) throw conflict("This Idempotency-Key is too old.");
    if (known.outcome === "done") return again(known, row.body);
    const taken = await ledger.takeOver(known.row.id, kept).catch(refuse(mayBeSent));
    if (taken === undefined) return undefined;
    return sending.send({ ...taken.row, body: row.body }, row.id, { repeated: taken.state === "sending", mayLeave });
  }

  async function perform(intent: WriteIntent): Promise<PersonaAnswer> {
    const row = await rowOf(intent).catch(refuse(notSent));
    const kept = intent.bodyHash === undefined ? row : { ...row, body: null };
    const until = now() + longestPollMs;
    for (;;) {
      try {
        const answer = await attempt(row, kept, intent.mayLeave);
        if (answer !== undefined) return answer;
      } catch (error) {
        if (!(error instanceof LeaseLost)) throw error;
      }
      if (now() > until) throw new CallFailure("timeout");
      await wait(clock, pollMs);
    }
  }

  /** For what the database refuses. */
  const refuse =
    (answer: (error: unknown) => Error) =>
    (error: unknown): never => {
      log.error({ error: errorKind(error) }, "a write could not be written down");
      throw answer(error);
    };

  return {
    perform(intent) {
      const work = perform(intent);
      underWay.add(work);
      return work.finally(() => underWay.delete(work));
    },
    mayBeSent: (actor, key) => ledger.mayBeSent(intentOf(actor, key)),
    recover: () => recovery.recover(),
    start: () => recovery.start(),
    async stop() {
      await recovery.stop();
      await Promise.allSettled(underWay);
    },
  };
}

const otherParameters = () =>
  new DeskError(400, "Idempotency error", "This Idempotency-Key has been used with different parameters. Please use another key.");
