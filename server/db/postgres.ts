import type { Database } from "./database";
import { createListener } from "./listener";
import { createPool } from "./pool";
import { loggable, type DatabaseLog } from "./session";
import { createTransactionGuard, onConnection, runTransaction } from "./transaction";
import { isUnavailable } from "./unavailable";

/**
 * A migrated database on a PostgreSQL server, as the role `inquiry_desk_app`.
 * @throws when it cannot be reached, is a standby, or when the role cannot be taken
 */
export async function openPostgres(url: string, log: DatabaseLog): Promise<Database> {
  const pool = createPool(url, log);
  const guard = createTransactionGuard();
  const listener = createListener(url, log);
  let closed: Promise<void> | undefined;
  try {
    const { rows } = await pool.use((connection) => connection.query("select 1 where pg_is_in_recovery()"));
    if (rows.length > 0) throw new Error("it is a standby, which takes no changes");
  } catch (error) {
    await pool.close();
    const { code, message } = loggable(isUnavailable(error) ? error.cause : error);
    throw new Error(`The database cannot be used: ${message || code}`, { cause: error });
  }
  return {
    kind: "postgres",
    async query(text, params) {
      guard.check();
      return pool.use((connection) => onConnection(connection).query(text, params));
    },
    async transaction(work) {
      guard.check();
      return pool.use((connection) => guard.inside(() => runTransaction(connection, work)));
    },
    listen: (channel, onMessage, onGap) => listener.listen(channel, onMessage, onGap),
    renew(connections) {
      if (connections === "silent") pool.renew();
      else listener.renew();
    },
    close() {
      closed ??= Promise.all([listener.close(), pool.close()]).then(() => undefined);
      return closed;
    },
  };
}
