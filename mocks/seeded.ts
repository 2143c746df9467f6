import type { Populate } from "./life";
import { scenarioOf } from "./scenarios";
import { drawFile } from "./seed/drawings/index";
import { seedWorld } from "./seed/index";

/** What every door serves: the demo's people and their pictures. */
export const seeded = {
  populate: ((world, { scenario, filesBase }) => {
    seedWorld(world, { scenario: scenarioOf(scenario), files: filesBase });
  }) satisfies Populate,
  drawFile,
};
