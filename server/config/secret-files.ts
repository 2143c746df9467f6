import { readFileSync } from "node:fs";
import { errorKind } from "@/lib/error-kind";

/** Variables that hold a secret. Each may be given as a file instead, whose path is in `<name>_FILE`, as platforms mount secrets. */
export const secretNames = [
  "OIDC_CLIENT_SECRET",
  "PERSONA_API_KEY",
  "PERSONA_WEBHOOK_SECRET",
  "PERSONA_WEBHOOK_SECRETS",
  "DATABASE_URL",
  "DATABASE_MIGRATION_URL",
] as const;

export const fileNameOf = (name: string): string => `${name}_FILE`;

/**
 * Puts the contents of files in the place of the variables that name them. A line break at the end is not part of a secret.
 * @param given variables that are not empty
 * @returns the variables without those of files, and what is wrong with these: one line each, no values
 */
export function readSecretFiles(given: Readonly<Record<string, string>>): { values: Record<string, string>; problems: string[] } {
  const values = { ...given };
  const problems: string[] = [];
  for (const name of secretNames) {
    const fileName = fileNameOf(name);
    const path = given[fileName];
    delete values[fileName];
    if (path === undefined) continue;
    if (given[name] !== undefined) {
      problems.push(`${fileName}: give it or ${name}, not both`);
      continue;
    }
    try {
      const text = readFileSync(path, "utf8").trim();
      if (text === "") problems.push(`${fileName}: the file is empty`);
      else values[name] = text;
    } catch (error) {
      problems.push(`${fileName}: the file cannot be read (${errorKind(error).code ?? "unknown"})`);
    }
  }
  return { values, problems };
}
