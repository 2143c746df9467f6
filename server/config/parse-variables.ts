import type { z } from "zod";
import { fileNameOf, readSecretFiles, secretNames } from "./secret-files";

/**
 * Reads each variable by its own schema, and the files that some of them name. Empty ones count as absent.
 * @returns what was read, by name; the names that are set; and one line for each that is missing or wrong, never with a value
 */
export function parseVariables(schema: z.ZodObject, env: Readonly<Record<string, string | undefined>>) {
  const present = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));
  const { values: given, problems } = readSecretFiles(present);
  const names: ReadonlySet<string> = new Set(Object.keys(given));
  const parsed: Record<string, unknown> = {};
  for (const [name, one] of Object.entries<z.ZodType>(schema.shape)) {
    // its file was given, and what is wrong with that is said
    if (isSecret(name) && !names.has(name) && present[fileNameOf(name)] !== undefined) continue;
    const result = one.safeParse(given[name]);
    if (result.success) parsed[name] = result.data;
    else problems.push(`${name}: is ${names.has(name) ? "wrong" : "missing"}; expected ${one.description}`);
  }
  return { parsed, names, problems };
}

/** @throws Error that tells the problems, one line each, where there are any */
export function refuseProblems(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`The configuration is not complete:\n${problems.map((line) => `  ${line}`).join("\n")}`);
}

const isSecret = (name: string): boolean => secretNames.some((secret) => secret === name);
