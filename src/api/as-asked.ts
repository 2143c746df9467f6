import { ApiError } from "./errors";
import { isIdentifier } from "./json-api";

/**
 * Whether what a resource carries is the reference ID asked for: as a whole, letter case aside (Persona help, "Reference ID"). An answer is
 * not taken on trust: a filter that was not understood would make strangers of the person asked for.
 */
export const isReferenceId = (carried: unknown, asked: string): boolean =>
  typeof carried === "string" && carried.toLowerCase() === asked.toLowerCase();

/**
 * What is thrown for an answer that is not what was asked for: it can be asked for again, and says nothing of what there is.
 * @param operation whose answer it is: `ofDesk` for the desk's own; Persona's unless told
 */
export const unreadable = (operation = "unknown"): ApiError =>
  new ApiError({ status: 200, title: "The answer could not be read", operation, sent: "no" });

/** Stands for whatever the desk itself is asked for. */
export const ofDesk = "GET /desk/v1";

/**
 * Those rows of an answer that were asked for.
 * @returns how many came besides; they are left out
 * @throws ApiError when there are rows and none of them was asked for: such an answer says nothing of what there is
 */
export function rowsAsAsked<M>(rows: readonly M[], isAsked: (row: M) => boolean): { asked: M[]; strangers: number } {
  const asked = rows.filter(isAsked);
  if (asked.length === 0 && rows.length > 0) throw unreadable();
  return { asked, strangers: rows.length - asked.length };
}

/**
 * The one resource of an answer, as it came.
 * @throws ApiError when there is none, or it is another than the one asked for
 */
export function asAsked<R extends object>(resource: R, id: string): R {
  if (!isIdentifier(resource) || resource.id !== id) throw unreadable();
  return resource;
}
