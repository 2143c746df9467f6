import type { DeskSessionLife } from "@/api/generated/desk/types.gen";
import type { Role } from "@/domain/viewer";
import type { Config } from "../config/config";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { SignedIn } from "../http/context";
import { hashOf, isSecret, newId, newSecret } from "./secrets";

/** Somebody the identity provider vouches for, with the role their claims give. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  /** The subject where no name is known. */
  readonly name: string;
  /** Empty where none is known. */
  readonly emailAddress: string;
  readonly role: Role;
};

/** Where a session was begun: what people know it by, and what the identity provider does. */
export type SessionPlace = {
  /** What the identity provider calls the session. */
  readonly providerSession?: string | null;
  /** Whether the identity provider can be asked about it from time to time; one that nobody asks about lives shorter. */
  readonly isChecked?: boolean;
  readonly address: string | null;
  /** Such as "Firefox on Windows". */
  readonly browser: string | null;
};

const nowhere: SessionPlace = { address: null, browser: null };

export type EndedSession = {
  readonly id: string;
  readonly personId: string;
};

export type StartedSession = {
  /** Goes into the cookie and nowhere else. */
  readonly cookieValue: string;
  readonly person: SignedIn;
};

/** Channel that carries the ID of a session whose end moved, or that ended: look it up with `life`. */
export const sessionChannel = "desk_sessions";

export type Sessions = ReturnType<typeof createSessions>;

/**
 * Sessions of signed-in people, all of them in the database: what ends on one instance has ended on every other. A session ends by
 * itself when nothing was written or extended for `idleSeconds`, and `absoluteSeconds` after it began whatever happens.
 */
