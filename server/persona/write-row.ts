import type { AuditActor, AuditInput } from "../audit/audit-entry";
import { msOf } from "../db/sql-time";
import type { OperationId } from "./match-operation";

/** A write on its way to Persona. */
export type WriteRow = {
  readonly id: string;
  /** Hash of the person and their Idempotency-Key: one intent is one write. */
  readonly intent: string;
  readonly actor: AuditActor;
  readonly operation: OperationId;
  readonly path: string;
  readonly query: string;
  /** Null where there is none, where it is personal, and once it is settled. */
  readonly body: string | null;
  /** Of method, address and body. */
  readonly fingerprint: string;
  /** As Persona gets it. */
  readonly idempotencyKey: string;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly statusBefore: string | null;
  /** What the person wrote. */
  readonly reason: string | null;
  /** For the audit log, by name and never by value. */
  readonly details: Readonly<Record<string, string>> | null;
  readonly requestId: string | null;
  /** ms */
  readonly createdAt: number;
};

export type WriteOutcome = AuditInput["outcome"];

/**
 * `intended`: written down, and certainly not sent by whoever holds it. `sending`: about to be sent, under way, or left behind by an instance
 * that stopped. `unknown`: it may have taken effect, and is looked into from time to time. `answered`: nothing more is done about it by itself.
 */
export type WriteState = "intended" | "sending" | "unknown" | "answered";

export type KnownWrite = {
  readonly row: WriteRow;
  readonly state: WriteState;
  /** The outcome in its latest audit entry; null before its first entry. */
  readonly outcome: WriteOutcome | null;
  /** Whether what a good answer holds is written down. */
  readonly takenIn: boolean;
};

/** A write as the database has it. */
export type StoredWrite = Omit<WriteRow, "subject"> &
  Omit<KnownWrite, "row"> & {
    readonly subjectType: string | null;
    readonly subjectId: string | null;
  };

/** Of the table `w`. */
export const writeColumns = `w.id::text, w.intent, w.actor, w.operation, w.path, w.query, w.body, w.fingerprint,
  w.idempotency_key as "idempotencyKey", w.subject_type as "subjectType", w.subject_id as "subjectId", w.status_before as "statusBefore",
  w.reason, w.details, w.request_id as "requestId", ${msOf("w.created_at")} as "createdAt", w.state, w.outcome, w.taken_in as "takenIn"`;

/** A stored write, taken apart. */
export function knownWrite({ subjectType, subjectId, state, outcome, takenIn, ...row }: StoredWrite): KnownWrite {
  const subject = subjectType === null || subjectId === null ? null : { type: subjectType, id: subjectId };
  return { row: { ...row, subject }, state, outcome, takenIn };
}
