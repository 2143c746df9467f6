import type { Event, Resource } from "@/api/generated/persona/types.gen";
import type { Snapshot } from "./resources";
import { iso } from "./time";
import type { World } from "./world";

/**
 * Records that something happened to a resource, as it stands now. Persona fires exactly one event per transition, and never says who
 * caused it (spec: event has no actor).
 * @param name such as `inquiry.approved` (Persona docs: Events)
 * @param context what some events tell besides, such as added and removed tags
 */
export function emit(world: World, name: string, resource: Snapshot, context?: Record<string, unknown>): Event {
  const { type, id, attributes, relationships } = resource;
  // Attributes are JSON objects. Stored states are never written into, so holding on to them is a snapshot.
  const data = { type, id, attributes, ...(relationships && { relationships }) } as Resource;
  const event = world.tables.events.add({
    type: "event",
    id: world.id("evt_"),
    attributes: {
      name,
      payload: { data },
      createdAt: iso(world.clock.now()),
      ...(context && { context }),
    },
  });
  for (const listener of world.listeners) listener(event);
  return event;
}
