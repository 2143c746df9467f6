import { badRequest, notFound, unprocessable } from "../core/refusal";
import type { World } from "../core/world";

/** Active tags an organization may have (API changelog: more answers 422). */
export const activeTagLimit = 1_000;

/**
 * Checks that all names may be used, without registering them.
 * @throws Refusal 422 when new names would exceed the limit of active tags, 400 for an empty name
 */
export function assertTagsAllowed(world: World, names: readonly string[]): void {
  if (names.some((name) => name.trim() === "")) throw badRequest("meta.tag_name must be filled");
  const fresh = new Set(names.filter((name) => !world.hidden.tags.has(name)));
  if (world.hidden.tags.size + fresh.size > activeTagLimit) {
    throw unprocessable(`Organization has reached the limit of ${activeTagLimit} active tags`);
  }
}

/** Makes the names active tags of the organization. */
export function registerTags(world: World, names: readonly string[]): void {
  for (const name of names) if (!world.hidden.tags.has(name)) world.hidden.tags.set(name, world.id("tag_"));
}

/** The name of an active tag by its id. @throws Refusal 404 for an unknown id */
export function tagNameOf(world: World, tagId: string): string {
  for (const [name, id] of world.hidden.tags) if (id === tagId) return name;
  throw notFound("meta.tag_id is not found");
}

/** Every name once, in the order given. */
export function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
