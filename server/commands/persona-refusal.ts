import { conflict, DeskError, notFound } from "../http/desk-error";
import { jsonOf, type PersonaAnswer } from "../persona/persona-answer";
import { refusalIn } from "../persona/write-outcome";

/** What Persona answered is nothing that can be handed on. */
export const unreadable = () => new DeskError(502, "Bad Gateway", "The answer of Persona can't be read.");

/**
 * Persona's answer if it is a success.
 * @throws DeskError that says what a caller can do about it, without Persona's details
 */
export function expected(answer: PersonaAnswer): PersonaAnswer {
  const { status } = answer;
  if (status < 300) return answer;
  if (status === 404) throw notFound();
  const title = refusalIn(jsonOf(answer)) ?? "it gave no reason";
  if (status === 409) throw conflict(`Persona refused: ${title}.`);
  if (status === 422 || status === 400) throw new DeskError(422, "Unprocessable Entity", `Persona refused: ${title}.`);
  // before its idempotency layer: nothing was done
  if (status === 429) {
    throw new DeskError(503, "Persona takes no more calls now", undefined, { headers: { "Retry-After": "60", "Desk-Sent": "no" } });
  }
  throw new DeskError(502, "Bad Gateway", "Persona could not answer.");
}

/** Whether Persona said no, so that the same will not be answered otherwise. */
export const isRefusal = (error: unknown): boolean => error instanceof DeskError && [404, 409, 422].includes(error.status);

/** A failure after the inquiry was resumed, where "nothing was sent" would no longer be true. */
export function afterResuming(error: unknown): unknown {
  if (!(error instanceof DeskError)) return error;
  if (isRefusal(error)) {
    const details = `The inquiry was resumed, and its link was not made. ${error.details ?? ""}`.trim();
    return new DeskError(error.status, error.message, details, { headers: { ...error.headers, "Desk-Sent": "part" } });
  }
  if (error.headers["Desk-Sent"] === undefined) return error;
  const headers = Object.fromEntries(Object.entries(error.headers).filter(([name]) => name !== "Desk-Sent"));
  return new DeskError(error.status, error.message, "The inquiry was resumed, and its link is not made yet. Ask again.", { headers });
}
