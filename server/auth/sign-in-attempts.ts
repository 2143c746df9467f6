import type { Database } from "../db/database";
import { timestamp } from "../db/sql-time";
import { hashOf, isSecret, newSecret } from "./secrets";

const lifeMs = 10 * 60_000;

/** What a sign-in needs to remember while the person is at the identity provider. */
export type SignInAttempt = {
  readonly nonce: string;
  readonly codeVerifier: string;
  /** A path of the desk, checked. */
  readonly returnTo: string;
};

export type SignInAttempts = ReturnType<typeof createSignInAttempts>;

/** Sign-ins on their way: for ten minutes, in one browser, once. */
export function createSignInAttempts({ db, now }: { db: Database; now: () => number }) {
  return {
    /** @returns `state` travels through the identity provider, `browserSecret` stays in a cookie of the browser that began */
    async begin({ nonce, codeVerifier, returnTo }: SignInAttempt): Promise<{ state: string; browserSecret: string }> {
      const [state, browserSecret] = [newSecret(), newSecret()];
      await db.query("delete from sign_in_attempts where expires_at < $1", [timestamp(now())]);
      await db.query(
        `insert into sign_in_attempts (state_hash, browser_hash, nonce, code_verifier, return_to, expires_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [hashOf(state), hashOf(browserSecret), nonce, codeVerifier, returnTo, timestamp(now() + lifeMs)],
      );
      return { state, browserSecret };
    },

    /** Uses the attempt up, even when it turns out to be late or another browser's. */
    async take(state: string | undefined, browserSecret: string | undefined): Promise<SignInAttempt | undefined> {
      if (!isSecret(state)) return undefined;
      const [row] = await db.query<{ nonce: string; code_verifier: string; return_to: string; usable: boolean }>(
        `delete from sign_in_attempts where state_hash = $1
         returning nonce, code_verifier, return_to, (browser_hash = $2 and expires_at > $3) as usable`,
        [hashOf(state), isSecret(browserSecret) ? hashOf(browserSecret) : "", timestamp(now())],
      );
      return row?.usable ? { nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to } : undefined;
    },
  };
}
