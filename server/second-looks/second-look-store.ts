import type { SecondLookAgreement } from "@/api/generated/desk/types.gen";
import type { GivenReason } from "@/domain/decision-comment";
import type { AuditActor, AuditInput, AuditWriter } from "../audit/audit-entry";
import type { Database, Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { Push, Pushes } from "../push/push";
import {
  isAboutNow,
  type LookAction,
  secondLookColumns,
  secondLookPush,
  type SecondLookRow,
  type SecondLookState,
  stateNow,
} from "./second-look-row";

/** What somebody would decide. */
export type Opinion = {
  readonly action: LookAction;
  readonly reasons: readonly GivenReason[];
  readonly comment: string | null;
  readonly by: AuditActor;
};

export type NewSecondLook = Opinion & {
  readonly id: string;
  readonly inquiryId: string;
  readonly note: string | null;
  readonly requestId: string;
};

export type SecondLookFilter = {
  readonly inquiryId?: string | undefined;
  readonly states?: readonly SecondLookState[] | undefined;
  readonly by?: string | undefined;
};

/** What has to be told of a change, by whoever makes it: first what is published, then the entry. */
export type Told = { readonly push: Push; readonly entry: AuditInput };

export type SecondLooks = ReturnType<typeof createSecondLooks>;

const agreementDays = 30;
const dayMs = 24 * 60 * 60_000;
const from = "second_looks l left join inquiry_states s using (inquiry_id)";

/**
 * Within a transaction: one at a time of those that ask for a second look on an inquiry, answer it, or decide. So nobody decides on what is
 * just being asked about.
 */
export const lockLooks = async (inquiryId: string, transaction: Queryable): Promise<void> =>
  void (await transaction.query("select pg_advisory_xact_lock(hashtext('desk.second_looks'), hashtext($1))", [inquiryId]));

/** The one that is open on an inquiry. */
export async function openLookOf(inquiryId: string, db: Queryable): Promise<SecondLookRow | undefined> {
  const [row] = await db.query<SecondLookRow>(
    `select ${secondLookColumns} from ${from} where l.inquiry_id = $1 and l.state = 'open' and ${isAboutNow("l", "s")}`,
    [inquiryId],
  );
  return row;
}

/** The one that became this decision: two different people said the same. */
export async function lookBehind(decisionId: string, db: Queryable): Promise<Pick<SecondLookRow, "by"> | undefined> {
  const [row] = await db.query<Pick<SecondLookRow, "by">>(
    `select l.by from second_looks l where l.decision_id = $1 and l.state = 'agreed' and l.answer_action = l.action and l.answer_by ->> 'id' <> l.by_id`,
    [decisionId],
  );
  return row;
}

/** SQL: how many wait for somebody. @param personId SQL */
export const toAnswerCount = (personId: string): string =>
  `select count(*)::float8 as count from second_looks l join inquiry_states s using (inquiry_id)
   where l.state = 'open' and l.by_id <> ${personId} and ${isAboutNow("l", "s")}`;

/** Second looks in the database, and so for all instances. */
export function createSecondLooks(deps: {
  readonly db: Database;
  readonly now: () => number;
  readonly audit: AuditWriter;
  readonly pushes: Pushes;
}) {
  const { db, now, audit, pushes } = deps;

  const get = async (id: string, transaction: Queryable = db): Promise<SecondLookRow | undefined> =>
    (await transaction.query<SecondLookRow>(`select ${secondLookColumns} from ${from} where l.id = $1`, [id]))[0];

  const told = (row: SecondLookRow, state: SecondLookState, entry: Pick<AuditInput, "action" | "actor"> & Partial<AuditInput>): Told => ({
    push: secondLookPush(row, state),
    entry: {
      outcome: "done",
      subject: { type: "inquiry", id: row.inquiryId },
      referenceId: row.referenceId,
      ...entry,
      details: { secondLook: row.id, ...entry.details },
    },
  });
  async function tell({ push, entry }: Told, transaction: Queryable): Promise<void> {
    await pushes.publish(push, transaction);
    await audit.append(entry, transaction);
  }

  /** Says what somebody would decide, of one that is open. @returns undefined where it is not, any more; what is to be told, else */
  async function answer(
    id: string,
    { action, reasons, comment, by }: Opinion,
    { decisionId, requestId }: { readonly decisionId: string | null; readonly requestId: string },
    transaction: Queryable,
  ): Promise<Told | undefined> {
    const [changed] = await transaction.query<{ readonly agreed: boolean }>(
      `update second_looks l set state = case when l.action = $2 then 'agreed' else 'differed' end, answer_action = $2,
         answer_reasons = $3::text::json, answer_comment = $4, answer_by = $5::text::json, answered_at = $6::timestamptz,
         decision_id = $7, changed_at = $6::timestamptz
       from inquiry_states s where l.id = $1 and l.state = 'open' and l.by_id <> $8 and s.inquiry_id = l.inquiry_id and ${isAboutNow("l", "s")}
       returning l.state = 'agreed' as agreed`,
      [id, action, JSON.stringify(reasons), comment, JSON.stringify(by), timestamp(now()), decisionId, by.id],
    );
    const row = changed === undefined ? undefined : await get(id, transaction);
    if (changed === undefined || row === undefined) return undefined;
    const ids = (given: readonly GivenReason[]) => given.map((reason) => reason.id).join(", ");
    // what was proposed is written down only now: leads read the log, too
    const details = {
      agreed: changed.agreed,
      askedById: row.by.id,
      proposed: row.action,
      proposedReasons: ids(row.reasons),
      answered: action,
      answeredReasons: ids(reasons),
      decision: decisionId,
    };
    return told(row, changed.agreed ? "agreed" : "differed", { action: "answer-second-look", actor: by, comment, requestId, details });
  }

  return {
    get,

    /**
     * Asks for one, of an inquiry that the desk knows.
     * @param isFree whether nothing else keeps anybody from it; asked once nobody else can decide
     * @returns the one that is open now, or undefined where something else was in the way
     */
    ask: (
      { id, inquiryId, action, reasons, comment, note, by, requestId }: NewSecondLook,
      isFree: (transaction: Queryable) => Promise<boolean>,
    ): Promise<{ readonly isNew: boolean; readonly row: SecondLookRow } | undefined> =>
      db.transaction(async (transaction) => {
        await lockLooks(inquiryId, transaction);
        const open = await openLookOf(inquiryId, transaction);
        if (open !== undefined) return { isNew: false, row: open };
        if (!(await isFree(transaction))) return undefined;
        const at = timestamp(now());
        await transaction.query(
          "update second_looks set state = 'lapsed', changed_at = $2::timestamptz where inquiry_id = $1 and state = 'open'",
          [inquiryId, at],
        );
        await transaction.query(
          `insert into second_looks (id, inquiry_id, by, asked_at, action, reasons, comment, note, status, state, changed_at)
           select $1, inquiry_id, $3::text::json, $4::timestamptz, $5, $6::text::json, $7, $8, status, 'open', $4::timestamptz
           from inquiry_states where inquiry_id = $2`,
          [id, inquiryId, JSON.stringify(by), at, action, JSON.stringify(reasons), comment, note],
        );
        const row = await get(id, transaction);
        if (row === undefined) return undefined;
        await tell(told(row, "open", { action: "ask-second-look", actor: by, comment: note, requestId }), transaction);
        return { isNew: true, row };
      }),

    answer,

    /** An answer that differs: nothing is decided. @returns whether it was still open */
    differ: (id: string, opinion: Opinion, requestId: string): Promise<boolean> =>
      db.transaction(async (transaction) => {
        const answered = await answer(id, opinion, { decisionId: null, requestId }, transaction);
        if (answered !== undefined) await tell(answered, transaction);
        return answered !== undefined;
      }),

    /** Takes an open one back. @returns as it is then; undefined where it was not open */
    takeBack: (id: string, by: AuditActor, requestId: string): Promise<SecondLookRow | undefined> =>
      db.transaction(async (transaction) => {
        const open = await get(id, transaction);
        if (open?.state !== "open") return undefined;
        const changed = await transaction.query(
          "update second_looks set state = 'taken-back', changed_at = $2::timestamptz where id = $1 and state = 'open' returning id",
          [id, timestamp(now())],
        );
        if (changed.length === 0) return undefined;
        const row = { ...open, state: "taken-back" } as const;
        await tell(told(row, "taken-back", { action: "take-back-second-look", actor: by, requestId }), transaction);
        return row;
      }),

    /** Newest first. */
    list({ inquiryId, states, by }: SecondLookFilter, page: { readonly below?: number | undefined; readonly limit: number }) {
      // what has lapsed may still be kept as open
      const kept = states === undefined ? undefined : [...states, ...(states.includes("lapsed") ? ["open"] : [])];
      const conditions: readonly (readonly [condition: string, value: unknown])[] = [
        ["l.inquiry_id = $", inquiryId],
        ["l.by_id = $", by],
        ["l.state = any ($::text[])", kept],
        [`${stateNow} = any ($::text[])`, states],
        ["l.sequence < $::bigint", page.below],
      ];
      const wanted = conditions.filter(([, value]) => value !== undefined);
      const where = wanted.map(([condition], index) => condition.replace("$", () => `$${index + 2}`));
      return db.query<SecondLookRow>(
        `select ${secondLookColumns} from ${from} where ${["true", ...where].join(" and ")} order by l.sequence desc limit $1::int`,
        [page.limit, ...wanted.map(([, value]) => value)],
      );
    },

    /** Of those that were answered lately. */
    async agreement(): Promise<SecondLookAgreement> {
      const [counted] = await db.query<{ readonly answered: number; readonly agreed: number }>(
        `select count(*)::float8 as answered, (count(*) filter (where state = 'agreed'))::float8 as agreed from second_looks
         where answered_at is not null and answered_at > $1::timestamptz`,
        [timestamp(now() - agreementDays * dayMs)],
      );
      return { days: agreementDays, answered: counted?.answered ?? 0, agreed: counted?.agreed ?? 0 };
    },
  };
}
