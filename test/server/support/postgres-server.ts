import type { TestProject } from "vitest/node";
import { startPostgres } from "./start-postgres";

declare module "vitest" {
  // only an interface adds to one that is there
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface ProvidedContext {
    /** URL of a PostgreSQL server as its superuser; undefined where none is installed. */
    postgresUrl: string | undefined;
  }
}

/** Vitest's global setup: one PostgreSQL server for all test files. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const postgres = await startPostgres();
  if (postgres === undefined) console.log("No PostgreSQL server is installed: the database tests run on the embedded one only.");
  project.provide("postgresUrl", postgres?.url);
  return postgres && (() => postgres.stop());
}
