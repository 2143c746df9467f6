import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import type { Role } from "@/domain/viewer";
import type { AuditWriter } from "../audit/audit-entry";
import type { Config } from "../config/config";
import type { Database, Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { Pushes } from "../push/push";
import { endedByProvider } from "./ended-by-provider";
import type { IdentityProvider } from "./identity-provider";
import { noRoleFacts } from "./no-role";
import { noteRefused, noteRole } from "./present-roles";
import type { ProviderTokens, Vouched } from "./provider-tokens";
import { roleOfClaims } from "./role-of-claims";
import { createSeal } from "./sealed";
import type { Sessions } from "./sessions";

/** How many one instance asks about at a time; the lease is longer than asking can take. */
const batch = 5;
const leaseMs = 5 * 60_000;
const sweepMs = 30_000;

type Due = {
  readonly sessionId: string;
  readonly tokens: string;
  readonly roleSource: ProviderTokens["roleSource"];
  readonly failing: boolean;
  readonly role: Role;
  readonly subject: string;
};

export type SessionChecks = NonNullable<ReturnType<typeof createSessionChecks>>;

/**
 * Asks the identity provider from time to time whether somebody who is signed in still has the role they signed in with. Whoever has
 * lost it, or is refused, is signed out; while the provider is down, sessions go on until their absolute end. Any number of instances
 * may sweep: a session that is being asked about is leased.
 * @returns nothing where there is no provider, or no client's secret to derive the key from that tokens are sealed with
 */
export function createSessionChecks(deps: {
  readonly config: Config;
  readonly db: Database;
  readonly now: () => number;
  readonly audit: Pick<AuditWriter, "append">;
  readonly pushes: Pushes;
  readonly sessions: Sessions;
  readonly identityProvider: IdentityProvider | undefined;
  readonly log: Logger;
}) {
  const { config, db, now, sessions, identityProvider, log } = deps;
  const { signIn } = config;
  if (!identityProvider || signIn.kind !== "oidc" || signIn.clientSecret === undefined) return undefined;
  const provider: IdentityProvider = identityProvider;
  const seal = createSeal(signIn.clientSecret);
  const nextDue = () => timestamp(now() + config.session.recheckSeconds * 1000);

  const roleOf = (claims: Readonly<Record<string, unknown>>) => roleOfClaims(claims, signIn.roleClaim, signIn.roles);

  const lease = () =>
    db.query<Due>(
      `update session_checks set due_at = $2 from sessions, people
       where session_id in (
         select session_id from session_checks where due_at <= $1 order by due_at limit ${batch} for update skip locked
       ) and sessions.id = session_id and people.id = person_id
       returning session_id as "sessionId", tokens, role_source as "roleSource", failing, sessions.role, subject`,
      [timestamp(now()), timestamp(now() + leaseMs)],
    );

  const forget = (sessionId: string, queryable: Queryable = db) =>
    queryable.query("delete from session_checks where session_id = $1", [sessionId]);

  /** @param noted writes down what it means for the person */
  async function end(sessionId: string, reason: string, noted: (transaction: Queryable) => Promise<void>): Promise<void> {
    await db.transaction(async (transaction) => {
      await forget(sessionId, transaction);
      await noted(transaction);
      await endedByProvider(deps, await sessions.end(sessionId, transaction), reason, null, transaction);
    });
  }

  /** @returns whether the provider answered */
  async function check({ sessionId, tokens, roleSource, failing, role, subject }: Due): Promise<boolean> {
    const opened = seal.open(tokens, sessionId);
    // sealed with a secret that was replaced: nothing to ask with, as if none had been given
    if (opened === undefined) {
      await sessions.shorten(sessionId);
      await forget(sessionId);
      return true;
    }
    try {
      // it was sealed by `begin`
      const told = await provider.recheck({ ...(JSON.parse(opened) as Omit<ProviderTokens, "roleSource">), roleSource }, subject);
      if (told === "cannot-ask") await forget(sessionId);
      else if (told === "refused") await refused(sessionId);
      else await compare(sessionId, role, told);
      return true;
    } catch (error) {
      // once, not at each sweep for as long as it lasts
      if (!failing) log.warn({ error: errorKind(error) }, "a session could not be checked with the identity provider");
      await db.query("update session_checks set failing = true, due_at = $2 where session_id = $1", [sessionId, nextDue()]);
      return false;
    }
  }

  const refused = (sessionId: string) =>
    end(sessionId, "The identity provider no longer vouches for the session", (transaction) =>
      noteRefused(sessionId, timestamp(now()), transaction),
    );

  async function compare(sessionId: string, role: Role, { claims, tokens }: Vouched): Promise<void> {
    const given = claims === undefined ? role : roleOf(claims);
    if (given === role) {
      await db.query("update session_checks set tokens = $2, failing = false, due_at = $3 where session_id = $1", [
        sessionId,
        sealed(tokens, sessionId),
        nextDue(),
      ]);
      return;
    }
    if (typeof given !== "string") log.warn(noRoleFacts(given), "a session ended: no role any more");
    const isRole = typeof given === "string";
    const reason = isRole ? "The identity provider gives another role" : "The identity provider gives no role any more";
    await end(sessionId, reason, (transaction) => noteRole(sessionId, isRole ? given : null, transaction));
  }

  const sealed = ({ refreshToken, accessToken, accessEndsAt }: ProviderTokens, sessionId: string) =>
    seal.seal(JSON.stringify({ refreshToken, accessToken, accessEndsAt }), sessionId);

  /** Checks what is due, and throws away tokens of sessions that are over. Stops early while the provider does not answer. */
  async function sweep(): Promise<void> {
    await db.query(
      `delete from session_checks using sessions where sessions.id = session_id
       and (ended_at is not null or idle_expires_at <= $1 or absolute_expires_at <= $1)`,
      [timestamp(now())],
    );
    for (;;) {
      const due = await lease();
      const answered = await Promise.all(due.map(check));
      if (due.length < batch || !answered.every(Boolean)) return;
    }
  }

  return {
    sweep,

    /** Keeps what the provider can be asked with, sealed. To be called in the transaction that begins the session. */
    async begin(sessionId: string, tokens: ProviderTokens, transaction: Queryable): Promise<void> {
      await transaction.query("insert into session_checks (session_id, tokens, role_source, due_at) values ($1, $2, $3, $4)", [
        sessionId,
        sealed(tokens, sessionId),
        tokens.roleSource,
        nextDue(),
      ]);
    },

    /** Sweeps twice a minute. @returns stops it */
    start(): () => void {
      let sweeping = false;
      const turn = async () => {
        if (sweeping) return;
        sweeping = true;
        await sweep().catch((error: unknown) => log.warn({ error: errorKind(error) }, "sessions could not be checked"));
        sweeping = false;
      };
      const timer = setInterval(() => void turn(), sweepMs).unref();
      return () => clearInterval(timer);
    },
  };
}
