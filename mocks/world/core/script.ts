import type { World } from "./world";

/** One thing somebody does at a time. */
export type ScriptStep = {
  /** World time in milliseconds. */
  at: number;
  run: (world: World) => void;
};

/**
 * Plays steps of any number of people in one forward pass: sorted by time (steps of one time in the order given), timers running in
 * between, so that expiries, reports and workflows of one person fall between the steps of another as they would have.
 * The steps lie in the past of the world's clock, which itself does not move: a real clock goes on as if nothing had been.
 * Whatever sets the world up (templates, account types) belongs into the first steps, else it would be younger than the people.
 * @throws RangeError for a step in the future, or before something the world has already seen
 */
export function runScript(world: World, steps: readonly ScriptStep[]): void {
  const now = world.clock.now();
  for (const { at, run } of steps.toSorted((a, b) => a.at - b.at)) {
    if (at > now || at < world.reached) throw new RangeError(`A script cannot run at ${new Date(at).toISOString()}`);
    world.clock.at(at, () => world.perform(() => run(world)));
  }
}
