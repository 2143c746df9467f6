import type { Database } from "../db/database";
import { timestamp } from "../db/sql-time";
import { DeskError } from "./desk-error";

const minuteMs = 60_000;

/**
 * Counts a call, for all instances together, by the minute of the clock.
 * @param caller who calls and, where that has a limit of its own, what
 * @throws DeskError 429 with `Retry-After` once `callsPerMinute` are used up
 */
export async function countCall(db: Database, caller: string, callsPerMinute: number, now: number): Promise<void> {
  const minute = Math.floor(now / minuteMs) * minuteMs;
  const [row] = await db.query<{ calls: number }>(
    `insert into call_counts (caller, minute, calls) values ($1, $2::timestamptz, 1)
     on conflict (caller, minute) do update set calls = call_counts.calls + 1 returning calls`,
    [caller, timestamp(minute)],
  );
  const calls = row?.calls ?? 1;
  // the first of a minute clears away what is over, so that the table never holds more than those who are here
  if (calls === 1) await db.query("delete from call_counts where minute < $1::timestamptz", [timestamp(minute - minuteMs)]);
  if (calls <= callsPerMinute) return;
  const seconds = Math.max(1, Math.ceil((minute + minuteMs - now) / 1_000));
  throw new DeskError(429, "Too many requests", `At most ${callsPerMinute} a minute.`, { headers: { "Retry-After": String(seconds) } });
}
