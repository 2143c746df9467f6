import type { Actor } from "../../world/actor";
import { emit } from "../../world/events";
import { iso } from "../../world/time";
import type { World } from "../../world/world";

/** A run of the risk workflow, as the author of what follows. */
export function workflowActor(world: World): Actor {
  const now = iso(world.clock.now());
  const run = world.tables.workflowRuns.add({
    type: "workflow-run",
    id: world.id("wfr_"),
    attributes: { status: "completed", createdAt: now, completedAt: now },
    relationships: {
      creator: { data: null },
      workflow: { data: { type: "workflow", id: "wfl_riskRulesOfHollisGrey000" } },
      workflowVersion: { data: { type: "workflow-version", id: "wfv_riskRulesOfHollisGrey000" } },
    },
  });
  emit(world, "workflow-run.created", run);
  return { type: "workflow", id: run.id };
}
