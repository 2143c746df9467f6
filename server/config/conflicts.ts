import { isLoopback } from "./formats";
import type { Variables } from "./variables";

/** Prefixes that are ours: a variable of that kind that nobody reads is a misspelt one. */
const ownPrefix = /^(OIDC|PERSONA|SESSION|DATABASE)_/;
/** Set by desktop environments, and none of ours. */
const others = new Set(["SESSION_MANAGER"]);

/** What is wrong with variables together. Takes those that are fine by themselves; one line each, no values. */
export function conflictsOf(given: Partial<Variables>, names: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const demand = (holds: boolean, line: string) => void (holds || problems.push(line));
  const development = given.SIGN_IN === "development";
  const production = given.PERSONA_API_KEY?.startsWith("persona_production_") ?? false;

  if (given.SIGN_IN === "oidc") {
    for (const name of ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_ROLES"] as const) {
      demand(names.has(name), `${name}: is missing; needed to sign people in`);
    }
  }
  demand(!(development && production), "SIGN_IN: development lets anybody in; never with a production key");
  if (development && given.PUBLIC_URL) {
    demand(isLoopback(given.PUBLIC_URL.hostname), "SIGN_IN: development lets anybody in; only where PUBLIC_URL is a loopback host");
  }
  demand(!(given.DESK_ENVIRONMENT === "demo" && production), "DESK_ENVIRONMENT: demo needs a sandbox key");

  const [secret, secrets] = [names.has("PERSONA_WEBHOOK_SECRET"), names.has("PERSONA_WEBHOOK_SECRETS")];
  demand(secret || secrets, "PERSONA_WEBHOOK_SECRETS: is missing; expected the webhook's secret, or several, comma-separated");
  demand(!(secret && secrets), "PERSONA_WEBHOOK_SECRET: give it or PERSONA_WEBHOOK_SECRETS, not both");
  problems.push(...databaseConflictsOf(names));

  const { SESSION_IDLE_MINUTES: idle, SESSION_ABSOLUTE_HOURS: absolute, SESSION_WARN_SECONDS: warn } = given;
  if (idle !== undefined && warn !== undefined) demand(warn < idle * 60, "SESSION_WARN_SECONDS: must be less than SESSION_IDLE_MINUTES");
  if (idle !== undefined && absolute !== undefined) {
    demand(idle <= absolute * 60, "SESSION_IDLE_MINUTES: must not be more than SESSION_ABSOLUTE_HOURS");
  }
  if (given.PORT !== undefined && given.PORT !== 0) demand(given.PORT !== given.METRICS_PORT, "METRICS_PORT: must not be PORT");
  return problems;
}

/** The same of those about the database. */
export function databaseConflictsOf(names: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  if (names.has("DATABASE_URL") && names.has("DATABASE_DIRECTORY")) problems.push("DATABASE_DIRECTORY: give it or DATABASE_URL, not both");
  if (names.has("DATABASE_MIGRATION_URL") && !names.has("DATABASE_URL")) {
    problems.push("DATABASE_MIGRATION_URL: needs DATABASE_URL beside it");
  }
  return problems;
}

/** Names that look like ours and are not: `OIDC_CLIENTID`. */
export function unknownNames(names: Iterable<string>, known: ReadonlySet<string>): string[] {
  return [...names].filter((name) => ownPrefix.test(name) && !known.has(name) && !others.has(name)).toSorted();
}
