import { groupBy } from "@/lib/group-by";
import { verifyAudit } from "@server/audit/audit-verify";
import type { Database } from "@server/db/database";
import type { Effect } from "./chaos-persona";
import type { Step, Told, Wish } from "./chaos-writers";
import type { Must } from "./figures";

type Written = {
  readonly action: string;
  readonly subject: string;
  readonly outcome: string;
};

/** Whether everything that was asked for is settled. */
export async function isSettled(db: Database): Promise<boolean> {
  const open = await db.query(
    `select 1 from persona_writes where state not in ('answered')
     union all select 1 from decisions where is_open
     union all select 1 from restorations where is_open
     limit 1`,
  );
  return open.length === 0;
}

/** Holds what people were told and what the desk wrote down against what Persona did. */
export async function judge(db: Database, told: readonly Told[], effects: ReadonlyMap<string, Effect>): Promise<Must[]> {
  const entries = await db.query<Written>(
    "select action, subject_id as subject, outcome from audit_entries where subject_id is not null order by audit_entries.position",
  );
  const byStep = groupBy(entries, ({ action, subject }) => `${action} ${subject}`);
  const issued = await countsOf(db, "select inquiry_id || ' ' || kind as name, count(*)::int as count from issued_links group by 1");
  const ends = await db.query<{ inquiry: string; state: string }>("select inquiry_id as inquiry, state from decisions");
  const isDone = ({ inquiryId }: Wish, { step }: Step) => effects.has(`/inquiries/${inquiryId}/${step}`);
  const steps = told.flatMap(({ wish }) =>
    wish.steps.map((step) => ({
      inquiryId: wish.inquiryId,
      action: step.action,
      isDone: isDone(wish, step),
      outcomes: (byStep.get(`${step.action} ${wish.inquiryId}`) ?? []).map(({ outcome }) => outcome),
      issues: step.issues,
      issued: step.issues === undefined ? 0 : (issued.get(`${wish.inquiryId} ${step.issues}`) ?? 0),
    })),
  );
  const finals = (outcomes: readonly string[]) => outcomes.filter((outcome) => outcome === "done").length;
  const count = (what: string, wrong: readonly unknown[]): Must => {
    for (const one of wrong.slice(0, 3)) console.log(what, JSON.stringify(one));
    return { what: `${what}: ${wrong.length}`, holds: wrong.length === 0 };
  };
  return [
    count(
      "confirmed and not done",
      told.filter(({ confirmed, wish }) => confirmed && !wish.steps.every((step) => isDone(wish, step))),
    ),
    count(
      "told that nothing was done, and done",
      told.filter(({ denied, wish }) => denied && wish.steps.some((step) => isDone(wish, step))),
    ),
    count(
      "left half done",
      told.filter(({ wish }) => wish.steps.some((step) => isDone(wish, step)) && !wish.steps.every((step) => isDone(wish, step))),
    ),
    count(
      "done twice",
      [...effects.values()].filter(({ keys }) => keys.size > 1),
    ),
    count(
      "done without exactly one final entry that says so",
      steps.filter((one) => one.isDone && (finals(one.outcomes) !== 1 || one.outcomes.at(-1) !== "done")),
    ),
    count(
      "not done, and an entry says it was",
      steps.filter((one) => !one.isDone && finals(one.outcomes) > 0),
    ),
    count(
      "decisions whose end is not what Persona did",
      ends.filter(({ inquiry, state }) => {
        const wish = told.find((one) => one.wish.inquiryId === inquiry)?.wish;
        return wish === undefined || (state === "confirmed") !== wish.steps.every((step) => isDone(wish, step));
      }),
    ),
    count(
      "links and tokens that the ledger lacks or has too many of",
      steps.filter((one) => one.issues !== undefined && one.issued !== (one.isDone ? 1 : 0)),
    ),
    count(
      "session tokens in the ledger that nobody was given",
      [...issued.keys()].filter((name) => {
        const [inquiryId, kind] = name.split(" ");
        const wish = told.find((one) => one.wish.inquiryId === inquiryId)?.wish;
        return kind === "session-token" && wish?.steps.every(({ issues }) => issues !== "session-token");
      }),
    ),
    { what: "the audit chain is whole", holds: (await verifyAudit(db)).whole },
  ];
}

async function countsOf(db: Database, query: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ name: string; count: number }>(query);
  return new Map(rows.map(({ name, count }) => [name, count]));
}
