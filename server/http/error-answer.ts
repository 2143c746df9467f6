import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { DeskEnv } from "./context";
import { DeskError } from "./desk-error";

/**
 * What the caller is told of a failure, in the form of Persona's errors. What nobody foresaw is logged with its stack and told as 500
 * with nothing but the request ID: messages of drivers may hold values.
 */
export function errorAnswer(error: Error, c: Context<DeskEnv>): Response {
  const known = error instanceof HTTPException ? new DeskError(error.status, titleOf(error.status)) : error;
  if (known instanceof DeskError) {
    const item = { title: known.message, ...(known.details === undefined ? {} : { details: known.details }) };
    // every status a DeskError is made with has a body
    const status = known.status as ContentfulStatusCode;
    return noStore(c.json({ errors: [item], ...known.body }, status, { ...known.headers }));
  }
  c.var.log?.error({ error: { name: error.name, code: codeOf(error), stack: withoutMessage(error) } }, "request failed");
  return noStore(c.json({ errors: [{ title: "The desk failed", details: `Its log tells more under ${c.var.requestId}.` }] }, 500));
}

const titles: Readonly<Record<number, string>> = { 400: "Bad Request", 413: "Payload Too Large", 408: "Request Timeout" };
const titleOf = (status: number) => titles[status] ?? "The request failed";

function noStore(response: Response): Response {
  response.headers.set("cache-control", "no-store");
  return response;
}

const codeOf = (error: Error): unknown => ("code" in error ? error.code : undefined);

/** Where it happened: a message can quote what a person typed. */
const withoutMessage = (error: Error) =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
