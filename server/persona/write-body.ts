import { badRequest } from "../http/desk-error";
import { plainJson } from "../http/read-json";
import { readBody } from "../http/request-body";
import type { Operation } from "./match-operation";
import { isJson } from "./persona-answer";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The body of a request to Persona, taken apart: what is sent is written anew from it, so that Persona reads what was checked here.
 * @returns undefined where there is none
 * @throws DeskError 400 for what is no plain JSON object, 413 when it is too large
 */
export async function readOperationBody(request: Request, operation: Operation): Promise<JsonObject | undefined> {
  const bytes = await readBody(request);
  if (bytes.byteLength === 0) return undefined;
  if (!operation.hasBody) throw badRequest("This operation takes no body.");
  if (!isJson(request.headers.get("content-type") ?? undefined)) throw badRequest("The body has to be sent as application/json.");
  const body = plainJson(bytes);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw badRequest("The body has to be a JSON object.");
  // neither null nor an array, so all its keys are texts
  return body as JsonObject;
}
