import type { Answer } from "../http/answer";
import { refused } from "../http/errors";
import { Refusal } from "../world/core/refusal";
import type { DeskCall } from "./desk-route";
import { whyIn } from "./noted-call";
import type { PersonaAnswer, PersonaCall } from "./persona-line";

/** Ends a command with an answer that is no refusal of the usual kind. */
export class Ended extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`Answered ${answer.status}`);
    this.name = "Ended";
    this.answer = answer;
  }
}

/** A call at Persona for the person of a command. */
export const askPersona = ({ desk, person, requestId }: DeskCall, call: Omit<PersonaCall, "person" | "requestId">): PersonaAnswer =>
  desk.askPersona({ ...call, person, requestId });

/** What the desk answers where Persona refuses or fails. @param before what was done all the same, as a sentence */
export function failed({ status, body }: PersonaAnswer, headers: Readonly<Record<string, string>>, before = ""): Ended {
  const why = whyIn(body);
  if (status === "network") return new Ended({ ...refused(new Refusal(504, "Persona did not answer in time")), headers });
  if (status === 429) return new Ended({ ...refused(new Refusal(503, "Too many calls to Persona", "Nothing was sent.")), headers });
  if (status >= 500) return new Ended({ ...refused(new Refusal(502, "Persona did not answer", why)), headers });
  const refusal = new Refusal(status, status === 422 ? "Unprocessable entity" : "Conflict", [before, why].filter(Boolean).join(" "));
  return new Ended({ ...refused(refusal), ...(before !== "" && { headers: { "desk-sent": "part" } }) });
}
