import type { Migration } from "./migration-files";
import { deskSchema, type DatabaseLog } from "./session";
import { onConnection, runTransaction, type Connection } from "./transaction";

/** Any number will do that nobody else in this database uses: "desk" in ASCII. */
const migrationLock = 0x6465736b;

type Applied = { number: number; name: string; sha256: string };

/** @throws when the database is not one that these migrations made */
function checkApplied(applied: readonly Applied[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const { number, name, sha256 } of applied) {
    const migration = known.get(number);
    const label = `${String(number).padStart(3, "0")}-${name}`;
    if (!migration) {
      throw new Error(
        `The database is newer than this program: it has migration ${label}. Start the version that made it, or a later one.`,
      );
    }
    if (migration.sha256 !== sha256) {
      throw new Error(`Migration ${label} was applied with another text. An applied migration never changes: add a new one.`);
    }
  }
}

/**
 * Brings the database to where this program needs it: applies what is missing, each in a transaction of its own. Several instances may
 * do so at the same time: one works, the others wait.
 * @param connection one connection, as the owner of the schema; afterwards its search_path is the schema
 * @throws when an applied migration's text has changed, when the database is newer than the program, or what a migration's SQL throws
 */
export async function migrate(connection: Connection, migrations: readonly Migration[], log: DatabaseLog): Promise<void> {
  const owner = onConnection(connection);
  // this may wait for all the migrations of another instance
  await connection.query("set lock_timeout = '10min'");
  await owner.query("select pg_advisory_lock($1)", [migrationLock]);
  try {
    // a migration must not queue up behind a long reader for longer, with everybody else queueing behind it
    await connection.query("set lock_timeout = '20s'");
    // asked first, since "if not exists" needs the right to create even then
    const [there] = await owner.query<{ schema: boolean; applied: boolean }>(
      "select to_regnamespace($1) is not null as schema, to_regclass($2) is not null as applied",
      [deskSchema, `${deskSchema}.migrations`],
    );
    if (!there?.schema) await connection.query(`create schema ${deskSchema}`);
    await connection.query(`set search_path = ${deskSchema}`);
    if (!there?.applied) {
      await connection.query(
        "create table migrations (number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())",
      );
    }
    const applied = await owner.query<Applied>("select number, name, sha256 from migrations order by number");
    checkApplied(applied, migrations);
    const done = new Set(applied.map(({ number }) => number));
    for (const { number, name, sql, sha256 } of migrations) {
      if (done.has(number)) continue;
      await runTransaction(connection, async (transaction) => {
        // without values: a migration is several statements
        await connection.query(sql);
        await transaction.query("insert into migrations (number, name, sha256) values ($1, $2, $3)", [number, name, sha256]);
      });
      log.info({ number, name }, "migration applied");
    }
  } finally {
    await owner.query("select pg_advisory_unlock($1)", [migrationLock]);
  }
}
