import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { migrate } from "@server/db/migrate";
import { migrations } from "@server/db/migration-files";
import { projectRoot } from "@test/support/source-files";
import { migrationsHash } from "./postgres-database";
import { silentLog } from "./silent-log";

const cache = join(projectRoot, "node_modules/.cache/inquiry-desk");
const oldMs = 60 * 60 * 1_000;

function snapshotName(): string {
  // read, since the package does not export its package.json
  const { version } = JSON.parse(readFileSync(join(projectRoot, "node_modules/@electric-sql/pglite/package.json"), "utf8")) as {
    version: string;
  };
  return `pglite-${version}-${migrationsHash}.tar`;
}

function readSnapshot(): Blob | undefined {
  try {
    return new Blob([readFileSync(join(cache, snapshotName()))]);
  } catch {
    return undefined;
  }
}

/** Puts the file there whole or not at all, since several test files may do so at once, and removes those of former migrations. */
async function writeSnapshot(pglite: PGlite): Promise<void> {
  const dump = await pglite.dumpDataDir("none");
  mkdirSync(cache, { recursive: true });
  const draft = join(cache, `${randomUUID()}.draft`);
  writeFileSync(draft, new Uint8Array(await dump.arrayBuffer()));
  renameSync(draft, join(cache, snapshotName()));
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name !== snapshotName() && Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > oldMs) {
      rmSync(path, { force: true });
    }
  }
}

/** A PGlite with all migrations. The first one takes seconds; later ones start from its files. */
export async function createMigratedPglite(): Promise<PGlite> {
  const snapshot = readSnapshot();
  if (snapshot) return PGlite.create({ loadDataDir: snapshot });
  const pglite = await PGlite.create();
  const client = new pg.Client(createPgConfig(pglite));
  await client.connect();
  await migrate(client, migrations, silentLog);
  await client.end();
  await writeSnapshot(pglite);
  return pglite;
}
