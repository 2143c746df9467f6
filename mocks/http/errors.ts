import { Refusal } from "../world/core/refusal";
import { type Answer, jsonAnswer } from "./answer";

/** No key, or none that exists. Persona answers 401 with a title alone (spec: 401 responses). */
export const unauthenticated = (title = "Must be authenticated to access this endpoint"): Refusal => new Refusal(401, title);

/** An error answer: `details` in the plural, `source.pointer` only where there is one (spec: error responses). */
export function refused({ status, title, details, pointer }: Refusal): Answer {
  return jsonAnswer(status, {
    errors: [{ title, ...(details !== undefined && { details }), ...(pointer !== undefined && { source: { pointer } }) }],
  });
}

/** The answer of `act`, or the error answer to its refusal. */
export function refusalsAnswered(act: () => Answer): Answer {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}
