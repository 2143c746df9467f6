import type { DeskRole } from "@/api/generated/desk/types.gen";
import type { Event } from "@/api/generated/persona/types.gen";
import { createDesk, type Desk } from "./desk/desk";
import type { DeskCalls } from "./desk-calls";
import type { DeskLife } from "./desk/desk-life";
import { addPeople, personOf } from "./desk/people";
import { actorOf } from "./desk/person";
import { seedDesk } from "./desk/seed-desk";
import { hasEnded, newSession, type SessionLimits } from "./desk/session";
import { createIdempotency } from "./http/idempotency";
import type { Api } from "./http/pipeline";
import type { Clock } from "./world/core/clock";
import type { JournalEntry, JournalOrigin } from "./world/core/journal";
import { createWorld, type Environment, type World } from "./world/core/world";

/** Fills a new world. Called at the world time the life began. */
export type Populate = (world: World, options: { scenario: string; filesBase: string }) => void;

/** Everything that grows from one origin by requests, and comes back by replaying them. */
export type Life = DeskLife & {
  readonly clock: Clock;
  /** How many journal entries made it what it is, and the last of them. */
  applied: number;
  last: JournalEntry | undefined;
  /** An environment's world and what the API remembers about it; made when first asked for. */
  api(environment: Environment): Api;
  /** Somebody signs in, for as long as the limits allow. */
  signIn(role: DeskRole | undefined, limits?: SessionLimits): void;
  /** Lets everything happen that is due by now, in the worlds there are. */
  settle(): void;
  /** The same, without looking at whether the session has ended. */
  settleWorlds(): void;
};

type LifeOptions = {
  readonly origin: JournalOrigin;
  readonly clock: Clock;
  readonly role: DeskRole | undefined;
  /** The environment of the desk's key. */
  readonly environment: Environment;
  readonly populate: Populate;
  readonly filesBase: string;
  /** How the server side of the desk calls Persona by itself. */
  readonly deskCalls: Pick<DeskCalls, "ask">;
  readonly onEvent?: ((event: Event) => void) | undefined;
};

/** A life at its very beginning; its worlds are made when they are first asked for. */
export function createLife({ origin, clock, role, environment: ofDesk, populate, filesBase, deskCalls, onEvent }: LifeOptions): Life {
  const apis = new Map<Environment, Api & { readonly desk: Desk }>();

  const make = (environment: Environment) => {
    const world = createWorld({ seed: origin.seed, clock, environment });
    const made = { world, idempotency: createIdempotency() };
    // Whenever it happens, a world is filled as of the beginning: that makes it the same after every reload.
    const desk = clock.at(origin.startedAt, () => {
      populate(world, { scenario: origin.scenario, filesBase });
      addPeople(world);
      const empty = createDesk(world, (of, call) => deskCalls.ask(made, of, call));
      seedDesk(empty, origin.startedAt);
      return empty;
    });
    if (onEvent !== undefined) world.listeners.add(onEvent);
    return { ...made, desk };
  };

  const api = (environment: Environment) => {
    const known = apis.get(environment) ?? make(environment);
    apis.set(environment, known);
    return known;
  };

  const life: Life = {
    origin,
    clock,
    role,
    session: newSession(origin.startedAt),
    applied: 0,
    last: undefined,
    api,
    desk: () => api(ofDesk).desk,
    signIn(next, limits) {
      life.role = next;
      life.session = newSession(clock.now(), limits);
      if (next === undefined) return;
      const desk = life.desk();
      const person = { ...personOf(desk.world, next), role: next };
      desk.note({ action: "sign-in", outcome: "done", actor: actorOf(person), subject: null });
    },
    settleWorlds() {
      for (const { world } of apis.values()) world.settle();
    },
    settle() {
      life.settleWorlds();
      if (hasEnded(life.session, clock.now())) life.role = undefined;
    },
  };
  return life;
}
