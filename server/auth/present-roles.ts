import type { Role } from "@/domain/viewer";
import type { Database, Queryable } from "../db/database";

export type PresentRoles = ReturnType<typeof createPresentRoles>;

/** What people are now, whatever role their sessions began with: as the identity provider told last. */
export function createPresentRoles({ db }: { readonly db: Database }) {
  return {
    /** @returns null where the provider gives no role any more, and for somebody who never signed in */
    async of(personId: string): Promise<Role | null> {
      const [row] = await db.query<{ role: Role | null }>("select role from people where id = $1", [personId]);
      return row?.role ?? null;
    },
  };
}

/** The identity provider gave another role, or none, when it was asked about a session. */
export async function noteRole(sessionId: string, role: Role | null, transaction: Queryable): Promise<void> {
  await transaction.query("update people set role = $2 where id = (select person_id from sessions where id = $1)", [sessionId, role]);
}

/**
 * The identity provider vouches for a session no longer, and says nothing of the person: they have no role until they sign in again, unless
 * it still vouches for another session of theirs.
 * @param at ISO 8601
 */
export async function noteRefused(sessionId: string, at: string, transaction: Queryable): Promise<void> {
  await transaction.query(
    `update people set role = null where id = (select person_id from sessions where id = $1) and not exists (
       select from sessions where person_id = people.id and id <> $1 and ended_at is null and idle_expires_at > $2 and absolute_expires_at > $2
     )`,
    [sessionId, at],
  );
}
