import { randomUUID } from "node:crypto";
import type { Batch } from "@/api/generated/desk/types.gen";
import type { InquirySeen } from "@/domain/inquiry-seen";
import type { AuditInput, AuditWriter } from "../audit/audit-entry";
import type { Database, Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import { Withdrawn } from "../persona/write-sending";
import type { Pushes } from "../push/push";
import { batchColumns, type BatchItemRow, batchPush, type BatchRow, type BatchState, type WaitingItem } from "./batch-row";
import { leaseMs } from "./decision-insert";

/** A batch that somebody means now. */
export type NewBatch = Pick<
  BatchRow,
  "id" | "fingerprint" | "action" | "reasons" | "comment" | "until" | "untilUserActs" | "by" | "holdSeconds"
> & {
  readonly intent: string;
  readonly requestId: string;
  readonly items: readonly { readonly inquiryId: string; readonly seen: InquirySeen; readonly override: boolean }[];
};

/** The place of an item, and who is at its batch. */
export type Turn = { readonly batchId: string; readonly position: number; readonly holder: string };

type BatchStoreDeps = { readonly db: Database; readonly now: () => number; readonly audit: AuditWriter; readonly pushes: Pushes };

export type BatchStore = ReturnType<typeof createBatchStore>;

const atOnce = 10;
const shown = 20;
const waits = "i.decision_id is null and i.outcome is null";
const newStart = "$4::timestamptz + make_interval(secs => b.hold_seconds)";
/** Whoever goes on with a batch of which nothing was decided yet has the whole hold again. */
const heldAnew = `$3::text = 'running' and not exists (select from batch_items i where i.batch_id = b.id and not (${waits}))`;
const open = "('held', 'running', 'paused')";

/** Batches in the database, and so for all instances. What somebody does with one is pushed and audited. */
export function createBatchStore({ db, now, audit, pushes }: BatchStoreDeps) {
  const at = (ms = now()) => timestamp(ms);
  const find = async (where: string, value: string): Promise<BatchRow | undefined> =>
    (await db.query<BatchRow>(`select ${batchColumns} from batches b where ${where}`, [value]))[0];

  async function tell(row: BatchRow, entry: Pick<AuditInput, "action"> & Partial<AuditInput>, transaction: Queryable): Promise<void> {
    await pushes.publish(batchPush(row), transaction);
    const { details, ...rest } = entry;
    const subject = { type: "batch", id: row.id };
    const what = { decision: row.action, ...details };
    await audit.append({ outcome: "done", actor: row.by, subject, requestId: row.requestId, ...rest, details: what }, transaction);
  }

  /** Locks the batch, and ends the turn of an item: only while it runs, and in these hands. @throws Withdrawn where it does not */
  async function endTurn({ batchId, position, holder }: Turn, change: string, values: readonly unknown[], transaction: Queryable) {
    // the lock first: whoever pauses, stops or takes over waits for this, or this finds that they have
    const held = await transaction.query("select 1 from batches where id = $1 and holder = $2::uuid and state = 'running' for update", [
      batchId,
      holder,
    ]);
    const ended =
      held.length === 0
        ? []
        : await transaction.query(
            `update batch_items i set ${change} where i.batch_id = $1 and i.position = $2::integer and ${waits} returning 1`,
            [batchId, position, ...values],
          );
    if (ended.length === 0) throw new Withdrawn();
  }

  return {
    leaseMs,
    get: (id: string) => find("b.id = $1", id),
    /** The one that was taken under this key. */
    known: (intent: string) => find("b.intent = $1", intent),
    /** Takes it. @returns undefined where one was taken under this key before */
    insert: (batch: NewBatch): Promise<BatchRow | undefined> =>
      db.transaction(async (transaction) => {
        const startsAt = at(now() + batch.holdSeconds * 1_000);
        const [row] = await transaction.query<BatchRow>(
          `insert into batches as b (id, intent, fingerprint, action, reasons, comment, until, until_user_acts, by, state, hold_seconds,
             starts_at, lease_until, request_id, created_at, changed_at)
           values ($1, $2, $3, $4, $5::text::json, $6, $7::timestamptz, $8::boolean, $9::text::json, 'held', $10::integer, $11::timestamptz,
             $11::timestamptz, $12, $13::timestamptz, $13::timestamptz)
           on conflict do nothing returning ${batchColumns}`,
          [
            batch.id,
            batch.intent,
            batch.fingerprint,
            batch.action,
            JSON.stringify(batch.reasons),
            batch.comment,
            batch.until === null ? null : at(batch.until),
            batch.untilUserActs,
            JSON.stringify(batch.by),
            batch.holdSeconds,
            startsAt,
            batch.requestId,
            at(),
          ],
        );
        if (row === undefined) return undefined;
        await transaction.query(
          `insert into batch_items (batch_id, position, inquiry_id, seen, override)
           select $1, place, item ->> 'inquiryId', item -> 'seen', (item ->> 'override')::boolean
           from json_array_elements($2::text::json) with ordinality as given (item, place)`,
          [batch.id, JSON.stringify(batch.items)],
        );
        await tell(row, { action: "hold-batch", details: { items: batch.items.length, seconds: batch.holdSeconds } }, transaction);
        return row;
      }),
    /** Where it is in one of these states: what somebody makes of it. What is not to be decided any more is left out. */
    move: (id: string, from: readonly BatchState[], to: BatchState, entry: Pick<AuditInput, "action"> & Partial<AuditInput>) =>
      db.transaction(async (transaction) => {
        const [row] = await transaction.query<BatchRow>(
          `update batches b set changed_at = $4::timestamptz, holder = null,
             state = case when ${heldAnew} then 'held' else $3 end,
             starts_at = case when ${heldAnew} then ${newStart} else b.starts_at end,
             lease_until = case when ${heldAnew} then ${newStart} else $4::timestamptz end
           where b.id = $1 and b.state = any ($2::text[]) returning ${batchColumns}`,
          [id, from, to, at()],
        );
        if (row === undefined) return undefined;
        if (to === "stopped" || to === "taken-back") {
          await transaction.query(`update batch_items i set outcome = 'left-out' where i.batch_id = $1 and ${waits}`, [id]);
        }
        await tell(row, entry, transaction);
        return row;
      }),
    /** Takes on what is due: held long enough, or left behind by an instance that stopped. */
    takeDue(): Promise<{ readonly holder: string; readonly rows: readonly BatchRow[] }> {
      const holder = randomUUID();
      return db.transaction(async (transaction) => {
        const rows = await transaction.query<BatchRow>(
          `update batches b set holder = $1::uuid, lease_until = $2::timestamptz, state = 'running',
             changed_at = case when b.state = 'held' then $3::timestamptz else b.changed_at end
           where b.sequence in (
             select sequence from batches where state in ('held', 'running') and lease_until <= $3::timestamptz
             order by lease_until limit ${atOnce} for update skip locked
           ) returning ${batchColumns}`,
          [holder, at(now() + leaseMs), at()],
        );
        for (const row of rows) if (row.changedAt === now()) await pushes.publish(batchPush(row), transaction);
        return { holder, rows };
      });
    },
    /** Says that an instance is still at it. */
    async renew(id: string, holder: string): Promise<void> {
      await db.query("update batches set lease_until = $3::timestamptz where id = $1 and holder = $2::uuid and state = 'running'", [
        id,
        holder,
        at(now() + leaseMs),
      ]);
    },
    /** Lets any instance take it on again. */
    async release(id: string, holder: string): Promise<void> {
      await db.query("update batches set lease_until = $3::timestamptz, holder = null where id = $1 and holder = $2::uuid", [
        id,
        holder,
        at(),
      ]);
    },
    /** Whether a decision of it is on its way: the next one waits for that. One whose outcome is unknown holds up no other. */
    async isUnderWay(id: string): Promise<boolean> {
      const rows = await db.query(
        `select 1 from batch_items i join decisions d on d.id = i.decision_id
         where i.batch_id = $1 and d.is_open and d.state <> 'unknown' limit 1`,
        [id],
      );
      return rows.length > 0;
    },
    async nextItem(id: string): Promise<WaitingItem | undefined> {
      const [item] = await db.query<WaitingItem>(
        `select i.position, i.inquiry_id as "inquiryId", i.seen from batch_items i where i.batch_id = $1 and ${waits}
         order by i.position limit 1`,
        [id],
      );
      return item;
    },
    /** The item has this decision, in the transaction that takes it. @throws Withdrawn */
    link: (turn: Turn, decisionId: string, transaction: Queryable) => endTurn(turn, "decision_id = $3", [decisionId], transaction),
    /** The item is over without a decision. @throws Withdrawn */
    async settle(turn: Turn, outcome: "done" | "refused", why: string | null, transaction?: Queryable): Promise<void> {
      const change = (within: Queryable) => endTurn(turn, "outcome = $3, why = $4", [outcome, why], within);
      await (transaction ? change(transaction) : db.transaction(change));
    },
    /** Nothing of it waits any more. */
    finish: (id: string, holder: string): Promise<void> =>
      db.transaction(async (transaction) => {
        const [row] = await transaction.query<BatchRow>(
          `update batches b set state = 'done', changed_at = $3::timestamptz, holder = null
           where b.id = $1 and b.holder = $2::uuid and b.state = 'running' returning ${batchColumns}`,
          [id, holder, at()],
        );
        if (row !== undefined) await pushes.publish(batchPush(row), transaction);
      }),
    /** Tells open screens how far it is. */
    progressed: (row: BatchRow): Promise<void> => pushes.publish(batchPush({ ...row, state: "running" })),
    /** Newest first. */
    list: (by: string, isOpen: boolean): Promise<BatchRow[]> =>
      db.query<BatchRow>(
        `select ${batchColumns} from batches b where b.by_id = $1 ${isOpen ? `and b.state in ${open}` : ""} order by b.sequence desc limit ${shown}`,
        [by],
      ),
    items: (id: string): Promise<BatchItemRow[]> =>
      db.query<BatchItemRow>(
        `select i.inquiry_id as "inquiryId", s.reference_id as "referenceId", i.override, i.decision_id as "decisionId", i.outcome,
           coalesce(d.why, i.why) as why, d.state as "decisionState", d.status_after as "statusAfter", d.difference
         from batch_items i left join decisions d on d.id = i.decision_id left join inquiry_states s on s.inquiry_id = i.inquiry_id
         where i.batch_id = $1 order by i.position`,
        [id],
      ),
    async counts(id: string): Promise<Batch["counts"]> {
      const [counts] = await db.query<Batch["counts"]>(
        `select count(*)::float8 as total, count(*) filter (where ${waits})::float8 as waiting,
           count(*) filter (where d.is_open and d.state <> 'unknown')::float8 as "underWay",
           count(*) filter (where d.state = 'confirmed' or i.outcome = 'done')::float8 as confirmed,
           count(*) filter (where d.state in ('refused', 'stopped') or i.outcome = 'refused')::float8 as refused,
           count(*) filter (where d.state = 'unknown')::float8 as unknown,
           count(*) filter (where i.outcome = 'left-out')::float8 as "leftOut"
         from batch_items i left join decisions d on d.id = i.decision_id where i.batch_id = $1`,
        [id],
      );
      return counts ?? { total: 0, waiting: 0, underWay: 0, confirmed: 0, refused: 0, unknown: 0, leftOut: 0 };
    },
  };
}
