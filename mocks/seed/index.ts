import type { World } from "../world/world";
import { personaFiles } from "./drawings/file-url";
import { playHandWritten } from "./hand-written";
import type { PersonKey } from "./people/all";

/** `default`: the hand-written people and a few hundred more. `large`: the same and 100,000 inquiries. `empty`: templates and staff only. */
export type Scenario = "default" | "large" | "empty";

export interface SeedOptions {
  scenario?: Scenario;
  /** The moment at which the stories end, in milliseconds; the world's present by default. Same seed and same start make the same world. */
  start?: number;
  /** Where files are served, with a slash at the end; Persona's own host by default. */
  files?: string;
}

/** What was seeded, by the keys of the catalogue. */
export interface Seeded {
  start: number;
  /** The id of a person's inquiry. @throws Error for one that this world does not have */
  inquiryId(person: PersonKey, inquiry?: string): string;
}

export function seedWorld(world: World, options: SeedOptions = {}): Seeded {
  const { start = world.clock.now(), files = personaFiles } = options;
  const scene = playHandWritten(world, start, files);
  world.settle();
  return {
    start,
    inquiryId(person, inquiry = "main") {
      const id = scene.inquiries.get(`${person}/${inquiry}`);
      if (id === undefined) throw new Error(`This world has no inquiry ${inquiry} of ${person}`);
      return id;
    },
  };
}