export function createSessions({ db, config, now }: { db: Database; config: Pick<Config, "session">; now: () => number }) {
  const { idleSeconds, absoluteSeconds, warnSeconds } = config.session;
  const uncheckedSeconds = Math.min(absoluteSeconds, config.session.uncheckedSeconds);
  const inForce = "ended_at is null and idle_expires_at > $2 and absolute_expires_at > $2";
  const tell = (queryable: Queryable, sessionId: string) => queryable.query("select pg_notify($1, $2)", [sessionChannel, sessionId]);

  async function endWhere(queryable: Queryable, condition: string, params: readonly unknown[]): Promise<EndedSession[]> {
    const ended = await queryable.query<EndedSession>(
      `update sessions set ended_at = $1 where ended_at is null and ${condition} returning id, person_id as "personId"`,
      [timestamp(now()), ...params],
    );
    // what the identity provider could be asked with is of no use any more
    if (ended.length > 0) await queryable.query("delete from session_checks where session_id = any($1)", [ended.map(({ id }) => id)]);
    for (const { id } of ended) await tell(queryable, id);
    return ended;
  }

  const lifeOf = (idle: number, absolute: number): DeskSessionLife => ({
    idleExpiresAt: new Date(Math.min(idle, absolute)).toISOString(),
    absoluteExpiresAt: new Date(absolute).toISOString(),
    warnSeconds,
  });

  /** Somebody's row, by what the identity provider calls them. What it does not tell this time stays as it was. */
  async function note(queryable: Queryable, { issuer, subject, name, emailAddress, role }: Identity): Promise<SignedIn["user"]> {
    const [row] = await queryable.query<{ id: string; name: string; email_address: string }>(
      `insert into people (id, issuer, subject, name, email_address, role, first_sign_in_at, last_sign_in_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)
       on conflict (issuer, subject) do update
       set name = case when excluded.name = excluded.subject then people.name else excluded.name end,
         email_address = coalesce(nullif(excluded.email_address, ''), people.email_address),
         role = excluded.role, last_sign_in_at = excluded.last_sign_in_at
       returning id, name, email_address`,
      [newId("user"), issuer, subject, name, emailAddress, role, timestamp(now())],
    );
    if (!row) throw new Error("The person was not stored");
    return { id: row.id, name: row.name, emailAddress: row.email_address };
  }

  return {
    /**
     * Begins a session with a new secret. The session of the browser's former cookie ends, and so do the person's others where they
     * carry another role than the one just given.
     */
    async start(
      identity: Identity,
      formerCookie: string | undefined,
      transaction: Queryable,
      { address, browser, providerSession = null, isChecked = true }: SessionPlace = nowhere,
    ): Promise<StartedSession> {
      const user = await note(transaction, identity);
      if (isSecret(formerCookie)) await endWhere(transaction, "secret_hash = $2", [hashOf(formerCookie)]);
      await endWhere(transaction, "person_id = $2 and role <> $3", [user.id, identity.role]);
      const [cookieValue, sessionId, at] = [newSecret(), newId("session"), now()];
      await transaction.query(
        `insert into sessions
           (id, secret_hash, person_id, role, created_at, last_active_at, idle_expires_at, absolute_expires_at, address, browser,
            provider_session)
         values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10)`,
        [
          sessionId,
          hashOf(cookieValue),
          user.id,
          identity.role,
          timestamp(at),
          timestamp(at + idleSeconds * 1000),
          timestamp(at + (isChecked ? absoluteSeconds : uncheckedSeconds) * 1000),
          address,
          browser,
          providerSession,
        ],
      );
      return { cookieValue, person: { sessionId, user, role: identity.role } };
    },

    /** Whose session the cookie opens; nobody's when it ended, lapsed or never was. Changes nothing. */
    async find(cookieValue: string | undefined): Promise<SignedIn | undefined> {
      if (!isSecret(cookieValue)) return undefined;
      const [row] = await db.query<{ id: string; role: Role; person_id: string; name: string; email_address: string }>(
        `select sessions.id, sessions.role, person_id, name, email_address
         from sessions join people on people.id = person_id where secret_hash = $1 and ${inForce}`,
        [hashOf(cookieValue), timestamp(now())],
      );
      return row && { sessionId: row.id, role: row.role, user: { id: row.person_id, name: row.name, emailAddress: row.email_address } };
    },

    /** When the session ends; nothing when it has. Changes nothing. */
    async life(sessionId: string): Promise<DeskSessionLife | undefined> {
      const [row] = await db.query<{ idle: number; absolute: number }>(
        `select ${msOf("idle_expires_at")} as idle, ${msOf("absolute_expires_at")} as absolute from sessions where id = $1 and ${inForce}`,
        [sessionId, timestamp(now())],
      );
      return row && lifeOf(row.idle, row.absolute);
    },

    /** Moves the idle end on, because the person did something; never the absolute end. Nothing when the session has ended. */
    async extend(sessionId: string): Promise<DeskSessionLife | undefined> {
      const [row] = await db.query<{ idle: number; absolute: number }>(
        `update sessions set last_active_at = $2, idle_expires_at = $3 where id = $1 and ${inForce}
         returning ${msOf("idle_expires_at")} as idle, ${msOf("absolute_expires_at")} as absolute`,
        [sessionId, timestamp(now()), timestamp(now() + idleSeconds * 1000)],
      );
      if (row) await tell(db, sessionId);
      return row && lifeOf(row.idle, row.absolute);
    },

    /** Ends one session, on every instance, at once; with `personId` only if it is theirs. @returns what ended */
    end: (sessionId: string, queryable: Queryable = db, personId?: string) =>
      endWhere(queryable, "id = $2 and ($3::text is null or person_id = $3)", [sessionId, personId ?? null]),

    /** Ends every session of a person. @returns what ended */
    endAll: (personId: string, queryable: Queryable = db) => endWhere(queryable, "person_id = $2", [personId]),

    /** Ends every session of somebody the identity provider no longer gives a role, and notes that they have none. */
    async endAllOf({ issuer, subject }: Pick<Identity, "issuer" | "subject">, queryable: Queryable): Promise<EndedSession[]> {
      await queryable.query("update people set role = null where issuer = $1 and subject = $2", [issuer, subject]);
      return endWhere(queryable, "person_id in (select id from people where issuer = $2 and subject = $3)", [issuer, subject]);
    },

    /**
     * Ends what the identity provider ended: one of its sessions, or all of somebody's. With both told, somebody's sessions whose name at
     * the provider is not known end as well. @returns what ended
     */
    endAtProvider: (
      { issuer, subject, providerSession }: { issuer: string; subject: string | undefined; providerSession: string | undefined },
      queryable: Queryable,
    ) =>
      endWhere(
        queryable,
        `person_id in (select id from people where issuer = $2 and ($3::text is null or subject = $3))
         and ($4::text is null or provider_session = $4 or ($3::text is not null and provider_session is null))`,
        [issuer, subject ?? null, providerSession ?? null],
      ),

    /** The identity provider cannot be asked about a session any more: it ends as one that never could. */
    async shorten(sessionId: string): Promise<void> {
      await db.query(
        "update sessions set absolute_expires_at = least(absolute_expires_at, created_at + $2 * interval '1 second') where id = $1",
        [sessionId, uncheckedSeconds],
      );
      await tell(db, sessionId);
    },
  };
}
