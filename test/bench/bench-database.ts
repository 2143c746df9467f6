import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { DatabaseConfig } from "@server/config/config";
import type { Database } from "@server/db/database";
import { createDatabase } from "@server/db/open-database";
import { silentLog } from "@test/server/support/silent-log";
import { startPostgres } from "@test/server/support/start-postgres";

/** A database of the benchmark's own. */
export type BenchDatabase = {
  readonly kind: DatabaseConfig["kind"];
  /** The server's variables that name it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Opens it, brings it up to date, and closes it again. The embedded one only while no server runs. */
  use<T>(work: (db: Database) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
};

/** A PostgreSQL server where one is installed, else the embedded database in a temporary folder. */
export async function startDatabase(): Promise<BenchDatabase> {
  const postgres = await startPostgres();
  if (postgres === undefined) {
    const directory = mkdtempSync(join(tmpdir(), "inquiry-desk-bench-"));
    return {
      ...opened({ kind: "embedded", directory }),
      settings: { DATABASE_DIRECTORY: directory },
      remove: () => Promise.resolve(rmSync(directory, { recursive: true, force: true })),
    };
  }
  const url = new URL(postgres.url);
  const superuser = new pg.Client({ connectionString: url.href });
  await superuser.connect();
  // as `docs/deployment.md` asks for: it may make roles, and is no superuser
  await superuser.query(`create role desk_owner login createrole password ${pg.escapeLiteral(url.password)}`);
  await superuser.query("create database desk owner desk_owner");
  await superuser.end();
  [url.username, url.pathname] = ["desk_owner", "/desk"];
  return {
    ...opened({ kind: "postgres", url: url.href, migrationUrl: undefined }),
    settings: { DATABASE_URL: url.href },
    remove: () => postgres.stop(),
  };
}

function opened(config: DatabaseConfig): Pick<BenchDatabase, "kind" | "use"> {
  return {
    kind: config.kind,
    async use(work) {
      const db = await createDatabase(config, silentLog);
      try {
        return await work(db);
      } finally {
        await db.close();
      }
    },
  };
}
