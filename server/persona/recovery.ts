import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { isUnavailable } from "../db/unavailable";
import type { AuditLog } from "../audit/audit-log";
import type { Clock } from "./clock";
import type { DueWrite, WriteLedger } from "./write-ledger";
import type { WriteRecord } from "./write-record";
import type { WriteSending } from "./write-sending";

type RecoveryDeps = {
  readonly ledger: WriteLedger;
  readonly record: WriteRecord;
  readonly sending: WriteSending;
  readonly audit: Pick<AuditLog, "canAppend">;
  /** Finds out what became of a write that may have been sent. */
  readonly resolve: (due: DueWrite) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
};

const everyMs = 2_000;
const forgetEveryMs = 60 * 60_000;
const atOnce = 10;

/** Finishes the writes that stopped instances left behind, and finds out what became of those whose answer is missing. */
export function createRecovery({ ledger, record, sending, audit, resolve, clock, log }: RecoveryDeps) {
  const finish = (due: DueWrite): Promise<unknown> =>
    due.state === "intended"
      ? record.unanswered({ row: due.row, recovered: true }, "no", "The server stopped before it was sent")
      : resolve(due);

  const recoverOnly = async (what: "left behind" | "unknown"): Promise<number> => {
    // what can't be audited isn't sent
    if (!(await audit.canAppend())) return 0;
    const { holder, due } = await ledger.takeDue(what, atOnce);
    await Promise.all(
      due.map((each) =>
        // whatever goes wrong, the row is still there when its lease runs out again
        sending
          .leased(each.row, holder, () => finish(each))
          .catch((error: unknown) => log.warn({ write: each.row.id, error: errorKind(error) }, "a write was not recovered")),
      ),
    );
    return due.length;
  };

  let forgotAt = 0;
  let stopped = false;
  const rounds = new Set<Promise<void>>();

  async function forgetNowAndThen(): Promise<void> {
    if (clock.now() - forgotAt < forgetEveryMs) return;
    forgotAt = clock.now();
    await ledger.forgetOld();
  }

  function repeat(work: () => Promise<unknown>): void {
    // not all instances at the same moment
    clock.later(everyMs * (0.75 + Math.random() / 2), () => {
      if (stopped) return;
      const round = work()
        .then(forgetNowAndThen)
        .catch((error: unknown) => {
          // who watches the database says that it is away, once
          if (!isUnavailable(error)) log.warn({ error: errorKind(error) }, "recovery has to wait");
        });
      rounds.add(round);
      void round.then(() => {
        rounds.delete(round);
        repeat(work);
      });
    });
  }

  return {
    /** @returns how many it took on */
    recover: async (): Promise<number> => (await recoverOnly("left behind")) + (await recoverOnly("unknown")),
    /** Recovers every two seconds or so. */
    start(): void {
      repeat(() => recoverOnly("left behind"));
      // on its own: it may have to wait for the budget, and holds nothing else up
      repeat(() => recoverOnly("unknown"));
    },
    /** Resolves when the rounds that run are done; none follows. */
    async stop(): Promise<void> {
      stopped = true;
      await Promise.all(rounds);
    },
  };
}
