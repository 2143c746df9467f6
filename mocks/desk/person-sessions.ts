import type { PersonSession } from "@/api/generated/desk/types.gen";
import { staff, type StaffKey } from "../seed/staff";
import { createRandom } from "../world/core/random";
import { hour, iso, minute } from "../world/core/time";
import { findMember } from "../world/user/users";
import type { World } from "../world/core/world";

/** Colleagues who are signed in when the life begins: whose, from where, since when and last active, in milliseconds before. */
const signedIn: readonly (readonly [StaffKey, string, string, number, number])[] = [
  ["theo", "Firefox on Linux", "192.0.2.14", 3 * hour, 4 * minute],
  ["ines", "Chrome on macOS", "192.0.2.31", 5 * hour, 11 * minute],
  ["priscilla", "Edge on Windows", "198.51.100.7", 2 * hour, 2 * minute],
  ["priscilla", "Chrome on Android", "2001:db8:4f::c2", 40 * minute, 26 * minute],
  ["maya", "Safari on iPhone", "203.0.113.58", 50 * minute, 19 * minute],
];

/** Sessions that were begun before. @param start milliseconds */
export function colleaguesSessions(world: World, start: number): PersonSession[] {
  const ids = createRandom(world.seed).fork("desk-sessions");
  return signedIn.map(([key, browser, address, began, active]) => {
    const { name, emailAddress, role } = staff[key];
    // Everybody on the staff is a member of every world.
    const user = { id: findMember(world, emailAddress)!.id, name, emailAddress };
    const [signedInAt, lastActiveAt] = [iso(start - began), iso(start - active)];
    return { id: `session_${ids.text(24)}`, user, role, signedInAt, lastActiveAt, address, browser, current: false };
  });
}
