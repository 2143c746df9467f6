import type { Config } from "./config";
import { configOf } from "./config-of";
import { conflictsOf, unknownNames } from "./conflicts";
import { parseVariables, refuseProblems } from "./parse-variables";
import { type Variables, variables } from "./variables";

/**
 * Reads the configuration out of environment variables, and the files that some of them name. Empty ones count as absent.
 * @throws Error that names every missing or wrong variable, one line each, and never a value
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { parsed, names, problems } = parseVariables(variables, env);
  const known = new Set(Object.keys(variables.shape));
  // every member came out of its own schema of `variables.shape` just above
  problems.push(...conflictsOf(parsed as Partial<Variables>, names));
  problems.push(...unknownNames(names, known).map((name) => `${name}: is not a variable of this server`));
  refuseProblems(problems);
  // no problem was found, so all members are there
  return configOf(parsed as Variables);
}
