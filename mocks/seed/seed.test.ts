import { describe, expect, it } from "vitest";
import { createManualClock } from "../world/core/clock";
import { createWorld, type World } from "../world/core/world";
import { catalogue, referenceIdOf } from "./catalogue";
import { type Scenario, seedWorld } from "./index";

const start = Date.parse("2026-03-02T09:00:00.000Z");

function worldOf(seed: string, scenario: Scenario = "default"): World {
  const world = createWorld({ seed, clock: createManualClock(start), environment: "production" });
  seedWorld(world, { scenario });
  return world;
}

/** Every row of the world; of events the head, since their payloads are the same rows at an earlier time. */
function everythingOf(world: World): string {
  const { events, ...others } = world.tables;
  const rows = Object.entries(others).map(([name, table]) => [name, [...table.newestFirst()]]);
  const heads = [...events.newestFirst()].map(({ id, attributes }) => [
    id,
    attributes.name,
    attributes.createdAt,
    attributes.payload.data.id,
  ]);
  return JSON.stringify([rows, heads, [...world.hidden.oneTimeLinks.values()]]);
}

describe("seeding", () => {
  it("makes the same world of the same seed, byte for byte", () => {
    expect(everythingOf(worldOf("one"))).toBe(everythingOf(worldOf("one")));
  });

  it("makes other ids of another seed, and tells the same stories", () => {
    const [one, two] = [worldOf("one"), worldOf("two")];
    const ids = (world: World) => [...world.tables.inquiries.newestFirst()].map(({ id }) => id);
    expect(ids(one).filter((id) => ids(two).includes(id))).toEqual([]);
    const referenceIds = (world: World) => [...world.tables.accounts.newestFirst()].map(({ attributes }) => attributes.referenceId);
    expect(referenceIds(two)).toEqual(expect.arrayContaining([referenceIdOf("lea-moreau"), referenceIdOf("kevin-osei")]));
  });

  it("points at nothing that is not there", () => {
    const world = worldOf("one");
    const links = [...world.tables.inquiries.newestFirst()].flatMap(({ relationships }) =>
      Object.values(relationships).flatMap(({ data }) => data ?? []),
    );
    expect(links.length).toBeGreaterThan(2_000);
    expect(links.filter((link) => world.find(link) === undefined)).toEqual([]);
  });

  it("leaves nobody in the future", () => {
    const world = worldOf("one");
    for (const event of world.tables.events.newestFirst()) expect(Date.parse(event.attributes.createdAt)).toBeLessThanOrEqual(start);
  });

  it("empty: has templates and staff, and nobody to verify", () => {
    const { tables } = worldOf("one", "empty");
    expect([tables.inquiries.size, tables.accounts.size, tables.cases.size]).toEqual([0, 0, 0]);
    expect(tables.inquiryTemplates.size).toBeGreaterThan(4);
    expect(tables.users.size).toBeGreaterThan(4);
  });

  it("leaves the reference IDs of the catalogue unique", () => {
    const referenceIds = catalogue.flatMap(({ referenceId }) => referenceId ?? []);
    expect(new Set(referenceIds).size).toBe(referenceIds.length);
  });
});
