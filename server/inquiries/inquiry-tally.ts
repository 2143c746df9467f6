import type { Database, Queryable } from "../db/database";

/** How many inquiries of a status there are on a template. */
export type TallyLine = {
  readonly status: string;
  readonly inquiryTemplateId: string | null;
  readonly count: number;
};

/** How many inquiries there are by status and template: exact, and not by counting them. */
export const readTally = (db: Queryable): Promise<TallyLine[]> =>
  db.query(
    `select status, inquiry_template_id as "inquiryTemplateId", sum(change)::float8 as count
     from inquiry_tally group by 1, 2 having sum(change) <> 0`,
  );

/** Puts one row of a status and template in the place of those that have come together; who reads meanwhile finds the same sums. */
export async function sumUpTally(db: Database): Promise<void> {
  await db.query(
    `with gone as (delete from inquiry_tally returning status, inquiry_template_id, change)
     insert into inquiry_tally select status, inquiry_template_id, sum(change) from gone group by 1, 2 having sum(change) <> 0`,
  );
}
