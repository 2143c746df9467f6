import { createHash, randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { AuditActor } from "../audit/audit-entry";
import { conflict, DeskError } from "../http/desk-error";
import { CallFailure } from "./call-failure";
import type { PersonaCaller } from "./caller";
import { type Clock, systemClock, wait } from "./clock";
import type { InquiryStates } from "./inquiry-states";
import { heedsKey, type Match } from "./match-operation";
import type { PersonaAnswer } from "./persona-answer";
import { createRecovery, keyLifeMs } from "./recovery";
import { createWriteLedger, type WriteRow } from "./write-ledger";
import { subjectOf } from "./write-outcome";
import { createWriteRecord, type WriteRecordDeps } from "./write-record";
import { createWriteSending } from "./write-sending";

/** A write that somebody means. */
export interface WriteIntent {
  readonly match: Match;
  readonly query: string;
  readonly body: string | undefined;
  readonly actor: AuditActor;
  /** As the caller named it: the same key of the same actor is the same intent. */
  readonly key: string;
  /** For the audit log. */
  readonly comment: string | null;
  readonly requestId: string | null;
}

export interface PersonaWrites {
  /**
   * Sends a write so that it happens once, also when this process dies in the middle and when it is asked for again.
   * @returns Persona's answer, be it a refusal
   * @throws CallFailure when none came; DeskError 400 when the key was used for something else, 409 when it can't be repeated
   */
  perform(intent: WriteIntent): Promise<PersonaAnswer>;
  /** Finishes what stopped instances left behind. @returns how many it took on */
  recover(): Promise<number>;
  /** Recovers again and again. */
  start(): void;
  /** Stops recovering and waits for what is being sent. */
  stop(): Promise<void>;
}

export interface PersonaWritesDeps extends Omit<WriteRecordDeps, "ledger" | "now"> {
  readonly caller: Pick<PersonaCaller, "call">;
  readonly inquiryStates: Pick<InquiryStates, "note" | "get">;
  readonly log: Logger;
  readonly clock?: Clock;
}

const leaseMs = 5_000;
const pollMs = 200;
/** Longer than any call may wait and take. */
const longestPollMs = 120_000;

const sha256 = (...parts: readonly string[]) => createHash("sha256").update(parts.join("\n"), "utf8").digest("hex");

/** Writes to Persona, each exactly once: written down before it is sent, and settled together with all that follows from it. */
export function createPersonaWrites(deps: PersonaWritesDeps): PersonaWrites {
  const { db, caller, inquiryStates, log, clock = systemClock } = deps;
  const now = () => clock.now();
  const ledger = createWriteLedger({ db, now, instance: randomUUID(), leaseMs });
  const record = createWriteRecord({ ...deps, ledger, now });
  const sending = createWriteSending({ caller, ledger, record, clock, log, leaseMs });
  const recovery = createRecovery({ ledger, record, sending, clock, log });
  const underWay = new Set<Promise<unknown>>();

  async function rowOf({ match, query, body, actor, key, comment, requestId }: WriteIntent): Promise<WriteRow> {
    const { operation, path, params } = match;
    const subject = subjectOf(params);
    const state = subject?.type === "inquiry" ? await inquiryStates.get(subject.id) : undefined;
    return {
      id: randomUUID(),
      intent: sha256("intent", actor.type, actor.id, key),
      actor,
      operation: operation.operation,
      path,
      query,
      body: body ?? null,
      fingerprint: sha256(operation.method, path, query, body ?? ""),
      // two people who name the same key mean two things
      idempotencyKey: sha256("key", actor.type, actor.id, key),
      subject,
      statusBefore: state?.status ?? null,
      reason: comment,
      requestId,
      createdAt: now(),
    };
  }

  async function perform(intent: WriteIntent): Promise<PersonaAnswer> {
    const row = await rowOf(intent);
    const until = now() + longestPollMs;
    for (;;) {
      const known = await ledger.begin(row);
      if (known === undefined) return sending.send(row, false);
      if (known.row.fingerprint !== row.fingerprint) throw otherParameters();
      if (known.state !== "sending" && now() - known.row.createdAt > keyLifeMs) throw conflict("This Idempotency-Key is too old.");
      const same = { ...known.row, body: row.body, reason: row.reason };
      if (known.state === "answered") {
        if (!heedsKey(row.operation)) throw conflict("This was done before, and Persona would do it again.");
        // Persona gives its first answer again
        return sending.call(same);
      }
      if (await ledger.takeOver(known.row.id, row)) return sending.send(same, true);
      if (now() > until) throw new CallFailure("timeout");
      await wait(clock, pollMs);
    }
  }

  return {
    perform(intent) {
      const work = perform(intent);
      underWay.add(work);
      return work.finally(() => underWay.delete(work));
    },
    recover: recovery.recover,
    start: recovery.start,
    async stop() {
      await recovery.stop();
      await Promise.allSettled(underWay);
    },
  };
}

const otherParameters = () =>
  new DeskError(400, "Idempotency error", "This Idempotency-Key has been used with different parameters. Please use another key.");
