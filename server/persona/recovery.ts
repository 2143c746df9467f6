import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { isUnavailable } from "../db/unavailable";
import type { Clock } from "./clock";
import type { WriteLedger, WriteRow } from "./write-ledger";
import type { WriteRecord } from "./write-record";
import type { WriteSending } from "./write-sending";

interface RecoveryDeps {
  readonly ledger: WriteLedger;
  readonly record: WriteRecord;
  readonly sending: WriteSending;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Persona remembers a key for 24 hours; after that the same key would act anew. */
export const keyLifeMs = 23 * 60 * 60_000;
const everyMs = 2_000;
const forgetEveryMs = 60 * 60_000;
const atOnce = 10;

/** Finishes the writes that stopped instances left behind. */
export function createRecovery({ ledger, record, sending, clock, log }: RecoveryDeps) {
  async function finish(row: WriteRow, overtaken: boolean): Promise<void> {
    const ending = { row, recovered: true };
    if (overtaken) return record.unanswered(ending, "unknown", "Somebody acted on it since, so it was not sent again");
    if (clock.now() - row.createdAt > keyLifeMs) return record.unanswered(ending, "unknown", "Found too late to be sent again");
    await record.answered(ending, await sending.call(row), true);
  }

  /** @returns how many it took on */
  const recover = async (): Promise<number> => {
    const lapsed = await ledger.takeLapsed(atOnce);
    await Promise.all(
      lapsed.map(({ row, overtaken }) =>
        // whatever goes wrong, the row is still there when its lease runs out again
        sending
          .leased(row, () => finish(row, overtaken))
          .catch((error: unknown) => log.warn({ write: row.id, error: errorKind(error) }, "a write was not recovered")),
      ),
    );
    return lapsed.length;
  };

  let forgotAt = 0;
  let stopped = false;
  let round: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    try {
      await recover();
      if (clock.now() - forgotAt < forgetEveryMs) return;
      forgotAt = clock.now();
      await ledger.forgetOld();
    } catch (error) {
      // who watches the database says that it is away, once
      if (!isUnavailable(error)) log.warn({ error: errorKind(error) }, "recovery has to wait");
    }
  }

  function start(): void {
    // not all instances at the same moment
    clock.later(everyMs * (0.75 + Math.random() / 2), () => {
      if (stopped) return;
      round = run();
      void round.then(start);
    });
  }

  return {
    recover,
    /** Recovers every two seconds or so. */
    start,
    /** Resolves when the round that runs is done; none follows. */
    stop(): Promise<void> {
      stopped = true;
      return round;
    },
  };
}
