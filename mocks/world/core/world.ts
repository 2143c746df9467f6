import type { Event, ResourceIdentifier } from "@/api/generated/persona/types.gen";
import type { Clock } from "./clock";
import type { Hidden } from "./hidden";
import { drawId, type IdPrefix } from "./ids";
import { createRandom, type Random } from "./random";
import type { Snapshot } from "./resources";
import { createSearchIndex, type SearchIndex } from "./search-index";
import { createSide } from "./side";
import { createTables, findIn, type Tables } from "./tables";
import { createTimers, type Timers } from "./timers";

/** Persona docs: Environments. */
export type Environment = "sandbox" | "production";

/**
 * One environment of one organization at Persona. Objects never cross environments (Persona docs: Environments), so each has a world.
 *
 * Resources are values: a change replaces `attributes` and `relationships`, it never writes into them. Readers may keep what they got.
 */
export type World = {
  readonly seed: string;
  readonly environment: Environment;
  readonly environmentId: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly clock: Clock;
  /** The stream operations draw from. The order of writes and timers alone decides what comes out. */
  readonly random: Random;
  readonly timers: Timers;
  readonly tables: Tables;
  readonly hidden: Hidden;
  readonly search: SearchIndex;
  /** The latest instant something was performed at, in milliseconds. Time never runs back behind it. */
  readonly reached: number;
  /** Who hears every event as it is recorded. */
  readonly listeners: Set<(event: Event) => void>;
  /** A fresh id. */
  id(prefix: IdPrefix): string;
  /** The resource behind a reference, such as those inside relationships. */
  find(reference: ResourceIdentifier): Snapshot | undefined;
  /** The resource as search knows it: as it was 60 s ago; undefined while it isn't indexed yet. */
  indexed<Row extends Snapshot>(resource: Row): Row | undefined;
  /** Runs every timer that is due, each at its own time. */
  settle(): void;
  /**
   * Runs `body` at one instant: settles, then freezes the clock. Operations do it themselves; wrap reads in it, so that what fell due
   * since the last call has happened. Inside another `perform` it only calls `body`.
   */
  perform<Result>(body: () => Result): Result;
};

export type WorldOptions = {
  /** Same seed, same clock readings and same operations make the same world. */
  seed: string;
  clock: Clock;
  environment: Environment;
  organizationName?: string;
};

/** An empty world. */
export function createWorld(options: WorldOptions): World {
  const { seed, clock, environment, organizationName = "Hollis & Grey" } = options;
  const random = createRandom(`${seed}/${environment}`);
  const timers = createTimers();
  const tables = createTables();
  const search = createSearchIndex();
  let performing = false;
  let reached = Number.NEGATIVE_INFINITY;

  const settleUntil = (now: number) => {
    for (let timer = timers.takeDue(now); timer !== undefined; timer = timers.takeDue(now)) clock.at(timer.due, timer.run);
  };

  const perform = <Result>(body: () => Result): Result => {
    if (performing) return body();
    // A computer's clock may be set back; what has happened stays in the past.
    const now = Math.max(clock.now(), reached);
    reached = now;
    performing = true;
    try {
      settleUntil(now);
      return clock.at(now, body);
    } finally {
      performing = false;
    }
  };

  // An organization keeps its id over its environments.
  const organization = { id: drawId(createRandom(seed), "org_"), name: organizationName };
  return {
    seed,
    environment,
    environmentId: drawId(random, "env_"),
    organization,
    clock,
    random,
    timers,
    tables,
    hidden: createHidden(),
    search,
    listeners: new Set(),
    get reached() {
      return reached;
    },
    id: (prefix) => drawId(random, prefix),
    find: (reference) => findIn(tables, reference),
    indexed: (resource) => search.indexed(resource, clock.now()),
    settle: () => perform(() => undefined),
    perform,
  };
}

function createHidden(): Hidden {
  return {
    templates: createSide("template"),
    inquiries: createSide("inquiry"),
    sessions: createSide("session"),
    verifications: createSide("verification"),
    accounts: createSide("account"),
    reports: createSide("report"),
    oneTimeLinks: new Map(),
    tokens: new Map(),
    tags: new Map(),
    verificationTemplates: new Map(),
    accountTypes: new Map(),
    caseTemplates: new Map(),
    evidence: undefined,
    devices: new Map(),
    networks: new Map(),
  };
}
