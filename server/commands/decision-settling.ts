import type { Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { SettledWrite } from "../persona/write-record";
import type { Push } from "../push/push";
import { type DecisionChange, settersOf } from "./decision-change";
import { decisionColumns, decisionPush, type DecisionRow } from "./decision-row";

/** How often reading or sending is tried before it is given up. */
export const mostTries = 8;
/** How long until the next try, ms. @param tries so far */
export const pauseMs = (tries: number): number => Math.min(1_000 * 2 ** tries, 15_000);

const noEffect = "It did not take effect at Persona.";

/**
 * Carries what became of a write over to the decision that it is, in the write's own transaction; nothing for other writes.
 * @returns what open screens are told
 */
export function createDecisionSettling(now: () => number) {
  return async ({ intent, outcome, statusAfter, why }: SettledWrite, transaction: Queryable): Promise<readonly Push[]> => {
    const [row] = await transaction.query<DecisionRow>(
      `select ${decisionColumns} from decisions d where d.write_intent = $1 for update of d`,
      [intent],
    );
    // an outcome that is known is not overwritten, except that a write turned out to be done after all. An unknown one may still be found
    // out when others decide again.
    const isOver = row !== undefined && !row.isOpen && row.state !== "unknown";
    if (row === undefined || row.state === "confirmed" || (isOver && outcome !== "done")) return [];
    // unknown again is no change: how long others wait counts from the first time
    if (outcome === "unknown" && row.state === "unknown") return [];
    const change = changeOf(row, outcome, { statusAfter, why });
    const { clause, values } = settersOf(change, 3);
    const [changed] = await transaction.query<DecisionRow>(
      `update decisions d set ${clause}, changed_at = $2::timestamptz where d.id = $1 returning ${decisionColumns}`,
      [row.id, timestamp(now()), ...values],
    );
    return changed === undefined || changed.state === row.state ? [] : [decisionPush(changed)];
  };

  function changeOf(
    row: DecisionRow,
    outcome: SettledWrite["outcome"],
    { statusAfter, why }: Pick<SettledWrite, "statusAfter" | "why">,
  ): DecisionChange {
    const over = { isOpen: false, holder: null, leaseUntil: now() } as const;
    switch (outcome) {
      case "done":
        return { ...over, state: "confirmed", statusAfter, why: null };
      case "refused":
        return { ...over, state: "refused", why: `Persona refused it: ${why ?? "it gave no reason"}.` };
      case "unknown":
        return { state: "unknown", why };
      case "failed":
        if (row.state === "unknown") return { ...over, state: "refused", why: noEffect };
        if (row.tries + 1 >= mostTries) return { ...over, state: "refused", why: why === null ? noEffect : `${why}. Nothing was sent.` };
        // not sent: it is compared once more, and tried again
        return { state: "checking", tries: row.tries + 1, holder: null, leaseUntil: now() + pauseMs(row.tries) };
    }
  }
}
