import type { User } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import type { World } from "../core/world";

/**
 * The member an actor is; one with a new e-mail address is added. Undefined for actors that are nobody in particular.
 * A decision by an API key names the operator behind it, since the desk knows who pressed the button.
 */
export function memberOf(world: World, actor: Actor): User | undefined {
  if (actor.type !== "user" && actor.type !== "api") return undefined;
  if (actor.id !== undefined) {
    const known = world.tables.users.get(actor.id);
    if (known !== undefined) return known;
  }
  if (actor.emailAddress === undefined) return undefined;
  return findMember(world, actor.emailAddress) ?? addMember(world, { emailAddress: actor.emailAddress, name: actor.name, id: actor.id });
}

/** The member with an e-mail address, letter case aside. */
export function findMember(world: World, emailAddress: string): User | undefined {
  const wanted = emailAddress.toLowerCase();
  for (const user of world.tables.users.newestFirst()) if (user.attributes.emailAddress.toLowerCase() === wanted) return user;
  return undefined;
}

/**
 * Adds a member of the organization.
 * @param member.name first and last name; made from the address when missing
 */
export function addMember(world: World, member: { emailAddress: string; name?: string | undefined; id?: string | undefined }): User {
  const { emailAddress, name = nameFromAddress(emailAddress), id = world.id("user_") } = member;
  const [nameFirst = "", ...rest] = name.split(" ");
  return world.tables.users.add({ type: "user", id, attributes: { emailAddress, nameFirst, nameLast: rest.join(" ") } });
}

/** `ada.park@example.com` → "Ada Park". */
function nameFromAddress(emailAddress: string): string {
  const words = (emailAddress.split("@", 1)[0] ?? "").split(/[._-]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}
