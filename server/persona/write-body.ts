import { decisionComment, decisionCommentLimit, type Decider } from "@/domain/decision-comment";
import { readProperty } from "@/lib/read";
import { badRequest } from "../http/desk-error";
import { readLimitedBody } from "../http/limited-body";
import type { Operation } from "./match-operation";
import { isJson } from "./persona-answer";

const longest = 256 * 1024;
const deepest = 16;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The body of a request to Persona, taken apart: what is sent is written anew from it, so that Persona reads what was checked here.
 * @returns undefined where there is none
 * @throws DeskError 400 for what is no plain JSON object, 413 when it is too large
 */
export async function readOperationBody(request: Request, operation: Operation): Promise<JsonObject | undefined> {
  const bytes = await readLimitedBody(request, longest);
  if (bytes.byteLength === 0) return undefined;
  if (!operation.hasBody) throw badRequest("This operation takes no body.");
  if (!isJson(request.headers.get("content-type") ?? undefined)) throw badRequest("The body has to be sent as application/json.");
  const body = parsed(bytes);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw badRequest("The body has to be a JSON object.");
  checkPlain(body, 1);
  // neither null nor an array, so all its keys are texts
  return body as JsonObject;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw badRequest("The body is not JSON.");
  }
}

function checkPlain(value: unknown, depth: number): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > deepest) throw badRequest("The body is nested too deeply.");
  if (Object.hasOwn(value, "__proto__")) throw badRequest("The body holds a key that no operation has.");
  for (const inner of Object.values(value)) checkPlain(inner, depth + 1);
}

/** What goes to Persona, and what the person wrote, where the operation takes a comment. */
export interface OutgoingBody {
  readonly body: string | undefined;
  readonly comment: string | null;
}

/**
 * The body as it is sent: a decision's comment signed with the name of whoever decides, everything else as it came.
 * @throws DeskError 400 when the comment is no text, or too long
 */
export function outgoingBody(operation: Operation, body: JsonObject | undefined, by: Decider): OutgoingBody {
  if (operation.operation !== "approveAnInquiry" && operation.operation !== "declineAnInquiry") {
    return { body: body === undefined ? undefined : JSON.stringify(body), comment: null };
  }
  const meta = body?.["meta"] ?? {};
  const comment = readProperty(meta, "comment") ?? "";
  if (typeof meta !== "object" || typeof comment !== "string") throw badRequest("meta.comment has to be text.");
  if (comment.length > decisionCommentLimit) throw badRequest(`meta.comment may have ${decisionCommentLimit} characters at most.`);
  const signed = { ...body, meta: { ...meta, comment: decisionComment(comment, by) } };
  return { body: JSON.stringify(signed), comment: comment.trim() === "" ? null : comment.trim() };
}
