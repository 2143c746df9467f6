import type { DrawFile } from "./files";
import type { Populate } from "./life";
import { scenarioOf } from "./scenarios";
import { seedWorld } from "./seed/index";

/** What every door serves: the demo's people and their pictures. */
export const seeded = {
  populate: ((world, { scenario, filesBase }) => {
    seedWorld(world, { scenario: scenarioOf(scenario), files: filesBase });
  }) satisfies Populate,
  // the code that draws is loaded with the first picture that somebody looks at
  drawFile: (async (name) => (await import("./seed/drawings/index")).drawFile(name)) satisfies DrawFile,
};
