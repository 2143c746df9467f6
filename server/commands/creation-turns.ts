import type { AuditActor } from "../audit/audit-entry";
import type { Database, Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";

/** One person's turn to create an inquiry at a place. */
export type CreationTurn = {
  /** The last word before it leaves: false where another one has left for the same place since the turn was asked for. */
  readonly isFree: (transaction: Queryable) => Promise<boolean>;
  /** Who was first, once `isFree` has said no. */
  readonly taken: () => AuditActor | undefined;
};

type Row = {
  readonly id: string;
  readonly actor: AuditActor;
};

const atPlace = `operation = 'createAnInquiry' and details ->> 'account' = $1 and details ->> 'template' = $2`;
/** Certainly came to nothing, or is no further than intended. */
const isNothing = "(state = 'intended' and outcome is null or state = 'answered' and outcome in ('refused', 'failed'))";

/**
 * What was sent and is not kept, nobody but who meant it can ask about: for so long they can, ms. Then what a strong read shows is all there is to know.
 */
const askedAgainMs = 10 * 60_000;
/** And for so long it is in the way of others: any call that was begun until then is over. */
const inTheWayMs = askedAgainMs + 5 * 60_000;
const isUnkept = "state <> 'answered' and body is null";

/**
 * Makes requests for an inquiry of the same person and template take turns, across all instances. What was sent is in the ledger of writes,
 * so there is no lock to be left behind by an instance that stops.
 */
export function createCreationTurns({ db, now }: { readonly db: Database; readonly now: () => number }) {
  return {
    /** Whether it is too late to find out by its own key what became of a write whose body is not kept. */
    async isTooLate(intent: string): Promise<boolean> {
      const [row] = await db.query(`select 1 from persona_writes where intent = $1 and ${isUnkept} and created_at < $2::timestamptz`, [
        intent,
        timestamp(now() - askedAgainMs),
      ]);
      return row !== undefined;
    },

    /**
     * To be asked for before the inquiries that are there are read: what was settled by then, the reading shows.
     * @param account what the ledger calls the person by, in the details of the write: an account, or the hash of a reference ID
     */
    async ask(account: string, inquiryTemplateId: string): Promise<CreationTurn> {
      const place = [account, inquiryTemplateId];
      const before = await db.query<Row>(`select id::text, actor from persona_writes where ${atPlace} and state = 'answered'`, place);
      const shown = before.map(({ id }) => id);
      let first: AuditActor | undefined;
      return {
        isFree: async (transaction) => {
          await transaction.query("select pg_advisory_xact_lock(hashtext('desk.creations'), hashtext($1))", [place.join(" ")]);
          const [other] = await transaction.query<Row>(
            `select id::text, actor from persona_writes where ${atPlace} and not ${isNothing} and id::text <> all ($3::text[])
               and not (${isUnkept} and created_at < $4::timestamptz) limit 1`,
            [...place, shown, timestamp(now() - inTheWayMs)],
          );
          first = other?.actor;
          return other === undefined;
        },
        taken: () => first,
      };
    },
  };
}
