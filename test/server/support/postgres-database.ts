import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { migrate } from "@server/db/migrate";
import { migrations } from "@server/db/migration-files";
import { silentLog } from "./silent-log";

/** Owner of the test databases: may make roles, as `docs/deployment.md` asks for, and is no superuser. */
const ownerRole = "desk_owner";

/** Names the state that the migrations lead to. */
export const migrationsHash = createHash("sha256")
  .update(migrations.map(({ number, name, sha256 }) => `${number} ${name} ${sha256}`).join("\n"))
  .digest("hex")
  .slice(0, 16);

function urlOf(database: string, user?: string): string {
  const server = inject("postgresUrl");
  if (!server) throw new Error("There is no PostgreSQL server: see test/server/support/postgres-server.ts.");
  const url = new URL(server);
  url.pathname = `/${database}`;
  // the same password for both: it protects nothing but the duration of a test run
  if (user) url.username = user;
  return url.href;
}

/** Runs `work` on one connection. */
export async function onUrl<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One connection of the superuser, in our schema. */
export async function connectAsSuperuser(database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  await client.query("set search_path = desk");
  return client;
}

/** Makes the migrated database that the others are copied from, once per test run. */
async function template(superuser: pg.Client): Promise<string> {
  const name = `desk_template_${migrationsHash}`;
  await superuser.query("select pg_advisory_lock(1)");
  try {
    const { rowCount } = await superuser.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return name;
    const { rowCount: owners } = await superuser.query("select from pg_roles where rolname = $1", [ownerRole]);
    if (!owners) {
      await superuser.query(`create role ${ownerRole} login createrole password ${pg.escapeLiteral(new URL(urlOf("postgres")).password)}`);
    }
    const unfinished = `${name}_unfinished`;
    await superuser.query(`drop database if exists ${unfinished}`);
    await superuser.query(`create database ${unfinished} owner ${ownerRole}`);
    await onUrl(urlOf(unfinished, ownerRole), (owner) => migrate(owner, migrations, silentLog));
    await superuser.query(`alter database ${unfinished} rename to ${name}`);
    return name;
  } finally {
    await superuser.query("select pg_advisory_unlock(1)");
  }
}

/**
 * A database of its own on the PostgreSQL server.
 * @param state `migrated`, or `empty` for tests of the migrations themselves
 * @returns its URL as the owner of the schema, and what drops it
 */
export async function createPostgresDatabase(
  state: "migrated" | "empty" = "migrated",
): Promise<{ url: string; name: string; drop: () => Promise<void> }> {
  const name = `desk_${randomBytes(6).toString("hex")}`;
  await onUrl(urlOf("postgres"), async (superuser) => {
    // the template first in any case: it makes the owner
    const source = await template(superuser);
    await superuser.query(`create database ${name} owner ${ownerRole}${state === "migrated" ? ` template ${source}` : ""}`);
  });
  return {
    url: urlOf(name, ownerRole),
    name,
    drop: () => onUrl(urlOf("postgres"), async (superuser) => void (await superuser.query(`drop database ${name} with (force)`))),
  };
}
