import { badRequest, Refusal } from "../world/core/refusal";
import type { Person } from "./person";

/**
 * A write names the person its page was loaded for: somebody else may have signed in since, in another tab.
 * @param isRequired whether a write without a name is refused
 * @throws Refusal 409 when somebody else is signed in, 400 when the name is missing
 */
export function refuseOtherPerson(headers: Headers, { id, name }: Pick<Person, "id" | "name">, isRequired: boolean): void {
  const named = headers.get("desk-person");
  if (named === null && isRequired) throw badRequest("A command has to carry Desk-Person, whom its page was loaded for.");
  if (named !== null && named !== id) {
    throw new Refusal(409, "Somebody else is signed in", `${name} is signed in now, in another tab. Reload the page to go on as them.`);
  }
}
