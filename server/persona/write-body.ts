import { z } from "zod";
import { decisionComment, decisionCommentLimit, type Decider } from "@/domain/decision-comment";
import { badRequest } from "../http/desk-error";
import { checked, plainJson } from "../http/read-json";
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

/** What goes to Persona, and what the person wrote, where the operation takes a comment. */
export interface OutgoingBody {
  readonly body: string | undefined;
  readonly comment: string | null;
}

/** What a decision is sent with. */
const decision = z.looseObject({ meta: z.looseObject({ comment: z.string().max(decisionCommentLimit).nullish() }).nullish() });

/**
 * The body as it is sent: a decision's comment signed with the name of whoever decides, everything else as it came.
 * @throws DeskError 400 when the comment is no text, or too long
 */
export function outgoingBody(operation: Operation, body: JsonObject | undefined, by: Decider): OutgoingBody {
  if (operation.operation !== "approveAnInquiry" && operation.operation !== "declineAnInquiry") {
    return { body: body === undefined ? undefined : JSON.stringify(body), comment: null };
  }
  const { meta } = checked(decision, body ?? {});
  const comment = meta?.comment ?? "";
  const signed = { ...body, meta: { ...meta, comment: decisionComment(comment, by) } };
  return { body: JSON.stringify(signed), comment: comment.trim() === "" ? null : comment.trim() };
}
