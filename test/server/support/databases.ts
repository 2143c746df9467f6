import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, inject } from "vitest";
import type { Database } from "@server/db/database";
import { databaseOnPglite } from "@server/db/embedded";
import { openPostgres } from "@server/db/postgres";
import { runtimeRole } from "@server/db/session";
import type { Connection } from "@server/db/transaction";
import { createMigratedPglite } from "./embedded-database";
import { connectAsSuperuser, createPostgresDatabase, onUrl } from "./postgres-database";
import { rememberRows, restoreRows } from "./reset-tables";
import { silentLog } from "./silent-log";

export type DatabaseKind = Database["kind"];

/** Which databases there are on this machine. The real one is missing where PostgreSQL is not installed. */
export const databaseKinds: readonly DatabaseKind[] = inject("postgresUrl") ? ["embedded", "postgres"] : ["embedded"];

/** A database for one test, as the program has it: migrated, with what the migrations put in, as `inquiry_desk_app`. */
export type TestDatabase = Database & {
  /** For a second instance on the same database (`openPostgres(url, …)`, `createDatabase({ kind: "postgres", url, … }, …)`); the real one only. */
  readonly url: string | undefined;
  /** Does what the program must not be able to, such as changing the past: as a superuser, past triggers. */
  asSuperuser(sql: string, params?: readonly unknown[]): Promise<unknown[]>;
  /** One connection as who owns the schema and applies migrations. */
  asOwner<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
};

type Place = {
  open(): Promise<TestDatabase>;
  reset(): Promise<unknown>;
  remove(): Promise<void>;
};

/** The real one: a database of its own per describe block. */
async function postgresPlace(): Promise<Place> {
  const { url, name, drop } = await createPostgresDatabase();
  const superuser = await connectAsSuperuser(name);
  await rememberRows((sql) => superuser.query(sql));
  return {
    async open() {
      const db = await openPostgres(url, silentLog);
      return {
        ...db,
        url,
        asSuperuser: async (sql, params = []) => (await superuser.query(sql, [...params])).rows,
        asOwner: (work) => onUrl(url, work),
      };
    },
    reset: () => restoreRows((sql) => superuser.query(sql)),
    async remove() {
      await superuser.end();
      await drop();
    },
  };
}

/** The embedded one, started once per test file, since it takes several hundred megabytes. */
let started: Promise<PGlite> | undefined;

async function onPglite<T>(pglite: PGlite, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(createPgConfig(pglite));
  await client.connect();
  try {
    await client.query("reset role");
    return await work(client);
  } finally {
    await client.end();
  }
}

async function embeddedPlace(): Promise<Place> {
  started ??= createMigratedPglite().then(async (pglite) => {
    await onPglite(pglite, (client) => rememberRows((sql) => client.query(sql)));
    return pglite;
  });
  const pglite = await started;
  const asOwner = <T>(work: (client: pg.Client) => Promise<T>) =>
    onPglite(pglite, async (client) => {
      try {
        return await work(client);
      } finally {
        await client.query(`set role ${runtimeRole}`);
      }
    });
  return {
    async open() {
      await onPglite(pglite, (client) => client.query("set session_replication_role = default"));
      const db = await databaseOnPglite(pglite, silentLog, () => Promise.resolve());
      return {
        ...db,
        url: undefined,
        asSuperuser: (sql, params = []) => asOwner(async (client) => (await client.query(sql, [...params])).rows),
        asOwner,
      };
    },
    reset: () => onPglite(pglite, (client) => restoreRows((sql) => client.query(sql))),
    remove: () => Promise.resolve(),
  };
}

/** Makes the place for the databases of the tests around the call: to be called in a describe block. */
function placeFor(kind: DatabaseKind): () => Promise<TestDatabase> {
  let place: Place | undefined;
  let open: TestDatabase | undefined;
  beforeAll(async () => {
    place = await (kind === "postgres" ? postgresPlace() : embeddedPlace());
  });
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  afterAll(() => place?.remove());
  return async () => {
    if (!place) throw new Error("The database is there in tests and in beforeEach, not before.");
    if (open) throw new Error("This test has its database. A second instance on it: openPostgres(db.url, …).");
    await place.reset();
    open = await place.open();
    return open;
  };
}

/**
 * The same tests on both databases.
 * @param define is given `fresh`, to be called once per test: a migrated database with nothing else in it, closed after the test
 */
export function describeOnEachDatabase(name: string, define: (fresh: () => Promise<TestDatabase>, kind: DatabaseKind) => void): void {
  for (const kind of databaseKinds) describeOnDatabase(kind, name, define);
}

/** Tests that make sense on one of the databases only, such as those with two instances. Nothing where it is not installed. */
export function describeOnDatabase(
  kind: DatabaseKind,
  name: string,
  define: (fresh: () => Promise<TestDatabase>, kind: DatabaseKind) => void,
): void {
  if (!databaseKinds.includes(kind)) return;
  describe(`${name}, ${kind}`, () => {
    define(placeFor(kind), kind);
  });
}

/**
 * Tests that share one database, the real one where it is installed. It begins with nothing in it, and each leaves it in order.
 * @param define is given what hands the database out, in tests and their hooks
 */
export function describeOnSharedDatabase(name: string, define: (db: () => TestDatabase) => void): void {
  const kind = databaseKinds.at(-1) ?? "embedded";
  describe(`${name}, ${kind}`, () => {
    let place: Place | undefined;
    let open: TestDatabase | undefined;
    beforeAll(async () => {
      place = await (kind === "postgres" ? postgresPlace() : embeddedPlace());
      await place.reset();
      open = await place.open();
    });
    afterAll(async () => {
      await open?.close();
      await place?.remove();
    });
    define(() => {
      if (!open) throw new Error("The database is there in tests and hooks, not before.");
      return open;
    });
  });
}
