import type { DeskRole } from "@/api/generated/desk/types.gen";
import { addPeople } from "./desk/people";
import { createIdempotency } from "./http/idempotency";
import type { Api } from "./http/pipeline";
import type { Clock } from "./world/clock";
import type { JournalEntry, JournalOrigin } from "./world/journal";
import { createWorld, type Environment, type World } from "./world/world";

/** Fills a new world. Called at the world time the life began. */
export type Populate = (world: World, options: { scenario: string; filesBase: string }) => void;

/** Everything that grows from one origin by requests, and comes back by replaying them. */
export interface Life {
  readonly origin: JournalOrigin;
  readonly clock: Clock;
  /** Who is signed in at the desk. */
  role: DeskRole | undefined;
  /** How many journal entries made it what it is, and the last of them. */
  applied: number;
  last: JournalEntry | undefined;
  /** An environment's world and what the API remembers about it; made when first asked for. */
  api(environment: Environment): Api;
}

interface LifeOptions {
  readonly origin: JournalOrigin;
  readonly clock: Clock;
  readonly role: DeskRole | undefined;
  readonly populate: Populate;
  readonly filesBase: string;
}

/** A life at its very beginning; its worlds are made when they are first asked for. */
export function createLife({ origin, clock, role, populate, filesBase }: LifeOptions): Life {
  const apis = new Map<Environment, Api>();
  return {
    origin,
    clock,
    role,
    applied: 0,
    last: undefined,
    api(environment) {
      const known = apis.get(environment);
      if (known !== undefined) return known;
      const world = createWorld({ seed: origin.seed, clock, environment });
      // Whenever it happens, a world is filled as of the beginning: that makes it the same after every reload.
      clock.at(origin.startedAt, () => {
        populate(world, { scenario: origin.scenario, filesBase });
        addPeople(world);
      });
      const api = { world, idempotency: createIdempotency() };
      apis.set(environment, api);
      return api;
    },
  };
}
