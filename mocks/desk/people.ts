import type { DeskRole, DeskUser } from "@/api/generated/desk/types.gen";
import { type Member, staff } from "../seed/staff";
import { addMember, findMember } from "../world/user/users";
import type { World } from "../world/core/world";

/** Whose name decisions carry that came in with an API key and no person. */
const keyOwner = { name: "Inquiry Desk", emailAddress: "inquiry-desk@hollisgrey.example" };

const members: readonly Member[] = Object.values(staff);

/** Whether somebody signs in with this role. */
export const isRole = (value: unknown): value is DeskRole => members.some((member) => member.role === value);

/** Makes everybody a member who may act in a world. It is part of making the world, so that their ids are always the same. */
export function addPeople(world: World): void {
  for (const person of [...members, keyOwner]) if (findMember(world, person.emailAddress) === undefined) addMember(world, person);
}

/** The person behind a role, or behind the API key when there is no role. */
export function personOf(world: World, role?: DeskRole): DeskUser {
  const { name, emailAddress } = members.find((member) => member.role === role) ?? keyOwner;
  // `addPeople` has added everybody.
  return { id: findMember(world, emailAddress)!.id, name, emailAddress };
}
