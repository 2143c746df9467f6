import type { Populate } from "./life";
import { drawFile } from "./seed/drawings/index";
import { type Scenario, seedWorld } from "./seed/index";

/** What every door serves: the demo's people and their pictures. */
export const seeded = {
  populate: ((world, { scenario, filesBase }) => {
    seedWorld(world, { scenario: scenarioOf(scenario), files: filesBase });
  }) satisfies Populate,
  drawFile,
};

const scenarios: readonly Scenario[] = ["default", "large", "empty"];

/** @throws RangeError for a name that is none */
export function scenarioOf(name: string): Scenario {
  const known = scenarios.find((scenario) => scenario === name);
  if (known === undefined) throw new RangeError(`There is no scenario ${name}: ${scenarios.join(", ")}`);
  return known;
}
