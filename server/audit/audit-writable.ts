import type { Queryable } from "../db/database";

const query = `
select has_table_privilege('audit_entries', 'insert') and has_table_privilege('audit_texts', 'insert')
  and current_setting('transaction_read_only') = 'off' as "writable"`;

/**
 * Whether an entry could be written now: the role has the right, and the database takes changes. Asked before something is sent that
 * has to stand in the log. Cheap: reads the catalogue alone, and takes no lock.
 * @throws when the database does not answer
 */
export async function canAppendAudit(db: Queryable): Promise<boolean> {
  const [row] = await db.query<{ writable: boolean }>(query);
  return row?.writable === true;
}
