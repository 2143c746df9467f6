import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { errorKind } from "@/lib/error-kind";
import { DatabaseUnavailable, type DatabaseTrouble } from "../db/unavailable";
import type { DeskEnv } from "./context";
import { DeskError } from "./desk-error";

/**
 * What the caller is told of a failure, in the form of Persona's errors. What nobody foresaw is logged with its stack and told as 500
 * with nothing but the request ID: messages of drivers may hold values.
 */
export function errorAnswer(error: Error, c: Context<DeskEnv>): Response {
  const known = knownError(error);
  // which of them caused it is news; that the database is away is told once, by who watches it
  if (error instanceof DatabaseUnavailable && error.trouble === "busy") {
    c.var.log?.warn({ error: errorKind(error) }, "the database was busy");
  }
  if (known instanceof DeskError) {
    const { message: title, details, pointer } = known;
    const item = { title, ...(details !== undefined && { details }), ...(pointer !== undefined && { source: { pointer } }) };
    // every status a DeskError is made with has a body
    const status = known.status as ContentfulStatusCode;
    // src/api reads `Desk-Sent`: without it, a 503 leaves open whether a write happened
    const nothingDone = c.var.nothingDone === true || (c.var.inOneTransaction === true && isGivenUp(error));
    const sent = { ...(nothingDone && status >= 500 && { "Desk-Sent": "no" }) };
    return c.json({ errors: [item], ...known.body }, status, { ...sent, ...known.headers });
  }
  c.var.log?.error({ error: { name: error.name, code: codeOf(error), stack: withoutMessage(error) } }, "request failed");
  return c.json({ errors: [{ title: "The desk failed", details: `Its log tells more under ${c.var.requestId}.` }] }, 500);
}

function knownError(error: Error): Error {
  if (error instanceof HTTPException) return new DeskError(error.status, titleOf(error.status));
  return error instanceof DatabaseUnavailable ? databaseError(error) : error;
}

/** The database said that it did not do it. */
const isGivenUp = (error: Error) => error instanceof DatabaseUnavailable && error.trouble !== "does-not-answer";

const troubles: Readonly<Record<DatabaseTrouble, string>> = {
  "does-not-answer": "The desk's database does not answer",
  "takes-no-changes": "The desk's database takes no changes",
  busy: "The desk's database is busy",
};

/** 503 with which trouble the database has, for those who answer it in their own way. */
export const databaseError = ({ trouble }: DatabaseUnavailable, headers: Readonly<Record<string, string>> = {}): DeskError =>
  new DeskError(503, troubles[trouble], "Try again in a moment.", { headers: { "Retry-After": "5", ...headers } });

const titles: Readonly<Record<number, string>> = { 400: "Bad Request", 413: "Payload Too Large", 408: "Request Timeout" };
const titleOf = (status: number) => titles[status] ?? "The request failed";

const codeOf = (error: Error): unknown => ("code" in error ? error.code : undefined);

/** Where it happened: a message can quote what a person typed. */
const withoutMessage = (error: Error) =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
