import { addMember } from "../world/user/users";
import type { World } from "../world/core/world";
import type { Person } from "./people/person";
import type { Scene, TimedStep } from "./story/scene";
import { tellerFor } from "./story/stage";
import { spanMs } from "./span";
import { staff } from "./staff";
import { templateSteps } from "./templates";

/**
 * Sets up the organization and plays the stories of people: one forward pass over the time before `start`, with the world's timers running
 * in between.
 * @param start milliseconds; the stories end here
 * @param files base address of files
 */
export function playStories(world: World, people: readonly Person[], start: number, files: string): Scene {
  const scene: Scene = { world, start, files, templates: {}, steps: [], inquiries: new Map(), people: new Map() };
  scene.steps.push({ at: start - spanMs("1300d"), run: () => Object.values(staff).forEach((member) => addMember(world, member)) });
  for (const { before, run } of templateSteps(scene.templates)) scene.steps.push({ at: start - before, run: () => run(world) });
  for (const person of people) person.story(tellerFor(scene, person));
  play(world, scene.steps);
  return scene;
}

/** Freezing the clock, not moving it: a clock that follows real time would drift between two steps. */
function play(world: World, steps: readonly TimedStep[]): void {
  for (const step of steps.toSorted((a, b) => a.at - b.at)) world.clock.at(step.at, () => world.perform(() => step.run()));
}
