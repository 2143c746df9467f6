import { randomUUID } from "node:crypto";
import type { SavedView } from "@/api/generated/desk/types.gen";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { SignedIn } from "../http/context";
import { badRequest, conflict } from "../http/desk-error";
import type { Pushes } from "../push/push";
import { nameKey } from "./saved-views-search";

/** How many views one person may have. */
const viewsPerPerson = 100;

export type SavedViewInput = { readonly name: string; readonly screen: string; readonly search: string; readonly shared: boolean };
/** What may be changed; what is absent stays. */
export type SavedViewChange = {
  readonly name?: string | undefined;
  readonly search?: string | undefined;
  readonly shared?: boolean | undefined;
};

/** `hidden`: there is none that the person may know of. */
export type SavedViewAccess = "editable" | "readable" | "hidden";

export type SavedViews = {
  /** The person's own and the shared ones, by name. */
  list(person: SignedIn): Promise<SavedView[]>;
  access(id: string, person: SignedIn): Promise<SavedViewAccess>;
  /** @throws DeskError 409 when the name is taken or the person has too many */
  create(input: SavedViewInput, person: SignedIn): Promise<SavedView>;
  /** Nothing when the person may no longer change it. @throws DeskError 409 when the name is taken */
  update(id: string, change: SavedViewChange, person: SignedIn): Promise<SavedView | undefined>;
  /** Whether it was there for the person to delete. */
  remove(id: string, person: SignedIn): Promise<boolean>;
};

type ViewRow = {
  readonly id: string;
  readonly name: string;
  readonly screen: string;
  readonly search: string;
  readonly shared: boolean;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerEmailAddress: string;
  readonly updatedAt: number;
};

const columns = `id, name, screen, search, shared, owner_id as "ownerId", owner_name as "ownerName",
  owner_email_address as "ownerEmailAddress", ${msOf("updated_at")} as "updatedAt"`;

/** Whether the person may change shared views of others. */
const keepsShared = (person: SignedIn) => person.role === "lead" || person.role === "admin";
const mayEdit = (row: ViewRow, person: SignedIn) => row.ownerId === person.user.id || (row.shared && keepsShared(person));
// the same as SQL, so that a view that was just made private cannot be changed any more
const editable = "id = $1 and (owner_id = $2 or (shared and $3::boolean))";

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Searches by name: everybody's own, and those they share. */
export function createSavedViews(deps: { readonly db: Database; readonly now: () => number; readonly pushes: Pushes }): SavedViews {
  const { db, now, pushes } = deps;
  const changed = (id: string) => ({ change: { type: "saved-view", id, related: [] } });
  const write = <T>(work: (transaction: Queryable) => Promise<T>) => db.transaction(work).catch(refused);

  return {
    list: async (person) => {
      const rows = await db.query<ViewRow>(`select ${columns} from saved_views where shared or owner_id = $1`, [person.user.id]);
      return rows.map((row) => viewOf(row, person)).toSorted((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    },
    access: async (id, person) => {
      const [row] = await db.query<ViewRow>(`select ${columns} from saved_views where id = $1`, [id]);
      if (!row) return "hidden";
      if (mayEdit(row, person)) return "editable";
      return row.shared ? "readable" : "hidden";
    },
    create: (input, person) =>
      write(async (transaction) => {
        const owner = person.user;
        // One at a time, so that several at once cannot all be the last one allowed.
        await transaction.query("select pg_advisory_xact_lock(hashtext('desk.saved_views'), hashtext($1))", [owner.id]);
        const [many] = await transaction.query<{ count: number }>("select count(*)::int as count from saved_views where owner_id = $1", [
          owner.id,
        ]);
        if ((many?.count ?? 0) >= viewsPerPerson) throw conflict(`You have ${viewsPerPerson} views already. Delete one first.`);
        const values = [`view_${randomUUID()}`, input.screen, input.name, nameKey(input.name), input.search, input.shared];
        const [row] = await transaction.query<ViewRow>(
          `insert into saved_views (id, screen, name, name_key, search, shared, owner_id, owner_name, owner_email_address, updated_at)
           values ($1, $2, $3, $4, $5, $6::boolean, $7, $8, $9, $10::timestamptz) returning ${columns}`,
          [...values, owner.id, owner.name, owner.emailAddress, timestamp(now())],
        );
        if (!row) throw new Error("An inserted view came back as no row.");
        await pushes.publish(changed(row.id), transaction);
        return viewOf(row, person);
      }),
    update: (id, { name, search, shared }, person) =>
      write(async (transaction) => {
        const [row] = await transaction.query<ViewRow>(
          `update saved_views set name = coalesce($4::text, name), name_key = coalesce($5::text, name_key),
             search = coalesce($6::text, search), shared = coalesce($7::boolean, shared), updated_at = $8::timestamptz
           where ${editable} returning ${columns}`,
          [
            id,
            person.user.id,
            keepsShared(person),
            name ?? null,
            name === undefined ? null : nameKey(name),
            search ?? null,
            shared ?? null,
            timestamp(now()),
          ],
        );
        if (!row) return undefined;
        await pushes.publish(changed(id), transaction);
        return viewOf(row, person);
      }),
    remove: (id, person) =>
      db.transaction(async (transaction) => {
        const rows = await transaction.query(`delete from saved_views where ${editable} returning id`, [
          id,
          person.user.id,
          keepsShared(person),
        ]);
        if (rows.length > 0) await pushes.publish(changed(id), transaction);
        return rows.length > 0;
      }),
  };
}

const uniqueViolation = "23505";
const checkViolation = "23514";

/** What the database refuses, in words. */
function refused(error: unknown): never {
  if (error instanceof Error && "code" in error && error.code === checkViolation) {
    throw badRequest("shared: a view that looks for one person is kept for oneself");
  }
  if (error instanceof Error && "code" in error && error.code === uniqueViolation) {
    const whose = "constraint" in error && error.constraint === "saved_views_shared" ? "There is a shared view" : "You have a view";
    throw conflict(`${whose} of this name already.`);
  }
  throw error;
}

function viewOf(row: ViewRow, person: SignedIn): SavedView {
  const { ownerId, ownerName, ownerEmailAddress, updatedAt, ...view } = row;
  return {
    ...view,
    owner: { id: ownerId, name: ownerName, emailAddress: ownerEmailAddress },
    updatedAt: timestamp(updatedAt),
    editable: mayEdit(row, person),
  };
}
