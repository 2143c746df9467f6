import pg from "pg";
import type { Database } from "./database";
import { createListener } from "./listener";
import { columnTypes, loggable, RUNTIME_ROLE, SCHEMA, type DatabaseLog } from "./session";
import { createTransactionGuard, onConnection, runTransaction } from "./transaction";

const CONNECTIONS = 10;
const STATEMENT_MS = 15_000;
const LOCK_MS = 5_000;
const IDLE_IN_TRANSACTION_MS = 10_000;
const CONNECT_MS = 5_000;

/** How every connection of the running program is opened. The role is part of the start, so none can be used without it. */
export const runtimeConnection = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: "inquiry-desk",
  options: `-c role=${RUNTIME_ROLE} -c search_path=${SCHEMA}`,
  connectionTimeoutMillis: CONNECT_MS,
  statement_timeout: STATEMENT_MS,
  lock_timeout: LOCK_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  keepAlive: true,
  types: columnTypes,
});

/**
 * A migrated database on a PostgreSQL server, as the role `inquiry_desk_app`.
 * @throws when it cannot be reached, or when the role cannot be taken
 */
export async function openPostgres(url: string, log: DatabaseLog): Promise<Database> {
  const connection = runtimeConnection(url);
  const pool = new pg.Pool({ ...connection, max: CONNECTIONS });
  // of connections that nobody uses at the moment: the pool replaces them
  pool.on("error", (error) => log.warn(loggable(error), "an idle database connection was lost"));
  const all = onConnection(pool);
  const guard = createTransactionGuard();
  const listener = createListener(connection, log);
  let closed: Promise<void> | undefined;
  try {
    const [row] = await all.query<{ role: string }>("select current_user as role");
    // DATABASE_URL can carry options of its own, and they win
    if (row?.role !== RUNTIME_ROLE) throw new Error(`The database connection runs as ${row?.role}: DATABASE_URL must not set "options".`);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: "postgres",
    async query(text, params) {
      guard.check();
      return all.query(text, params);
    },
    async transaction(work) {
      guard.check();
      const client = await pool.connect();
      let failure: Error | undefined;
      const onError = (error: Error) => {
        failure = error;
        log.warn(loggable(error), "the database connection of a transaction was lost");
      };
      client.on("error", onError);
      try {
        return await guard.inside(() => runTransaction(client, work));
      } finally {
        client.off("error", onError);
        client.release(failure);
      }
    },
    listen: (channel, onMessage, onGap) => listener.listen(channel, onMessage, onGap),
    close() {
      closed ??= Promise.all([listener.close(), pool.end()]).then(() => undefined);
      return closed;
    },
  };
}
