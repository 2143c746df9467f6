import type { SignedIn } from "../http/context";
import type { AuditActor } from "./audit-entry";

/** The signed-in person as the log names them. */
export function personActor(person: SignedIn): AuditActor {
  return { type: "person", id: person.user.id, name: person.user.name, emailAddress: person.user.emailAddress, role: person.role };
}

/** The server itself. */
export const systemActor: AuditActor = { type: "system", id: "system", name: "Inquiry Desk" };
