import pg from "pg";
import { columnTypes, loggable, sessionSettings, type DatabaseLog } from "./session";
import type { Connection } from "./transaction";
import { DatabaseUnavailable, readDriverError, watchedConnection } from "./unavailable";

const poolSize = 10;
const connectMs = 5_000;
/**
 * How long an answer may take, be it the network or the server that is silent, ms. More than PostgreSQL itself gives a statement, so that on a network that works it
 * is the server that gives up, and the connection stays good.
 */
const answerMs = 17_000;

/** How long a statement may wait for its answer before its connection is given up with those that are idle, ms. */
const silentMs = 3_000;
/** However long it goes well, a connection is replaced after this: a name may lead to another server by now. */
const lifetimeSeconds = 600;

/** How every connection of the running program is opened; `prepare` comes next. */
export const runtimeConnection = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: "inquiry-desk",
  connectionTimeoutMillis: connectMs,
  query_timeout: answerMs,
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
  const query: pg.QueryConfig & { query_timeout: number } = { text: sessionSettings, query_timeout: connectMs };
  await client.query(query);
}

/** Ends a connection at once. The driver's own way waits for the other side, which may be what is silent. */
export function abandon(client: pg.Client | pg.PoolClient): void {
  // in the driver, and for a pool's client not in its types
  (client as pg.Client).connection.stream.destroy();
}

/** Connections to PostgreSQL as the role of the program. None that was lost or silent is used again. */
export function createPool(url: string, log: DatabaseLog) {
  const pool = new pg.Pool({ ...runtimeConnection(url), max: poolSize, maxLifetimeSeconds: lifetimeSeconds });
  const open = new Set<pg.PoolClient>();
  const prepared = new WeakSet<pg.PoolClient>();
  const givenUp = new WeakSet<pg.PoolClient>();
  /** Since when each connection in use waits for an answer, ms; undefined between two statements. */
  const inUse = new Map<pg.PoolClient, number | undefined>();
  pool.on("connect", (client) => open.add(client));
  pool.on("remove", (client) => open.delete(client));
  // of connections that nobody uses at the moment: the pool replaces them
  pool.on("error", (error, client) => {
    if (!givenUp.has(client)) log.warn(loggable(error), "an idle database connection was lost");
  });

  async function acquire(): Promise<pg.PoolClient> {
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
      // given up while it was idle, and handed out before the pool knew of its end
      while (givenUp.has(client)) {
        client.release(true);
        client = await pool.connect();
      }
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

  /** The same connection, with since when it waits for an answer. */
  const timed = (client: pg.PoolClient): Connection => ({
    async query(query) {
      inUse.set(client, performance.now());
      try {
        return await client.query(query);
      } finally {
        inUse.set(client, undefined);
      }
    },
  });

  return {
    /** Runs `work` on a connection of its own. @throws DatabaseUnavailable, also when none was free in time; what `work` throws */
    async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
      const client = await acquire();
      inUse.set(client, undefined);
      let lost: Error | undefined;
      const onError = (error: Error) => {
        lost ??= error;
      };
      client.on("error", onError);
      try {
        return await work(watchedConnection(timed(client), onError));
      } finally {
        client.off("error", onError);
        inUse.delete(client);
        if (lost !== undefined) {
          if (!givenUp.has(client)) log.warn(loggable(lost), "a database connection in use was lost");
          abandon(client);
        }
        client.release(lost);
      }
    },
    /** See `Database.renew`. */
    renew(): void {
      for (const client of open) {
        const since = inUse.get(client);
        const isSilent = since !== undefined && performance.now() - since >= silentMs;
        if (inUse.has(client) && !isSilent) continue;
        givenUp.add(client);
        abandon(client);
      }
    },
    /** Waits for what is running. */
    close: () => pool.end(),
  };
}
