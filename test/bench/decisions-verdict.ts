import { groupBy } from "@/lib/group-by";
import { verifyAudit } from "@server/audit/audit-verify";
import type { Database } from "@server/db/database";
import type { Told } from "./decisions-clients";
import type { Effect } from "./decisions-persona";
import type { Must } from "./figures";

type Row = {
  readonly id: string;
  readonly comment: string;
  readonly state: string;
  readonly open: boolean;
  readonly why: string | null;
  readonly action: string;
  /** Persona's time of the picture that was seen. */
  readonly saw: string;
};
type Entry = {
  readonly decision: string;
  readonly action: string;
  readonly outcome: string;
};

/** Whether everything that was taken has come to its end. */
export async function isOver(db: Database): Promise<boolean> {
  const [one] = await db.query(
    `select 1 from decisions where state in ('held', 'checking', 'sending', 'unknown')
     union all select 1 from persona_writes where state <> 'answered' limit 1`,
  );
  return one === undefined;
}

const operations: Readonly<Record<string, string>> = { approve: "approve-an-inquiry", decline: "decline-an-inquiry" };

/** The entry that ends a decision; of one that was refused, Persona's refusal or the last word that it failed. */
function isEndedBy({ state, action }: Row, finals: readonly Entry[], last: Entry | undefined): boolean {
  const names = finals.map((entry) => `${entry.action} ${entry.outcome}`).join();
  switch (state) {
    case "confirmed":
      return names === `${operations[action]} done` && last?.outcome === "done";
    case "stopped":
      return names === "stop-decision refused";
    case "taken-back":
      return names === "take-back-decision done";
    default:
      return finals.length <= 1 && (last?.outcome === "refused" || last?.outcome === "failed");
  }
}

/** Holds what people were told and what the desk wrote down against what Persona did. */
export async function judge(
  db: Database,
  told: readonly Told[],
  effects: readonly Effect[],
): Promise<{ readonly musts: readonly Must[]; readonly ends: Readonly<Record<string, number>> }> {
  const rows = await db.query<Row>(
    `select id, comment, state, is_open as open, why, action, seen ->> 'updatedAt' as saw from decisions order by sequence`,
  );
  const entries = await db.query<Entry>(
    `select content -> 'details' ->> 'decision' as decision, action, outcome from audit_entries
     where content -> 'details' ->> 'decision' is not null and action not in ('hold-decision', 'pause-decision') order by audit_entries.position`,
  );
  const entriesOf = groupBy(entries, ({ decision }) => decision);
  const effectsOf = groupBy(effects, ({ comment }) => comment);
  const rowOf = new Map(rows.map((row) => [row.comment, row]));
  const isDone = ({ comment }: Pick<Row, "comment">) => effectsOf.has(comment);
  const count = (what: string, wrong: readonly unknown[]): Must => {
    for (const one of wrong.slice(0, 3)) console.log(`${what}: ${JSON.stringify(one)}`);
    return { what: `${what}: ${wrong.length}`, holds: wrong.length === 0 };
  };
  const ends: Record<string, number> = {};
  for (const { state } of rows) ends[state] = (ends[state] ?? 0) + 1;
  // their screens showed no decision
  ends["unsent, visibly"] = told.filter(({ comment }) => !rowOf.has(comment)).length;
  const isWellEnded = (row: Row) => {
    const all = entriesOf.get(row.id) ?? [];
    const finals = all.filter(({ outcome }) => outcome === "done" || outcome === "refused");
    return isEndedBy(row, finals, all.at(-1));
  };
  return {
    ends,
    musts: [
      count(
        "lost: told as taken, and not there",
        told.filter(({ id, comment }) => id !== undefined && rowOf.get(comment)?.id !== id),
      ),
      count(
        "lost: told as confirmed, or written down so, and not done",
        [...told.filter(({ state }) => state === "confirmed"), ...rows.filter(({ state }) => state === "confirmed")].filter(
          (one) => !isDone(one),
        ),
      ),
      count(
        "doubled: done twice",
        [...effectsOf.values()].filter((done) => done.length > 1),
      ),
      count(
        "done though stopped, refused, taken back or never taken",
        effects.filter(({ comment }) => rowOf.get(comment)?.state !== "confirmed"),
      ),
      count(
        "overwritten: done on a picture that was not the one seen",
        effects.filter(({ comment, updatedAt }) => rowOf.get(comment)?.saw !== updatedAt),
      ),
      count(
        "without an end",
        rows.filter(({ open, state }) => open || state === "unknown"),
      ),
      count(
        "refused without a reason",
        rows.filter(({ state, why }) => state === "refused" && (why ?? "") === ""),
      ),
      count(
        "without exactly one final entry",
        rows.filter((row) => !isWellEnded(row)).map((row) => ({ ...row, entries: entriesOf.get(row.id) })),
      ),
      { what: "the audit chain is whole", holds: (await verifyAudit(db)).whole },
    ],
  };
}
