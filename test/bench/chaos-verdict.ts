import { groupBy } from "@/lib/group-by";
import { verifyAudit } from "@server/audit/audit-verify";
import type { Database } from "@server/db/database";
import type { Effect } from "./chaos-persona";
import type { Told } from "./chaos-writers";
import type { Must } from "./figures";

interface Written {
  readonly action: string;
  readonly subject: string;
  readonly outcome: string;
}

/** Whether everything that was asked for is settled. */
export async function isSettled(db: Database): Promise<boolean> {
  const open = await db.query("select 1 from persona_writes where state not in ('answered') limit 1");
  return open.length === 0;
}

/** Holds what people were told and what the desk wrote down against what Persona did. */
export async function judge(db: Database, told: readonly Told[], effects: ReadonlyMap<string, Effect>): Promise<Must[]> {
  const pathOf = ({ wish }: Told) => `/inquiries/${wish.inquiryId}/${wish.step}`;
  const isDone = (one: Told) => effects.has(pathOf(one));
  const entries = await db.query<Written>(
    "select action, subject_id as subject, outcome from audit_entries where subject_id is not null order by audit_entries.position",
  );
  const byWish = groupBy(entries, ({ action, subject }) => `${action} ${subject}`);
  const writtenOf = ({ wish }: Told) => byWish.get(`${wish.action} ${wish.inquiryId}`) ?? [];
  const ledger = await db.query<{ inquiry: string; kind: string; links: number }>(
    "select inquiry_id as inquiry, kind, count(*)::int as links from issued_links group by inquiry_id, kind",
  );
  const issued = new Map(ledger.map(({ inquiry, kind, links }) => [`${inquiry} ${kind}`, links]));
  const linksMissing = told.filter((one) => {
    const kind = one.wish.step === "resume" ? "session-token" : one.wish.step === "generate-one-time-link" ? "one-time-link" : undefined;
    return kind !== undefined && (issued.get(`${one.wish.inquiryId} ${kind}`) ?? 0) !== (isDone(one) ? 1 : 0);
  });
  const finals = (one: Told) => writtenOf(one).filter(({ outcome }) => outcome === "done").length;
  const wrongLast = (one: Told) => isDone(one) && writtenOf(one).at(-1)?.outcome !== "done";
  const count = (what: string, wrong: readonly unknown[]): Must => ({ what: `${what}: ${wrong.length}`, holds: wrong.length === 0 });
  return [
    count(
      "confirmed and not done",
      told.filter((one) => one.confirmed && !isDone(one)),
    ),
    count(
      "done twice",
      [...effects.values()].filter(({ keys }) => keys.size > 1),
    ),
    count(
      "done without exactly one final entry that says so",
      told.filter((one) => isDone(one) && (finals(one) !== 1 || wrongLast(one))),
    ),
    count(
      "not done, and an entry says it was",
      told.filter((one) => !isDone(one) && finals(one) > 0),
    ),
    count("links and tokens that the ledger lacks or has too many of", linksMissing),
    { what: "the audit chain is whole", holds: (await verifyAudit(db)).whole },
  ];
}
