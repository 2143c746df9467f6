import { describe, expect, it, onTestFinished } from "vitest";
import { databaseKinds, describeOnEachDatabase } from "@test/server/support/databases";
import { createPostgresDatabase, onUrl } from "@test/server/support/postgres-database";
import { silentLog } from "@test/server/support/silent-log";
import { migrate } from "./migrate";
import { migrations, readMigrations } from "./migration-files";
import { createDatabase } from "./open-database";
import type { DatabaseLog } from "./session";

describeOnEachDatabase("migrations of a database that has them", (fresh) => {
  it("are all applied, and once more changes nothing", async () => {
    const db = await fresh();
    const applied = () => db.asSuperuser("select number, name, sha256, applied_at from migrations order by number");
    const before = await applied();
    expect(before).toMatchObject(migrations.map(({ number, name, sha256 }) => ({ number, name, sha256 })));
    await db.asOwner((owner) => migrate(owner, migrations, silentLog));
    expect(await applied()).toEqual(before);
  });

  it("refuse when the text of an applied one is another", async () => {
    const db = await fresh();
    const changed = migrations.map((migration) => (migration.number === 1 ? { ...migration, sha256: "other" } : migration));
    await expect(db.asOwner((owner) => migrate(owner, changed, silentLog))).rejects.toThrow(
      "Migration 001-roles was applied with another text",
    );
  });

  it("refuse when the database has one that the program does not know", async () => {
    const db = await fresh();
    const older = migrations.slice(0, -1);
    await expect(db.asOwner((owner) => migrate(owner, older, silentLog))).rejects.toThrow("newer than this program");
  });

  it("keep nothing of one that fails, and let it be tried again", async () => {
    const db = await fresh();
    const failing = [...migrations, ...readMigrations({ "900-failing.sql": "create table half (id int); select * from nowhere;" })];
    for (let time = 1; time <= 2; time += 1) {
      await expect(db.asOwner((owner) => migrate(owner, failing, silentLog))).rejects.toMatchObject({ code: "42P01" });
    }
    expect(await db.asSuperuser("select to_regclass('desk.half') as half")).toEqual([{ half: null }]);
    expect(await db.asSuperuser("select from migrations where number = 900")).toEqual([]);
  });
});

describe.runIf(databaseKinds.includes("postgres"))("migrations of a new database, postgres", () => {
  const emptyDatabase = async () => {
    const { url, drop } = await createPostgresDatabase("empty");
    onTestFinished(drop);
    return url;
  };
  const counting = () => {
    const applied: number[] = [];
    const log: DatabaseLog = {
      ...silentLog,
      // what `migrate` logs for each that it applies
      info: (details) => "number" in details && applied.push(Number(details.number)),
    };
    return { applied, log };
  };

  it("are applied once when many instances start at the same moment", async () => {
    const url = await emptyDatabase();
    const { applied, log } = counting();
    const instances = await Promise.all(
      Array.from({ length: 5 }, () => createDatabase({ kind: "postgres", url, migrationUrl: undefined }, log)),
    );
    try {
      expect(applied).toEqual(migrations.map(({ number }) => number));
      for (const db of instances) expect(await db.query("select current_user::text as role")).toEqual([{ role: "inquiry_desk_app" }]);
    } finally {
      await Promise.all(instances.map((db) => db.close()));
    }
  });

  it("are applied by two databases of one cluster at the same moment, which share the role", async () => {
    const urls = await Promise.all([emptyDatabase(), emptyDatabase(), emptyDatabase()]);
    const databases = await Promise.all(urls.map((url) => createDatabase({ kind: "postgres", url, migrationUrl: undefined }, silentLog)));
    expect(databases).toHaveLength(3);
    await Promise.all(databases.map((db) => db.close()));
  });

  it("keep what went well before the one that failed", async () => {
    const url = await emptyDatabase();
    const good = readMigrations({ "001-good.sql": "create table good (id int);", "002-bad.sql": "select * from nowhere;" });
    await expect(onUrl(url, (owner) => migrate(owner, good, silentLog))).rejects.toMatchObject({ code: "42P01" });
    const repaired = readMigrations({ "001-good.sql": "create table good (id int);", "002-bad.sql": "insert into good values (1);" });
    await onUrl(url, async (owner) => {
      await migrate(owner, repaired, silentLog);
      expect((await owner.query("select id from good")).rows).toEqual([{ id: 1 }]);
    });
  });

  it("leave public empty", async () => {
    const url = await emptyDatabase();
    await onUrl(url, async (owner) => {
      await migrate(owner, migrations, silentLog);
      const { rows } = await owner.query("select relname from pg_class where relnamespace = 'public'::regnamespace");
      expect(rows).toEqual([]);
    });
  });

  it("are made by another login than the one that runs", async () => {
    const url = await emptyDatabase();
    const login = new URL(url);
    login.username = "desk_login";
    await onUrl(url, async (owner) => {
      await owner.query(
        `do $$ begin create role desk_login login password '${login.password}'; exception when duplicate_object then null; end $$`,
      );
      await migrate(owner, migrations, silentLog);
    });
    const config = { kind: "postgres", url: login.href, migrationUrl: url } as const;
    await expect(createDatabase(config, silentLog)).rejects.toThrow(/permission denied to set role|permission denied/);
    await onUrl(url, (owner) => owner.query("grant inquiry_desk_app to desk_login"));
    const db = await createDatabase(config, silentLog);
    expect(await db.query("select current_user::text as role, session_user::text as login")).toEqual([
      { role: "inquiry_desk_app", login: "desk_login" },
    ]);
    await db.close();
  });

  it("say that the database cannot be reached, and no password", async () => {
    const config = { kind: "postgres", url: "postgres://desk:hidden@localhost:1/desk", migrationUrl: undefined } as const;
    const message = await createDatabase(config, silentLog).then(
      () => "",
      (error: unknown) => String(error),
    );
    expect(message).toMatch(/The database cannot be reached: .*ECONNREFUSED/);
    expect(message).not.toContain("hidden");
  });

  it("leave the program its role and its limits, whatever the URL sets", async () => {
    const url = await emptyDatabase();
    const options = encodeURIComponent("-c search_path=public -c role=none -c lock_timeout=0");
    const db = await createDatabase({ kind: "postgres", url: `${url}?options=${options}`, migrationUrl: url }, silentLog);
    const [row] = await db.query(
      "select current_user::text as role, current_schema()::text as schema, current_setting('lock_timeout') as waits, current_setting('idle_in_transaction_session_timeout') as idle",
    );
    await db.close();
    expect(row).toEqual({ role: "inquiry_desk_app", schema: "desk", waits: "5s", idle: "1500ms" });
  });

  it("say that the login of the program is not accepted", async () => {
    const url = await emptyDatabase();
    const wrong = new URL(url);
    wrong.password = "wrong";
    const config = { kind: "postgres", url: wrong.href, migrationUrl: url } as const;
    await expect(createDatabase(config, silentLog)).rejects.toThrow(/The database cannot be used: password authentication failed/);
  });
});
