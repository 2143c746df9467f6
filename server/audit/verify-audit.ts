import pino from "pino";
import { readDatabaseConfig } from "../config/read-database-config";
import { createDatabase } from "../db/open-database";
import { openPostgres } from "../db/postgres";
import { verifyAuditCommand } from "./verify-audit-command";

/** `node dist-server/verify-audit.js [--expect <position>:<hash>]…`, with the variables `DATABASE_…` of the server. */
async function run(): Promise<void> {
  const database = readDatabaseConfig(process.env);
  const log = pino({ level: "warn" }, pino.destination(2));
  // Who verifies changes nothing: a server's database is opened as it is. The embedded one can only be opened while no server runs.
  const db = database.kind === "postgres" ? await openPostgres(database.url, log) : await createDatabase(database, log);
  try {
    process.exitCode = await verifyAuditCommand(process.argv.slice(2), db, (line) => process.stdout.write(`${line}\n`));
  } finally {
    await db.close();
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // not 1: nothing is known of the log
  process.exitCode = 2;
});
