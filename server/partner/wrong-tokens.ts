import type { Database } from "../db/database";
import { countCall } from "../http/call-counter";
import { DeskError } from "../http/desk-error";
import { networkOf } from "../http/network";

const minuteMs = 60_000;
/** Wrong tokens a minute from one network, on all instances together. */
const wrongPerMinute = 30;
/** More would be an attack on the memory. */
const mostKept = 10_000;

/**
 * Holds back who guesses tokens. Only wrong ones count: many systems may call from behind one address. Once a network has used up its
 * minute, this instance asks the database about none of its tokens but those that were right not long ago, so that systems that work go
 * on working.
 */
export function createWrongTokens({ db, now }: { readonly db: Database; readonly now: () => number }) {
  /** Until when, ms. */
  const blocked = new Map<string, number>();
  /** Tokens that were right, as hashes, the oldest first. */
  const proven = new Set<string>();

  return {
    /** @throws DeskError 429 with `Retry-After` while the network is held back and this token has not been right before */
    check(address: string, hash: string): void {
      const network = networkOf(address);
      const until = blocked.get(network);
      if (until === undefined || proven.has(hash)) return;
      if (until > now()) throw tooMany(until - now());
      blocked.delete(network);
    },
    /** The token was right. */
    right(hash: string): void {
      proven.delete(hash);
      makeRoom(proven);
      proven.add(hash);
    },
    /** The token was wrong. @throws DeskError 429 with `Retry-After` when it was one too many */
    async wrong(address: string, hash: string): Promise<void> {
      proven.delete(hash);
      const network = networkOf(address);
      try {
        await countCall(db, `wrong token ${network}`, wrongPerMinute, now());
      } catch (error) {
        if (error instanceof DeskError && error.status === 429) {
          makeRoom(blocked);
          blocked.set(network, (Math.floor(now() / minuteMs) + 1) * minuteMs);
        }
        throw error;
      }
    },
  };
}

const tooMany = (ms: number) =>
  new DeskError(429, "Too many requests", `At most ${wrongPerMinute} wrong tokens a minute.`, {
    headers: { "Retry-After": String(Math.max(1, Math.ceil(ms / 1_000))) },
  });

/** For one more. */
function makeRoom(kept: Map<string, unknown> | Set<string>): void {
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
}
