import type { Postponement } from "@/api/generated/desk/types.gen";
import { personActor } from "../audit/audit-actor";
import type { AuditWriter } from "../audit/audit-entry";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { SignedIn } from "../http/context";
import type { Pushes } from "../push/push";
import { isInForce } from "./in-force";

/** How long a skip lasts: the colleagues have had their turn by then, and nobody is passed over for a day. */
export const skipMs = 15 * 60_000;

/** What is to be postponed, and why; times in ms. */
export type NewPostponement = {
  readonly inquiryId: string;
  readonly reason: string;
  /** The batch that it is of, where it is of one. */
  readonly batchId?: string;
} & ({ readonly kind: "skip" } | { readonly kind: "snooze"; readonly until: number | null; readonly untilUserActs: boolean });

export type Postponements = {
  /**
   * Puts it in the place of the last one of its kind.
   * @param within what stands and falls with it; it is not put where this throws
   * @returns undefined for an inquiry that the desk does not know
   */
  put(
    asked: NewPostponement,
    person: SignedIn,
    requestId: string,
    within?: (transaction: Queryable) => Promise<void>,
  ): Promise<Postponement | undefined>;
  /** Ends the snooze of an inquiry, and the person's own skip. */
  takeUp(inquiryId: string, person: SignedIn, requestId: string): Promise<void>;
};

const kindOf = (onlyFor: string) => (onlyFor === "" ? "snooze" : "skip");

const put = `
insert into postponements (inquiry_id, only_for, by_id, by_name, by_email_address, postponed_at, until, until_user_acts, reason, status,
  known_updated_at)
select inquiry_id, $2, $3, $4, $5, $6::timestamptz, $7::timestamptz, $8::boolean, $9, status, persona_updated_at
from inquiry_states where inquiry_id = $1
on conflict (inquiry_id, only_for) do update set
  by_id = excluded.by_id, by_name = excluded.by_name, by_email_address = excluded.by_email_address, postponed_at = excluded.postponed_at,
  until = excluded.until, until_user_acts = excluded.until_user_acts, reason = excluded.reason, status = excluded.status,
  known_updated_at = excluded.known_updated_at
returning inquiry_id as "inquiryId"`;

/** SQL: the postponements of an inquiry that are in force, as the API shows them; the snooze first. @param now SQL */
export const postponementsOf = (inquiry: string, now: string): string => `(
  select coalesce(json_agg(json_build_object('onlyFor', only_for, 'byId', by_id, 'byName', by_name, 'byEmailAddress', by_email_address,
    'postponedAt', ${msOf("postponed_at")}, 'until', ${msOf("until")}, 'untilUserActs', until_user_acts, 'reason', reason)
    order by only_for <> '', postponements.postponed_at), '[]')
  from postponements where postponements.inquiry_id = ${inquiry}.inquiry_id and ${isInForce("postponements", inquiry, now)}
)`;

/** One of them as the database tells it. */
export type PostponementRow = {
  readonly onlyFor: string;
  readonly byId: string;
  readonly byName: string;
  readonly byEmailAddress: string;
  readonly postponedAt: number;
  readonly until: number | null;
  readonly untilUserActs: boolean;
  readonly reason: string;
};

/** The same as the API shows it. */
export const postponementOf = (inquiryId: string, row: PostponementRow): Postponement => ({
  inquiryId,
  kind: kindOf(row.onlyFor),
  by: { id: row.byId, name: row.byName, emailAddress: row.byEmailAddress },
  postponedAt: timestamp(row.postponedAt),
  until: row.until === null ? null : timestamp(row.until),
  untilUserActs: row.untilUserActs,
  reason: row.reason,
});

/** What waits, but not now: in the database, and so for all instances. */
export function createPostponements(deps: {
  readonly db: Database;
  readonly now: () => number;
  readonly audit: AuditWriter;
  readonly pushes: Pushes;
}): Postponements {
  const { db, now, audit, pushes } = deps;
  const changed = (inquiryId: string) => ({
    change: { type: "postponement", id: inquiryId, related: [{ type: "inquiry", id: inquiryId }] },
  });

  return {
    put: (asked, person, requestId, within) =>
      db.transaction(async (transaction) => {
        const { inquiryId, reason, kind } = asked;
        const { id: byId, name: byName, emailAddress: byEmailAddress } = person.user;
        const postponedAt = now();
        const ends = kind === "skip" ? { until: postponedAt + skipMs, untilUserActs: false } : asked;
        const { until, untilUserActs } = ends;
        const onlyFor = kind === "skip" ? byId : "";
        const untilOrNull = until === null ? null : timestamp(until);
        const values = [inquiryId, onlyFor, byId, byName, byEmailAddress, timestamp(postponedAt), untilOrNull, untilUserActs, reason];
        if ((await transaction.query(put, values)).length === 0) return undefined;
        await within?.(transaction);
        await pushes.publish(changed(inquiryId), transaction);
        await audit.append(
          {
            action: kind === "skip" ? "skip-inquiry" : "snooze-inquiry",
            outcome: "done",
            actor: personActor(person),
            subject: { type: "inquiry", id: inquiryId },
            comment: reason,
            requestId,
            details: kind === "skip" ? {} : { until: untilOrNull, untilUserActs, ...(asked.batchId && { batch: asked.batchId }) },
          },
          transaction,
        );
        const told = { onlyFor, byId, byName, byEmailAddress, postponedAt, until, untilUserActs, reason };
        return postponementOf(inquiryId, told);
      }),
    takeUp: (inquiryId, person, requestId) =>
      db.transaction(async (transaction) => {
        const ended = await transaction.query<{ onlyFor: string; byId: string }>(
          `delete from postponements using inquiry_states
           where postponements.inquiry_id = $1 and only_for in ('', $2) and inquiry_states.inquiry_id = postponements.inquiry_id
             and ${isInForce("postponements", "inquiry_states", "$3::timestamptz")}
           returning only_for as "onlyFor", by_id as "byId"`,
          [inquiryId, person.user.id, timestamp(now())],
        );
        if (ended.length === 0) return;
        await pushes.publish(changed(inquiryId), transaction);
        const snooze = ended.find(({ onlyFor }) => onlyFor === "");
        await audit.append(
          {
            action: "take-up-inquiry",
            outcome: "done",
            actor: personActor(person),
            subject: { type: "inquiry", id: inquiryId },
            requestId,
            details: {
              ended: ended
                .map(({ onlyFor }) => kindOf(onlyFor))
                .toSorted()
                .join(", "),
              snoozedById: snooze?.byId ?? null,
            },
          },
          transaction,
        );
      }),
  };
}
