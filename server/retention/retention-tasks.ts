import type { AuditLog } from "../audit/audit-log";
import type { Database } from "../db/database";
import { sumUpTally } from "../inquiries/inquiry-tally";
import { deleteOver } from "./delete-over";
import { createRedactions } from "./redactions";
import { retentionPlan } from "./retention-plan";
import type { ScheduledTask } from "./schedule";

type RetentionDeps = {
  readonly db: Database;
  readonly now: () => number;
  readonly audit: Pick<AuditLog, "eraseTexts" | "sumUpRefusals">;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What is deleted in time, what is erased at once because Persona redacted it, and the refusals that are still to be audited in sum. */
export function retentionTasks({ db, now, audit }: RetentionDeps): ScheduledTask[] {
  const redactions = createRedactions({ db, now, audit });
  return [
    ...retentionPlan.map((retention) => ({
      name: `delete old ${retention.table}`,
      everyMs: hourMs,
      run: () => deleteOver(db, retention, now()),
    })),
    { name: "erase what was redacted", everyMs: minuteMs, run: redactions.erasePending },
    { name: "sum up refused attempts", everyMs: minuteMs, run: () => audit.sumUpRefusals().then(() => false) },
    { name: "sum up the tally of inquiries", everyMs: minuteMs, run: () => sumUpTally(db).then(() => false) },
    { name: "erase what was written since", everyMs: 24 * hourMs, run: redactions.eraseWrittenSince },
  ];
}
