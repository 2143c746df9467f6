import { count } from "@/lib/words";

/** How many an address holds, and how long they are together: the desk's server takes 8 KB. */
const mostReferences = 50;
const mostCharacters = 3_000;

/** The reference IDs that an address has room for, and what is said of the others. */
export function fittingReferences(ids: readonly string[]): { kept: readonly string[]; said: string | undefined } {
  let length = 0;
  const kept = ids.slice(0, mostReferences).filter((id) => (length += id.length + 1) <= mostCharacters);
  const left = ids.length - kept.length;
  if (left === 0) return { kept, said: undefined };
  return {
    kept,
    said: `An address has room for ${kept.length} of them; ${count(left, "more was", "more were")} left out. People takes any number.`,
  };
}
