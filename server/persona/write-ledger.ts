import { randomUUID } from "node:crypto";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import { onlyAdds, skewMs } from "./write-meaning";
import {
  type KnownWrite,
  knownWrite,
  type StoredWrite,
  writeColumns,
  type WriteOutcome,
  type WriteRow,
  type WriteState,
} from "./write-row";

/** How long a settled write is remembered, ms: longer than Persona remembers the key. */
const keptMs = 7 * 24 * 60 * 60_000;
/** How soon an unknown outcome is looked into, ms. */
const soonestMs = 2_000;

/** A write whose time has come: to be looked into, or left behind by an instance that stopped. */
export type DueWrite = KnownWrite & {
  /** Somebody acted on the same object since, or may have: sent anew, it would undo that. */
  readonly overtaken: boolean;
  /**
   * Another write of this desk's has done the same since, or so shortly before that clocks can't tell, or a later one may have: that it is so
   * tells nothing of this one.
   */
  readonly matched: boolean;
  /** Persona's webhooks told of what was meant. */
  readonly told: boolean;
  /** When it was last sent or asked for, at the latest, as far as anybody wrote down; ms. */
  readonly triedAt: number;
};

/** How a row is left. */
export type Settlement = {
  readonly outcome: WriteOutcome;
  readonly httpStatus: number | null;
  /** What a good answer holds is written down in the same transaction. */
  readonly takenIn: boolean;
  /** An unknown outcome is not looked into any more. */
  readonly givenUp: boolean;
};

/** A row that is being settled; nobody else can until the transaction ends. */
export type OpenWrite = {
  readonly state: WriteState;
  readonly outcome: WriteOutcome | null;
  readonly entries: number;
};

/** Whether what is written down may really leave, asked in the transaction that says that it does. */
export type MayLeave = (transaction: Queryable) => Promise<boolean>;

export type WriteLedger = ReturnType<typeof createWriteLedger>;

/**
 * The writes in the database. Whoever holds a row's lease sends it; a lease that runs out says that its holder is gone.
 * @param leaseMs how long a lease lasts unless it is renewed
 */
