import type { AuditActor } from "../audit/audit-entry";
import type { Database, Queryable } from "../db/database";

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
 * Makes requests for an inquiry of the same person and template take turns, across all instances. What was sent is in the ledger of writes,
 * so there is no lock to be left behind by an instance that stops.
 */
export function createCreationTurns(db: Database) {
  return {
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
            `select id::text, actor from persona_writes where ${atPlace} and not ${isNothing} and id::text <> all ($3::text[]) limit 1`,
            [...place, shown],
          );
          first = other?.actor;
          return other === undefined;
        },
        taken: () => first,
      };
    },
  };
}
