import type { Config } from "./config";
import { configOf } from "./config-of";
import { conflictsOf, unknownNames } from "./conflicts";
import { fileNameOf, readSecretFiles, secretNames } from "./secret-files";
import { type Variables, variables } from "./variables";

/**
 * Reads the configuration out of environment variables, and the files that some of them name. Empty ones count as absent.
 * @throws Error that names every missing or wrong variable, one line each, and never a value
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));
  const { values: given, problems } = readSecretFiles(present);
  const names = new Set(Object.keys(given));
  const known = new Set(Object.keys(variables.shape));

  const parsed: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(variables.shape)) {
    // its file was given, and what is wrong with that is said
    if (isSecret(name) && !names.has(name) && present[fileNameOf(name)] !== undefined) continue;
    const result = schema.safeParse(given[name]);
    if (result.success) parsed[name] = result.data;
    else problems.push(`${name}: is ${names.has(name) ? "wrong" : "missing"}; expected ${schema.description}`);
  }
  // every member came out of its own schema of `variables.shape` just above
  problems.push(...conflictsOf(parsed as Partial<Variables>, names));
  problems.push(...unknownNames(names, known).map((name) => `${name}: is not a variable of this server`));
  if (problems.length > 0) throw new Error(`The configuration is not complete:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  // no problem was found, so all members are there
  return configOf(parsed as Variables);
}

const isSecret = (name: string): boolean => secretNames.some((secret) => secret === name);
