import type { AuditActor } from "../audit/audit-entry";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { OperationId } from "./match-operation";

/** A write on its way to Persona. */
export interface WriteRow {
  readonly id: string;
  /** Who means it under which key, hashed: the same intent is one write. */
  readonly intent: string;
  readonly actor: AuditActor;
  readonly operation: OperationId;
  readonly path: string;
  readonly query: string;
  /** Null where there is none, and once it is settled. */
  readonly body: string | null;
  /** Of method, address and body. */
  readonly fingerprint: string;
  /** As Persona gets it. */
  readonly idempotencyKey: string;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly statusBefore: string | null;
  /** What the person wrote. */
  readonly reason: string | null;
  readonly requestId: string | null;
  /** ms */
  readonly createdAt: number;
}

/**
 * `sending`: an instance is at it, or was until it stopped. `answered`: Persona answered and all that follows is written down. `unknown`: no
 * answer came; the same intent may try again.
 */
export type WriteState = "sending" | "answered" | "unknown";

export interface KnownWrite {
  readonly row: WriteRow;
  readonly state: WriteState;
}

interface StoredRow extends Omit<WriteRow, "actor" | "subject"> {
  readonly actor: AuditActor;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly state: WriteState;
}

const columns = `w.id::text, w.intent, w.actor, w.operation, w.path, w.query, w.body, w.fingerprint, w.idempotency_key as "idempotencyKey",
  w.subject_type as "subjectType", w.subject_id as "subjectId", w.status_before as "statusBefore", w.reason, w.request_id as "requestId",
  ${msOf("w.created_at")} as "createdAt", w.state`;

const rowOf = ({ subjectType, subjectId, state, ...rest }: StoredRow): KnownWrite => ({
  row: { ...rest, subject: subjectType === null || subjectId === null ? null : { type: subjectType, id: subjectId } },
  state,
});

/** How long a settled write is remembered, ms: longer than Persona remembers the key. */
const keptMs = 7 * 24 * 60 * 60_000;

export type WriteLedger = ReturnType<typeof createWriteLedger>;

/**
 * The writes in the database. Whoever holds a row's lease sends it; a lease that runs out says that its instance is gone.
 * @param instance names this process
 * @param leaseMs how long a lease lasts unless it is renewed
 */
export function createWriteLedger({
  db,
  now,
  instance,
  leaseMs,
}: {
  readonly db: Database;
  readonly now: () => number;
  readonly instance: string;
  readonly leaseMs: number;
}) {
  const lease = () => timestamp(now() + leaseMs);

  async function begin(row: WriteRow): Promise<KnownWrite | undefined> {
    const inserted = await db.query(
      `insert into persona_writes (id, intent, actor, operation, path, query, body, fingerprint, idempotency_key, subject_type, subject_id,
         status_before, reason, state, instance, lease_until, request_id, created_at)
       values ($1, $2, $3::text::json, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'sending', $14, $15::timestamptz, $16, $17::timestamptz)
       on conflict (intent) do nothing returning id`,
      [
        row.id,
        row.intent,
        JSON.stringify(row.actor),
        row.operation,
        row.path,
        row.query,
        row.body,
        row.fingerprint,
        row.idempotencyKey,
        row.subject?.type ?? null,
        row.subject?.id ?? null,
        row.statusBefore,
        row.reason,
        instance,
        lease(),
        row.requestId,
        timestamp(row.createdAt),
      ],
    );
    if (inserted.length > 0) return undefined;
    const [known] = await db.query<StoredRow>(`select ${columns} from persona_writes w where w.intent = $1`, [row.intent]);
    // settled rows are deleted a week later: one that vanished in between is new again
    return known === undefined ? begin(row) : rowOf(known);
  }

  return {
    /** Writes it down as being sent from here. @returns what was known of the intent before, undefined when it is new */
    begin,

    /** Makes a write one's own that nobody is sending: its lease ran out, or no answer came. False when somebody is. */
    async takeOver(id: string, { body, reason }: Pick<WriteRow, "body" | "reason">): Promise<boolean> {
      const taken = await db.query(
        `update persona_writes set state = 'sending', instance = $2, lease_until = $3::timestamptz, body = $4, reason = $5
         where id = $1 and (state = 'unknown' or (state = 'sending' and lease_until <= $6::timestamptz)) returning id`,
        [id, instance, lease(), body, reason, timestamp(now())],
      );
      return taken.length > 0;
    },

    /** Keeps it for another while. */
    async renew(id: string): Promise<void> {
      await db.query(
        "update persona_writes set lease_until = greatest(lease_until, $3::timestamptz) where id = $1 and instance = $2 and state = 'sending'",
        [id, instance, lease()],
      );
    },

    /**
     * Takes over what stopped instances left behind, oldest first. `overtaken` says that somebody acted on the same object since. A row
     * is kept the longer the older it is, so that one which fails again and again does not take up the budget.
     */
    async takeLapsed(limit: number): Promise<{ readonly row: WriteRow; readonly overtaken: boolean }[]> {
      const rows = await db.query<StoredRow & { overtaken: boolean }>(
        `update persona_writes w set instance = $1,
           lease_until = $2::timestamptz + greatest($3::float8, extract(epoch from $2::timestamptz - w.created_at) * 100) * interval '1 millisecond'
         where w.id in (
           select id from persona_writes where state = 'sending' and lease_until <= $2::timestamptz
           order by created_at limit $4::int for update skip locked
         )
         returning ${columns}, exists (
           select from persona_writes later
           where later.subject_id = w.subject_id and later.created_at > w.created_at and later.state = 'answered'
         ) as overtaken`,
        [instance, timestamp(now()), leaseMs, limit],
      );
      return rows.map((row) => ({ row: rowOf(row).row, overtaken: row.overtaken }));
    },

    /** Ends the sending. False when somebody else has: then nothing of it may be written down again. */
    async settle(id: string, state: Exclude<WriteState, "sending">, status: number | null, transaction: Queryable): Promise<boolean> {
      const settled = await transaction.query(
        `update persona_writes set state = $2, answer_status = $3::int, answered_at = $4::timestamptz, body = null, reason = null
         where id = $1 and state = 'sending' returning id`,
        [id, state, status, timestamp(now())],
      );
      return settled.length > 0;
    },

    /** Deletes what is long settled. */
    async forgetOld(): Promise<void> {
      await db.query("delete from persona_writes where state <> 'sending' and created_at < $1::timestamptz", [timestamp(now() - keptMs)]);
    },
  };
}
