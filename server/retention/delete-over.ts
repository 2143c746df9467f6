import type { Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { Retention } from "./retention-plan";

const dayMs = 24 * 60 * 60_000;
/** Few enough that nobody waits for the locks of one statement. */
const atOnce = 1_000;
const mostRounds = 20;

/**
 * Deletes rows whose time is over, in small statements. Rows that somebody else works on are left for the next time.
 * @returns whether there may be more
 */
export async function deleteOver(db: Queryable, { table, days, over }: Retention, now: number): Promise<boolean> {
  const before = timestamp(now - days * dayMs);
  for (let round = 0; round < mostRounds; round += 1) {
    // table and condition are ours, never input
    const deleted = await db.query(
      `delete from ${table} where ctid in (select ctid from ${table} where ${over} limit ${atOnce} for update skip locked) returning 1`,
      [before],
    );
    if (deleted.length < atOnce) return false;
  }
  return true;
}
