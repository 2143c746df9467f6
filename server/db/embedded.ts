import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import type { Database } from "./database";
import { lockDirectory } from "./directory-lock";
import { createHearers } from "./hearers";
import { migrate } from "./migrate";
import { migrations } from "./migration-files";
import { createQueue } from "./queue";
import { columnTypes, loggable, runtimeRole, deskSchema, type DatabaseLog } from "./session";
import { createTransactionGuard, onConnection, runTransaction } from "./transaction";
import { watchedConnection } from "./unavailable";

/**
 * A database on a running PGlite, as the role `inquiry_desk_app`, migrated before. PGlite is a single connection: one statement or one
 * whole transaction runs at a time, the others wait.
 * @param onClose what to do after the database has been closed
 */
export async function databaseOnPglite(pglite: PGlite, log: DatabaseLog, onClose: () => Promise<void>): Promise<Database> {
  // the driver of the real one, so that values go in and come out in the same way
  const client = new pg.Client(Object.assign(createPgConfig(pglite), { types: columnTypes }));
  client.on("error", (error) => log.error(loggable(error), "the embedded database failed"));
  const hearers = createHearers(log);
  // after the answer in which it came: who hears it may ask the database
  client.on("notification", ({ channel, payload }) => queueMicrotask(() => hearers.message(channel, payload ?? "")));
  await client.connect();
  await migrate(client, migrations, log);
  await client.query(`set role ${runtimeRole}; set search_path = ${deskSchema}`);
  const connection = watchedConnection(client);
  const all = onConnection(connection);
  const guard = createTransactionGuard();
  const queue = createQueue();
  let closed: Promise<void> | undefined;
  const close = async () => {
    await queue.close();
    hearers.clear();
    await client.end();
    await onClose();
  };
  return {
    kind: "embedded",
    async query(text, params) {
      guard.check();
      return queue.run(() => all.query(text, params));
    },
    async transaction(work) {
      guard.check();
      return queue.run(() => guard.inside(() => runTransaction(connection, work)));
    },
    // there is no connection to lose, hence never a gap
    async listen(channel, onMessage, onGap) {
      const forget = hearers.add(channel, onMessage, onGap);
      await queue.run(() => client.query(`listen ${pg.escapeIdentifier(channel)}`));
      return async () => forget();
    },
    renew() {
      // there is no connection to lose
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}

/**
 * The embedded database in a directory, which is made where there is none, or in memory. No second process can open the directory.
 * @param path undefined: in memory
 * @throws when another process has the directory, or what the migrations throw
 */
export async function openEmbedded(path: string | undefined, log: DatabaseLog): Promise<Database> {
  if (path === undefined) {
    const pglite = await PGlite.create();
    return databaseOnPglite(pglite, log, () => pglite.close());
  }
  // whole in messages, and the same wherever the process goes
  const directory = resolve(path);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const release = await lockDirectory(directory);
  try {
    const pglite = await PGlite.create(join(directory, "data"));
    try {
      return await databaseOnPglite(pglite, log, async () => {
        await pglite.close();
        await release();
      });
    } catch (error) {
      await pglite.close();
      throw error;
    }
  } catch (error) {
    await release();
    throw error;
  }
}
