import type { Logger } from "pino";
import type { Queryable } from "../db/database";
import { genesisHash } from "./audit-content";

/** The end of the chain. Position 0 and zeros before the first entry. */
export type AuditHead = {
  readonly position: number;
  readonly hash: string;
};

/** The newest entry's place and hash. */
export async function readAuditHead(db: Queryable): Promise<AuditHead> {
  const [row] = await db.query<AuditHead>(
    'select position::float8 as "position", hash from audit_entries order by audit_entries.position desc limit 1',
  );
  return row ?? { position: 0, hash: genesisHash };
}

const entriesBetween = 100;
const msBetween = 10 * 60_000;

/**
 * Writes the end of the chain to the server's log now and then. A chain whose last entries were cut off is still a chain; held against
 * a head that was logged before (`verify-audit --expect`), it shows.
 */
export function createAuditHeadLog({ head, now, log }: { head: () => Promise<AuditHead>; now: () => number; log: Pick<Logger, "info"> }) {
  let logged = { position: 0, at: now() };
  const check = async (): Promise<void> => {
    const { position, hash } = await head();
    const due = position - logged.position >= entriesBetween || now() - logged.at >= msBetween;
    if (!due || position === logged.position) return;
    logged = { position, at: now() };
    log.info({ position, hash }, "audit head");
  };
  return {
    /** Logs the head when 100 entries or ten minutes have passed since the last time, and there is something new. */
    check,
    /** Checks every minute. @returns stops it */
    start: (onError: (error: unknown) => void): (() => void) => {
      const timer = setInterval(() => void check().catch(onError), 60_000);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
