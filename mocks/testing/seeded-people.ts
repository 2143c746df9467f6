import type { Inquiry } from "@/api/generated/persona/types.gen";
import { seedWorld } from "../seed/index";
import type { PersonKey } from "../seed/people/all";
import { createManualClock } from "../world/core/clock";
import { createWorld, type Environment } from "../world/core/world";

/** When the stories of a world for tests end. */
export const start = Date.parse("2026-03-02T09:00:00.000Z");

/** A world with its people, and a way to find what a person is known for. */
export function seededPeople(environment: Environment = "production") {
  const world = createWorld({ seed: "coverage", clock: createManualClock(start), environment });
  const seeded = seedWorld(world);
  const byPerson = (key: PersonKey, name = "main"): Inquiry => {
    const inquiry = world.tables.inquiries.get(seeded.inquiryId(key, name));
    if (inquiry === undefined) throw new Error(`${key} has no inquiry ${name}`);
    return inquiry;
  };
  return { world, seeded, byPerson };
}
