import type { PersonSession } from "@/api/generated/desk/types.gen";
import { groupBy } from "@/lib/group-by";

/** Somebody who is signed in, at least once. */
export type SignedInPerson = {
  readonly user: PersonSession["user"];
  readonly role: PersonSession["role"];
  /** The viewer themselves. */
  readonly self: boolean;
  readonly sessions: readonly PersonSession[];
};

/** One entry a person, the viewer first, then by name; each person's own session in this browser first. */
export function sessionsByPerson(sessions: readonly PersonSession[]): SignedInPerson[] {
  const people = groupBy(sessions, ({ user }) => user.id);
  return [...people.values()]
    .flatMap((own) => {
      const [latest] = own;
      if (latest === undefined) return [];
      const inOrder = own.toSorted((a, b) => Number(b.current) - Number(a.current));
      return [{ user: latest.user, role: latest.role, self: own.some(({ current }) => current), sessions: inOrder }];
    })
    .toSorted((a, b) => Number(b.self) - Number(a.self) || a.user.name.localeCompare(b.user.name, "en"));
}
