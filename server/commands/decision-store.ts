import { randomUUID } from "node:crypto";
import type { AuditWriter } from "../audit/audit-entry";
import type { Database, Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { Pushes } from "../push/push";
import type { SecondLookRow } from "../second-looks/second-look-row";
import { lockLooks, lookBehind, openLookOf, type Told } from "../second-looks/second-look-store";
import { type DecisionChange, settersOf } from "./decision-change";
import { decisionDetails, type Entry, firstEntry } from "./decision-entries";
import { insertDecision, leaseMs, type NewDecision } from "./decision-insert";
import { decisionColumns, decisionPush, type DecisionRow, type DecisionState } from "./decision-row";

/** `known`: it was taken before, under this key. `other`: another one of the inquiry is in the way. `look`: a second look is. */
export type Taken =
  | { readonly how: "new" | "known" | "other"; readonly row: DecisionRow }
  | { readonly how: "look"; readonly look: SecondLookRow };

export type DecisionFilter = {
  readonly inquiryId?: string | undefined;
  readonly states?: readonly string[] | "open" | undefined;
  readonly by?: string | undefined;
};

type DecisionStoreDeps = {
  readonly db: Database;
  readonly now: () => number;
  readonly audit: AuditWriter;
  readonly pushes: Pushes;
};

export type DecisionStore = ReturnType<typeof createDecisionStore>;

/** Where a row has to be for a change to be made; times in ms. */
export type From = {
  readonly states: readonly DecisionState[];
  readonly holder?: string;
  /** Its clock runs; or it is stopped, since a time at the latest, or since later than that. */
  readonly pause?: "none" | { readonly until?: number; readonly after?: number };
};

const atOnce = 10;

/** Decisions in the database, and so for all instances. Every transition is pushed, and what somebody did or what came of it is audited. */
export function createDecisionStore({ db, now, audit, pushes }: DecisionStoreDeps) {
  async function tell(row: DecisionRow, entry: Entry | undefined, transaction: Queryable, more?: Told): Promise<void> {
    await pushes.publish(decisionPush(row), transaction);
    if (more !== undefined) {
      await pushes.publish(more.push, transaction);
      await audit.append(more.entry, transaction);
    }
    if (entry === undefined) return;
    const { details, ...rest } = entry;
    await audit.append(
      {
        actor: row.by,
        subject: { type: "inquiry", id: row.inquiryId },
        referenceId: row.referenceId,
        requestId: row.requestId,
        ...rest,
        details: { ...decisionDetails(row), ...details },
      },
      transaction,
    );
  }

  const find = async (where: string, value: string): Promise<DecisionRow | undefined> =>
    (await db.query<DecisionRow>(`select ${decisionColumns} from decisions d where ${where}`, [value]))[0];

  /** The row when it was in one of these states, and its holder's where one is named; changed, told, and noted. */
  async function move(id: string, from: From, change: DecisionChange, entry?: Entry): Promise<DecisionRow | undefined> {
    const { until, after } = from.pause === undefined || from.pause === "none" ? {} : from.pause;
    const { clause, values } = settersOf(change, 8);
    return db.transaction(async (transaction) => {
      const [row] = await transaction.query<DecisionRow>(
        `update decisions d set ${clause}, changed_at = $4::timestamptz
         where d.id = $1 and d.state = any ($2::text[]) and ($3::uuid is null or d.holder = $3::uuid)
           and (not $5::boolean or d.paused_at is null)
           and ($6::timestamptz is null or d.paused_at <= $6::timestamptz) and ($7::timestamptz is null or d.paused_at > $7::timestamptz)
         returning ${decisionColumns}`,
        [
          id,
          from.states,
          from.holder ?? null,
          timestamp(now()),
          from.pause === "none",
          until === undefined ? null : timestamp(until),
          after === undefined ? null : timestamp(after),
          ...values,
        ],
      );
      if (row !== undefined) await tell(row, entry, transaction);
      return row;
    });
  }

  return {
    /** How long the lease on a decision lasts unless its instance renews it, ms. */
    leaseMs,
    move,
    get: (id: string) => find("d.id = $1", id),

    /** Takes a decision, unless it was taken before, another one is in the way, or a second look that it does not answer. */
    async take(decision: NewDecision): Promise<Taken> {
      for (;;) {
        const taken = await db.transaction(async (transaction): Promise<Taken | undefined> => {
          await lockLooks(decision.inquiryId, transaction);
          const look = decision.answering === undefined ? await openLookOf(decision.inquiryId, transaction) : undefined;
          if (look !== undefined) return { how: "look", look };
          const row = await insertDecision(decision, now(), transaction);
          if (row === undefined) return undefined;
          await decision.batch?.link(row.id, transaction);
          await tell(row, firstEntry(row), transaction, await decision.answering?.(row, transaction));
          return { how: "new", row };
        });
        if (taken !== undefined) return taken;
        const known = await find("d.intent = $1", decision.intent);
        if (known !== undefined) return { how: "known", row: known };
        const other = await find("d.inquiry_id = $1 and d.is_open", decision.inquiryId);
        if (other !== undefined) return { how: "other", row: other };
        // it ended in between
      }
    },

    /** The one that is under way on an inquiry, and in the way of others. */
    openOn: async (inquiryId: string, transaction: Queryable): Promise<DecisionRow | undefined> =>
      (
        await transaction.query<DecisionRow>(`select ${decisionColumns} from decisions d where d.inquiry_id = $1 and d.is_open`, [
          inquiryId,
        ])
      )[0],

    /** The one that was taken under this key. */
    known: (intent: string) => find("d.intent = $1", intent),

    /** The second look that two people agreed on, where this decision came of one. */
    lookBehind: (id: string) => lookBehind(id, db),

    /** Whether this holder has the lease and may send; if so, no other instance takes it before the transaction ends. */
    async isHolders(id: string, holder: string, transaction: Queryable): Promise<boolean> {
      const rows = await transaction.query(
        "select 1 from decisions where id = $1 and holder = $2::uuid and state in ('checking', 'sending') for update",
        [id, holder],
      );
      return rows.length > 0;
    },

    /**
     * A decision that was sent from the same picture of the inquiry. One that stayed unknown until others might decide again is none: had
     * Persona done it, the picture would be another one by now.
     */
    async sentFromSamePicture(row: DecisionRow): Promise<DecisionRow | undefined> {
      const [other] = await db.query<DecisionRow>(
        `select ${decisionColumns} from decisions d where d.inquiry_id = $1 and d.id <> $2 and (d.state = 'confirmed' or d.is_open)
           and d.seen ->> 'updatedAt' = $3 limit 1`,
        [row.inquiryId, row.id, row.seen.updatedAt],
      );
      return other;
    },

    /** Takes on what is due: held long enough, or left behind by an instance that stopped. */
    takeDue(): Promise<{ readonly holder: string; readonly rows: readonly DecisionRow[] }> {
      const holder = randomUUID();
      return db.transaction(async (transaction) => {
        const rows = await transaction.query<DecisionRow>(
          `update decisions d set holder = $1::uuid, lease_until = $2::timestamptz,
             state = case when d.state = 'held' then 'checking' else d.state end,
             changed_at = case when d.state = 'held' then $3::timestamptz else d.changed_at end
           where d.sequence in (
             select sequence from decisions where is_open and (
               (state = 'held' and paused_at is null and sends_at <= $3::timestamptz)
               or (state in ('checking', 'sending') and lease_until <= $3::timestamptz)
             ) order by sequence limit ${atOnce} for update skip locked
           ) returning ${decisionColumns}`,
          [holder, timestamp(now() + leaseMs), timestamp(now())],
        );
        for (const row of rows.toSorted((a, b) => a.sequence - b.sequence)) await tell(row, undefined, transaction);
        return { holder, rows };
      });
    },

    /** Says that an instance is still at it. */
    async renew(id: string, holder: string): Promise<void> {
      await db.query(
        `update decisions set lease_until = $3::timestamptz where id = $1 and holder = $2::uuid and state in ('checking', 'sending')`,
        [id, holder, timestamp(now() + leaseMs)],
      );
    },

    /** Those whose time is up: paused too long, or unknown for so long that others may decide again. */
    async waitingTooLong(pausedMs: number, unknownMs: number): Promise<readonly DecisionRow[]> {
      return db.query<DecisionRow>(
        `select ${decisionColumns} from decisions d where d.is_open and ((d.state = 'held' and d.paused_at <= $1::timestamptz)
           or (d.state = 'unknown' and d.changed_at <= $2::timestamptz)) limit ${atOnce}`,
        [timestamp(now() - pausedMs), timestamp(now() - unknownMs)],
      );
    },

    /** Takes on confirmed decisions whose tags the inquiry has yet to get. */
    takeTagsDue(): Promise<DecisionRow[]> {
      return db.query<DecisionRow>(
        `update decisions d set lease_until = $1::timestamptz where d.sequence in (
           select sequence from decisions where tags_due <> '{}' and state = 'confirmed' and lease_until <= $2::timestamptz
           order by sequence limit ${atOnce} for update skip locked
         ) returning ${decisionColumns}`,
        [timestamp(now() + leaseMs), timestamp(now())],
      );
    },

    /** The inquiry has its tags, or won't get them. */
    async tagged(id: string): Promise<void> {
      await db.query("update decisions set tags_due = '{}' where id = $1", [id]);
    },

    /** Newest first. */
    list({ inquiryId, states, by }: DecisionFilter, page: { readonly below?: number | undefined; readonly limit: number }) {
      // only what is asked for, so that each has its index
      const conditions: readonly (readonly [condition: string, value: unknown])[] = [
        ["d.inquiry_id = $", inquiryId],
        // those of batches are told of by these
        ["d.batch_id is null and d.by_id = $", by],
        ["d.state = any ($::text[])", Array.isArray(states) ? states : undefined],
        ["d.is_open = $::boolean", states === "open" ? true : undefined],
        ["d.sequence < $::bigint", page.below],
      ];
      const wanted = conditions.filter(([, value]) => value !== undefined);
      const where = wanted.map(([condition], index) => condition.replace("$", () => `$${index + 2}`));
      return db.query<DecisionRow>(
        `select ${decisionColumns} from decisions d where ${["true", ...where].join(" and ")} order by d.sequence desc limit $1::int`,
        [page.limit, ...wanted.map(([, value]) => value)],
      );
    },
  };
}
