import type { DatabaseConfig } from "./config";
import { databaseOf } from "./config-of";
import { databaseConflictsOf } from "./conflicts";
import { parseVariables, refuseProblems } from "./parse-variables";
import { variables } from "./variables";

const databaseVariables = variables.pick({ DATABASE_URL: true, DATABASE_MIGRATION_URL: true, DATABASE_DIRECTORY: true });

/**
 * Where the database is, for programs that talk to nothing else: they need no more than the variables `DATABASE_…`.
 * @throws Error as `readConfig` does
 */
export function readDatabaseConfig(env: Readonly<Record<string, string | undefined>>): DatabaseConfig {
  // nobody else's files are read
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith("DATABASE_")));
  const { parsed, names, problems } = parseVariables(databaseVariables, own);
  refuseProblems([...problems, ...databaseConflictsOf(names)]);
  // no problem was found, so all members are there
  return databaseOf(parsed as Parameters<typeof databaseOf>[0]);
}
