import type { Database } from "@server/db/database";
import { verifyAudit } from "@server/audit/audit-verify";

/** What the desk wrote down. */
export type Records = {
  /** Decisions in the audit log, in the words of Persona's events: `inquiry.approved inq_…`. */
  readonly audited: readonly string[];
  readonly isChainWhole: boolean;
  readonly entries: number;
};

/** Events by the desk's names of the operations that bring them about. */
const eventOf: Readonly<Record<string, string>> = {
  "approve-an-inquiry": "inquiry.approved",
  "decline-an-inquiry": "inquiry.declined",
  "mark-an-inquiry-for-review": "inquiry.marked-for-review",
};

/** Reads what the desk wrote down of decisions that were carried out, and verifies the audit log. */
export async function readRecords(db: Database): Promise<Records> {
  const rows = await db.query<{ action: string; subject: string }>(
    `select action, subject_id as subject from audit_entries where outcome = 'done' and action = any($1::text[])`,
    [Object.keys(eventOf)],
  );
  const verdict = await verifyAudit(db);
  return {
    audited: rows.map(({ action, subject }) => `${eventOf[action]} ${subject}`),
    isChainWhole: verdict.whole,
    entries: verdict.whole ? verdict.head.position : 0,
  };
}
