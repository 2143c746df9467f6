import type { WorkflowRun } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { emit } from "../core/events";
import { iso } from "../core/time";
import type { World } from "../core/world";

/** A finished run of a workflow. @param at milliseconds @param workflow the part of its ids after the prefix */
export function workflowRun(id: string, at: number, workflow: string): WorkflowRun {
  return {
    type: "workflow-run",
    id,
    attributes: { status: "completed", createdAt: iso(at), completedAt: iso(at) },
    relationships: {
      creator: { data: null },
      workflow: { data: { type: "workflow", id: `wfl_${workflow}` } },
      workflowVersion: { data: { type: "workflow-version", id: `wfv_${workflow}` } },
    },
  };
}

/** Runs a workflow: `workflow-run.created` (Persona docs: Events). Returns the run as the author of what it does. */
export function startRun(world: World, workflow: string): Actor {
  const run = world.tables.workflowRuns.add(workflowRun(world.id("wfr_"), world.clock.now(), workflow));
  emit(world, "workflow-run.created", run);
  return { type: "workflow", id: run.id };
}
