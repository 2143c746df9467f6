import { Refusal } from "../world/refusal";

/** A malformed or unknown parameter. `details` is Persona's dotted snake path and a reason. */
export const badRequest = (details: string): Refusal => new Refusal({ status: 400, title: "Bad Request", details });

/** No key, or none that exists. Persona answers 401 with a title alone. */
export const unauthenticated = (title = "Must be authenticated to access this endpoint"): Refusal => new Refusal({ status: 401, title });

/** The key, the role or the environment may not do this. */
export const forbidden = (details: string): Refusal => new Refusal({ status: 403, title: "Forbidden", details });

export const notFound = (): Refusal => new Refusal({ status: 404, title: "Record not found" });

/** The body of every error answer: `details` in the plural, `source.pointer` only where there is one. */
export function errorBody(refusal: Pick<Refusal, "title" | "details" | "pointer">): { errors: Record<string, unknown>[] } {
  const { title, details, pointer } = refusal;
  return { errors: [{ title, ...(details !== undefined && { details }), ...(pointer !== undefined && { source: { pointer } }) }] };
}
