import type { Scenario } from "./seed/index";

/** The worlds a simulator can be filled with. */
export const scenarios = ["default", "large", "empty"] as const satisfies readonly Scenario[];

/** @throws RangeError for a name that is none */
export function scenarioOf(name: string): Scenario {
  const known = scenarios.find((scenario) => scenario === name);
  if (known === undefined) throw new RangeError(`There is no scenario ${name}: ${scenarios.join(", ")}`);
  return known;
}
