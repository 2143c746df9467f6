import { referenceKey } from "@/domain/reference-id";
import { hashOf } from "../auth/secrets";
import type { Database } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";

/** When all inquiries of a reference ID were last read. */
export type StandingReads = {
  /** ms; undefined when that was never or long ago. */
  last(referenceId: string): Promise<number | undefined>;
  /** @param at ms */
  note(referenceId: string, at: number): Promise<void>;
};

/** Kept under a hash: somebody may ask for an ID that belongs to nobody we know. */
export function createStandingReads(db: Database): StandingReads {
  const keyOf = (referenceId: string) => hashOf(referenceKey(referenceId));
  return {
    async last(referenceId) {
      const [row] = await db.query<{ readAt: number }>(
        `select ${msOf("read_at")} as "readAt" from standing_reads where reference_hash = $1`,
        [keyOf(referenceId)],
      );
      return row?.readAt;
    },
    async note(referenceId, at) {
      await db.query(
        `insert into standing_reads as known (reference_hash, read_at) values ($1, $2::timestamptz)
         on conflict (reference_hash) do update set read_at = greatest(known.read_at, excluded.read_at)`,
        [keyOf(referenceId), timestamp(at)],
      );
    },
  };
}
