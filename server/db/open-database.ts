import pg from "pg";
import type { DatabaseConfig } from "../config/config";
import type { Database } from "./database";
import { openEmbedded } from "./embedded";
import { migrate } from "./migrate";
import { migrations } from "./migration-files";
import { openPostgres } from "./postgres";
import { loggable, type DatabaseLog } from "./session";

/** As the owner, on one connection that is closed again. No statement timeout: a migration takes as long as it takes. */
async function migratePostgres(url: string, log: DatabaseLog): Promise<void> {
  const owner = new pg.Client({ connectionString: url, application_name: "inquiry-desk migration", connectionTimeoutMillis: 5_000 });
  // a loss is told by the statement that was running
  owner.on("error", () => undefined);
  try {
    await owner.connect();
  } catch (error) {
    // where a name has several addresses, the driver's own message is empty
    const { code, message } = loggable(error);
    throw new Error(`The database cannot be reached: ${message || code}`, { cause: error });
  }
  try {
    await migrate(owner, migrations, log);
  } finally {
    await owner.end();
  }
}

/**
 * Opens the database, brings it up to date and gives it to the program as the role `inquiry_desk_app`.
 * @throws with a sentence for who starts the program: it cannot be reached, is newer than the program, another process has its directory
 */
export async function createDatabase(config: DatabaseConfig, log: DatabaseLog): Promise<Database> {
  if (config.kind === "embedded") return openEmbedded(config.directory, log);
  await migratePostgres(config.migrationUrl ?? config.url, log);
  return openPostgres(config.url, log);
}
