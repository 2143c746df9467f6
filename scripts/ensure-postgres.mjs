// Finds the programs of a PostgreSQL server for the tests that run on a real one; as root on Debian (or a relative of it) it installs
// Debian's package where there are none.
//
//   node scripts/ensure-postgres.mjs   prints the folder that holds `initdb` and `postgres`
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { canInstallPackages, installPackages } from "./debian-packages.mjs";

/** Debian's package puts each major version here and not on the path. */
const debianFolder = "/usr/lib/postgresql";

const isServer = (folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)));

const debianFolders = () =>
  existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(debianFolder, version, "bin"))
    : [];

/** Folder of `initdb` and `postgres` on this machine, or undefined. `POSTGRES_BIN` wins, then the newest of Debian, then the path. */
export function findPostgres() {
  const named = process.env.POSTGRES_BIN;
  if (named) {
    if (isServer(named)) return named;
    throw new Error(`POSTGRES_BIN is set to ${named}, and there is no PostgreSQL server in it.`);
  }
  const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "" && isServer(folder));
  // what is on the path is often a link, and the server looks for its files beside itself
  return [...debianFolders().filter(isServer), ...onPath.map((folder) => dirname(realpathSync(join(folder, "postgres"))))][0];
}

/** Folder of `initdb` and `postgres`, installed now if there were none. Throws when they cannot be installed. */
export function ensurePostgres() {
  const found = findPostgres();
  if (found) return found;
  if (!canInstallPackages()) {
    throw new Error(
      "No PostgreSQL server found. Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), " +
        "or set POSTGRES_BIN to the folder that holds initdb.",
    );
  }
  console.log("No PostgreSQL server found: installing Debian's postgresql package.");
  installPackages("postgresql");
  const installed = findPostgres();
  if (!installed) throw new Error("PostgreSQL was installed but cannot be found. Set POSTGRES_BIN to the folder that holds initdb.");
  return installed;
}

const poolers = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer"];

/** PgBouncer's program on this machine, or undefined. */
export const findPgbouncer = () => poolers.find((path) => existsSync(path));

/** PgBouncer's program, installed now if there was none. Throws when it cannot be installed. */
export function ensurePgbouncer() {
  const found = findPgbouncer();
  if (found) return found;
  if (!canInstallPackages()) throw new Error("No PgBouncer found. Install it (Debian, Ubuntu: apt-get install pgbouncer).");
  console.log("No PgBouncer found: installing Debian's pgbouncer package.");
  installPackages("pgbouncer");
  const installed = findPgbouncer();
  if (!installed) throw new Error("PgBouncer was installed but cannot be found.");
  return installed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensurePostgres());
