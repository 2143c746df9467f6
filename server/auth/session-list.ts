import type { PersonSession } from "@/api/generated/desk/types.gen";
import type { Role } from "@/domain/viewer";
import type { Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { SignedIn } from "../http/context";

/** Who is signed in changes all day; nobody reads further than this. */
const mostListed = 1_000;

type Row = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly emailAddress: string;
  readonly role: Role;
  readonly signedInAt: number;
  readonly lastActiveAt: number;
  readonly address: string | null;
  readonly browser: string | null;
};

/**
 * The sessions in force, the most recently active first.
 * @param of whose; everybody's when absent
 * @param viewer whose own session is marked
 * @param now ms
 */
export async function listSessions(db: Queryable, of: string | undefined, viewer: SignedIn, now: number): Promise<PersonSession[]> {
  const rows = await db.query<Row>(
    `select sessions.id, person_id as "personId", name, email_address as "emailAddress", sessions.role, address, browser,
       ${msOf("created_at")} as "signedInAt", ${msOf("last_active_at")} as "lastActiveAt"
     from sessions join people on people.id = person_id
     where ended_at is null and idle_expires_at > $1 and absolute_expires_at > $1 and ($2::text is null or person_id = $2)
     order by last_active_at desc, sessions.id limit ${mostListed}`,
    [timestamp(now), of ?? null],
  );
  return rows.map(({ id, personId, name, emailAddress, role, signedInAt, lastActiveAt, address, browser }) => ({
    id,
    user: { id: personId, name, emailAddress },
    role,
    signedInAt: timestamp(signedInAt),
    lastActiveAt: timestamp(lastActiveAt),
    address,
    browser,
    current: id === viewer.sessionId,
  }));
}
