import pg from "pg";
import { columnTypes, loggable, sessionSettings, type DatabaseLog } from "./session";
import type { Connection } from "./transaction";
import { DatabaseUnavailable, readDriverError, watchedConnection } from "./unavailable";

const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/**
 * How long an answer may take, whoever is silent, ms. More than PostgreSQL itself gives a statement, so that on a network that works it
 * is the server that gives up, and the connection stays good.
 */
const ANSWER_MS = 17_000;

/** How every connection of the running program is opened; `prepare` comes next. */
export const runtimeConnection = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: "inquiry-desk",
  connectionTimeoutMillis: CONNECT_MS,
  query_timeout: ANSWER_MS,
  keepAlive: true,
  types: columnTypes,
});

/**
 * Makes a fresh connection what the program may use: the role, the schema, the limits. By statements, since a pooler in between refuses
 * them as parameters of the start. Nobody may use a connection before.
 * @throws when the role can't be taken
 */
export async function prepare(client: pg.ClientBase): Promise<void> {
  // the driver's types know the timeout of a client alone, and the driver that of a query too
  const query: pg.QueryConfig & { query_timeout: number } = { text: sessionSettings, query_timeout: CONNECT_MS };
  await client.query(query);
}

/** Ends a connection at once. The driver's own way waits for the other side, which may be what is silent. */
export function abandon(client: pg.Client | pg.PoolClient): void {
  // in the driver, and for a pool's client not in its types
  (client as pg.Client).connection.stream.destroy();
}

/** Connections to PostgreSQL as the role of the program. None that was lost or silent is used again. */
export function createPool(url: string, log: DatabaseLog) {
  const pool = new pg.Pool({ ...runtimeConnection(url), max: CONNECTIONS });
  const open = new Set<pg.PoolClient>();
  const prepared = new WeakSet<pg.PoolClient>();
  pool.on("connect", (client) => open.add(client));
  pool.on("remove", (client) => open.delete(client));
  // of connections that nobody uses at the moment: the pool replaces them
  pool.on("error", (error) => log.warn(loggable(error), "an idle database connection was lost"));

  async function acquire(): Promise<pg.PoolClient> {
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      // whatever the reason: it can't be reached, is full, or does not accept who asks
      throw pool.ending ? error : new DatabaseUnavailable("does-not-answer", error);
    }
    if (prepared.has(client)) return client;
    // lost while it is prepared: told by the statement
    const ignore = () => undefined;
    client.on("error", ignore);
    try {
      await prepare(client);
      prepared.add(client);
      return client;
    } catch (error) {
      abandon(client);
      client.release(true);
      throw readDriverError(error);
    } finally {
      client.off("error", ignore);
    }
  }

  return {
    /** Runs `work` on a connection of its own. @throws DatabaseUnavailable, also when none was free in time; what `work` throws */
    async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
      const client = await acquire();
      let lost: Error | undefined;
      const onError = (error: Error) => {
        lost ??= error;
      };
      client.on("error", onError);
      try {
        return await work(watchedConnection(client, onError));
      } finally {
        client.off("error", onError);
        if (lost !== undefined) {
          log.warn(loggable(lost), "a database connection in use was lost");
          abandon(client);
        }
        client.release(lost);
      }
    },
    /** Throws every connection away, those in use as well: they were there before the database fell silent, and may never answer. */
    renew(): void {
      for (const client of open) abandon(client);
    },
    /** Waits for what is running. */
    close: () => pool.end(),
  };
}