export function createWriteLedger({ db, now, leaseMs }: { readonly db: Database; readonly now: () => number; readonly leaseMs: number }) {
  const lease = () => timestamp(now() + leaseMs);

  async function begin(row: WriteRow): Promise<KnownWrite | undefined> {
    const inserted = await db.query(
      `insert into persona_writes (id, intent, actor, operation, path, query, body, fingerprint, idempotency_key, subject_type, subject_id,
         status_before, reason, state, instance, lease_until, request_id, created_at, details)
       values ($1::uuid, $2, $3::text::json, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'intended', $1::uuid, $14::timestamptz, $15,
         $16::timestamptz, $17::text::json)
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
        lease(),
        row.requestId,
        timestamp(row.createdAt),
        row.details === null ? null : JSON.stringify(row.details),
      ],
    );
    if (inserted.length > 0) return undefined;
    const [known] = await db.query<StoredWrite>(`select ${writeColumns} from persona_writes w where w.intent = $1`, [row.intent]);
    // settled rows are deleted a week later: one that vanished in between is new again
    return known === undefined ? begin(row) : knownWrite(known);
  }

  async function leave(id: string, holder: string, connection: Queryable = db): Promise<boolean> {
    const left = await connection.query(
      `update persona_writes set state = 'sending', lease_until = $3::timestamptz
       where id = $1 and instance = $2 and state in ('intended', 'sending') returning id`,
      [id, holder, lease()],
    );
    return left.length > 0;
  }

  return {
    /** Writes it down as intended, held by its own ID. @returns what was known of the intent before, undefined when it is new */
    begin,

    /** Whether an intent has left, or was about to, and is not known to have come to nothing. */
    async mayBeSent(intent: string): Promise<boolean> {
      const [row] = await db.query(
        // one that is sent once more has still the outcome of the time before
        "select 1 from persona_writes where intent = $1 and state <> 'intended' and (state <> 'answered' or outcome <> 'failed')",
        [intent],
      );
      return row !== undefined;
    },

    /**
     * Makes a write one's own that nobody is at: its lease ran out, or it is known not to have happened, or nobody knows.
     * @param again the same intent once more; its ID is the new holder
     * @returns it as it is now: "sending" when it may have been sent before; undefined when somebody is at it
     */
    async takeOver(id: string, again: WriteRow): Promise<KnownWrite | undefined> {
      const [taken] = await db.query<StoredWrite>(
        // Persona may have stored a failure under the key; what certainly did not happen can go under a new one
        `update persona_writes w set instance = $2, lease_until = $3::timestamptz, body = $4, reason = $5, request_id = $6,
           state = case when w.state in ('sending', 'unknown') or w.outcome = 'unknown' then 'sending' else 'intended' end,
           idempotency_key = case when w.state = 'answered' and w.outcome = 'failed' then w.idempotency_key || '+' else w.idempotency_key end
         where id = $1 and (state = 'unknown' or (state = 'answered' and outcome <> 'done')
           or (state in ('intended', 'sending') and lease_until <= $7::timestamptz)) returning ${writeColumns}`,
        [id, again.id, lease(), again.body, again.reason, again.requestId, timestamp(now())],
      );
      return taken && knownWrite(taken);
    },

    /** Says that it leaves now. @returns false when it is the holder's no more: then it must not leave */
    leave,

    /**
     * The same, where whoever means it has a last word in the same transaction. What must not leave is taken out again; what may have left
     * before is let go, for whoever finishes it.
     */
    leaveIf(id: string, holder: string, mayLeave: MayLeave): Promise<"left" | "lost" | "withdrawn"> {
      return db.transaction(async (transaction) => {
        const [row] = await transaction.query<OpenWrite>(
          `select state, outcome, entries from persona_writes
           where id = $1 and instance = $2 and state in ('intended', 'sending') for update`,
          [id, holder],
        );
        if (row === undefined) return "lost";
        if (await mayLeave(transaction)) return (await leave(id, holder, transaction)) ? "left" : "lost";
        if (row.state === "intended" && row.outcome === null) {
          await transaction.query("delete from persona_writes where id = $1", [id]);
        } else {
          await transaction.query(
            `update persona_writes set lease_until = $2::timestamptz, state = case when state = 'intended' then 'answered' else state end
             where id = $1`,
            [id, timestamp(now())],
          );
        }
        return "withdrawn";
      });
    },

    /** Keeps it for another while. */
    async renew(id: string, holder: string): Promise<void> {
      await db.query(
        `update persona_writes set lease_until = greatest(lease_until, $3::timestamptz)
         where id = $1 and instance = $2 and state in ('intended', 'sending')`,
        [id, holder, lease()],
      );
    },

    /**
     * Takes over what is due, whatever has waited longest first.
     * @param what stopped instances' writes, or those whose outcome nobody knows
     */
    async takeDue(what: "left behind" | "unknown", limit: number): Promise<{ readonly holder: string; readonly due: DueWrite[] }> {
      const holder = randomUUID();
      const other = "subject_id = w.subject_id and id <> w.id";
      // the earlier one waits for the later: that one is asked for again first, and so neither waits for ever
      const later = `${other} and created_at > w.created_at`;
      const rows = await db.query<StoredWrite & Pick<DueWrite, "overtaken" | "matched" | "told" | "triedAt">>(
        `update persona_writes w set instance = $1, lease_until = $2::timestamptz,
           state = case when w.state = 'intended' then 'intended' else 'sending' end
         from (
           select id, state, lease_until from persona_writes
           where state <> 'answered' and lease_until <= $3::timestamptz and (state = 'unknown') = $6::boolean
           order by lease_until limit $4::int for update skip locked
         ) as before
         where w.id = before.id
         returning ${writeColumns},
           w.operation <> all ($5::text[]) and exists (
             select from persona_writes
             where ${later} and coalesce(outcome, 'unknown') in ('done', 'unknown') and operation <> all ($5::text[])
           ) as overtaken,
           exists (
             select from persona_writes
             where ${other} and operation = w.operation and (
               (outcome = 'done' and answered_at >= w.created_at - $8::float8 * interval '1 millisecond')
               or (created_at > w.created_at and coalesce(outcome, 'unknown') = 'unknown'))
           ) as matched,
           w.told_at is not null as told,
           ${msOf(
             `case when before.state = 'unknown' then coalesce(w.answered_at, w.created_at)
              else before.lease_until - $7::float8 * interval '1 millisecond' end`,
           )} as "triedAt"`,
        [holder, lease(), timestamp(now()), limit, onlyAdds, what === "unknown", leaseMs, skewMs],
      );
      const due = rows.map((row) => {
        const { overtaken, matched, told, triedAt } = row;
        return { ...knownWrite(row), overtaken, matched, told, triedAt };
      });
      return { holder, due };
    },

    /** Locks a row that is to be settled, until the transaction ends. */
    async open(id: string, transaction: Queryable): Promise<OpenWrite | undefined> {
      const [row] = await transaction.query<OpenWrite>("select state, outcome, entries from persona_writes where id = $1 for update", [id]);
      return row;
    },

    /**
     * Settles a row that was opened. An unknown outcome is looked into again, the later the older the write is.
     * @param entries how many the audit log has of it then
     */
    async settle(
      id: string,
      { outcome, httpStatus, takenIn, givenUp }: Settlement,
      entries: number,
      transaction: Queryable,
    ): Promise<void> {
      const state: WriteState = outcome === "unknown" && !givenUp ? "unknown" : "answered";
      await transaction.query(
        `update persona_writes set state = $2::text, outcome = $3, answer_status = coalesce($4::int, answer_status), answered_at = $5::timestamptz,
           entries = $6::int, taken_in = taken_in or $7::boolean,
           body = case when $2::text = 'unknown' then body end, reason = case when $2::text = 'unknown' then reason end,
           lease_until = $5::timestamptz + greatest($8::float8, extract(epoch from $5::timestamptz - created_at) * 250) * interval '1 millisecond'
         where id = $1`,
        [id, state, outcome, httpStatus, timestamp(now()), entries, takenIn, soonestMs],
      );
    },

    /** Says that what a good answer holds is written down. False when it was before. */
    async takeIn(id: string, transaction: Queryable): Promise<boolean> {
      const taken = await transaction.query("update persona_writes set taken_in = true where id = $1 and not taken_in returning id", [id]);
      return taken.length > 0;
    },

    /** Deletes what is long settled. */
    async forgetOld(): Promise<void> {
      await db.query("delete from persona_writes where state = 'answered' and created_at < $1::timestamptz", [timestamp(now() - keptMs)]);
    },
  };
}
