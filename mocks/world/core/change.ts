import type { Snapshot } from "./resources";
import { iso } from "./time";
import type { World } from "./world";

/** Types that search reads. */
const searchable = new Set(["inquiry", "account", "case"]);

/**
 * The one way a stored resource changes: attributes and relationships are replaced, `updatedAt` moves where the type has it, and search
 * keeps the former state for its minute.
 */
export function change<Row extends Snapshot>(
  world: World,
  resource: Row,
  attributes: Partial<Row["attributes"]>,
  relationships?: Partial<Row["relationships"]>,
): void {
  const now = world.clock.now();
  if (searchable.has(resource.type)) world.search.leave(resource, now);
  const dated = "updatedAt" in resource.attributes ? { updatedAt: iso(now) } : {};
  // Frozen, so that nobody can write into a state that events and search still show.
  resource.attributes = Object.freeze({ ...resource.attributes, ...attributes, ...dated });
  if (relationships !== undefined) resource.relationships = Object.freeze({ ...resource.relationships, ...relationships });
}
