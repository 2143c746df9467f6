import { type Context, Hono } from "hono";
import { operationRefusal } from "@/domain/operation-access";
import { personActor } from "../audit/audit-actor";
import type { AuditWriter } from "../audit/audit-entry";
import { openingActions, type Openings } from "../audit/audit-openings";
import { roleRefusal } from "../audit/audit-refusal";
import type { DeskEnv } from "../http/context";
import { notFound } from "../http/desk-error";
import { rawTarget } from "../http/request-target";
import { idempotencyKey } from "../http/same-person";
import type { PersonaCaller } from "./caller";
import { isWrite, type Match, matchOperation } from "./match-operation";
import { operationQuery } from "./operation-query";
import { jsonOf, type PersonaAnswer } from "./persona-answer";
import { referenceIdIn } from "./resources/read-document";
import { unusedRefusal } from "./unused-operation";
import { readOperationBody } from "./write-body";
import { subjectOf } from "./write-outcome";
import type { PersonaWrites } from "./writes";

export type PersonaProxyDeps = {
  readonly caller: Pick<PersonaCaller, "call">;
  readonly writes: Pick<PersonaWrites, "perform">;
  readonly audit: AuditWriter;
  /** Who opened what; nothing is shown that could not be noted. */
  readonly openings: Openings;
  /** Of the API key: nothing is simulated in production. */
  readonly environment: string;
};

/**
 * `/api/v1/*`: the operations of the contract that the application calls, each for the roles it is for, and nothing else. Has to stand behind `requireSession` and
 * `requireOwnPage`.
 */
export function personaProxy({ caller, writes, audit, openings, environment }: PersonaProxyDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  async function forward(c: Context<DeskEnv>): Promise<Response> {
    const { path, query: rawQuery } = rawTarget(c);
    const { method } = c.req;
    const match = matchOperation(method, path);
    if (match === undefined) {
      // not the path: what somebody typed may be an address or a name
      c.var.log.warn({ method, route: "/api/v1/*" }, "no operation of Persona's");
      throw notFound();
    }
    const { operation } = match;
    const refusal = operationRefusal(operation.operation, { role: c.var.person.role, environment });
    if (refusal !== undefined) {
      throw await roleRefusal(c, audit, { action: operation.id, subject: subjectOf(match.params) }, refusal);
    }
    const unused = await unusedRefusal(operation, c.req.raw);
    if (unused !== undefined) {
      const { reason, ...more } = unused;
      throw await roleRefusal(c, audit, { action: operation.id, subject: subjectOf(match.params), ...more }, reason);
    }
    const query = operationQuery(operation, rawQuery);
    if (isWrite(operation)) return toResponse(await write(c, match, query));
    try {
      return toResponse(await read(c, match, query));
    } catch (error) {
      // the browser has gone: nobody reads this answer
      if (c.req.raw.signal.aborted) return new Response(null, { status: 499 });
      throw error;
    }
  }

  /** A closed tab cancels nothing: a write that has begun is carried out and audited. */
  async function write(c: Context<DeskEnv>, match: Match, query: string): Promise<PersonaAnswer> {
    const key = idempotencyKey(c, "A write");
    const body = await readOperationBody(c.req.raw, match.operation);
    return writes.perform({
      match,
      query,
      actor: personActor(c.var.person),
      key,
      body: body === undefined ? undefined : JSON.stringify(body),
      comment: null,
      requestId: c.var.requestId,
    });
  }

  async function read(c: Context<DeskEnv>, match: Match, query: string): Promise<PersonaAnswer> {
    const { operation, path } = match;
    const body = operation.method === "GET" ? undefined : JSON.stringify((await readOperationBody(c.req.raw, operation)) ?? {});
    const { signal } = c.req.raw;
    const answer = await caller.call({
      operation: operation.operation,
      asker: c.var.person.user.id,
      path,
      query,
      signal,
      ...(body !== undefined && { body }),
    });
    await noteOpening(c, match, answer);
    await noteFile(c, match, answer);
    return answer;
  }

  /** Each download of a file is audited before the file is sent. */
  async function noteFile(c: Context<DeskEnv>, { operation, params }: Match, { status, headers }: PersonaAnswer): Promise<void> {
    if (status !== 200 || operation.operation !== "printAnInquiryPdf") return;
    await audit.append({
      action: operation.id,
      outcome: "done",
      actor: personActor(c.var.person),
      subject: subjectOf(params),
      requestId: c.var.requestId,
      personaRequestId: headers["request-id"] ?? null,
    });
  }

  /** Somebody was shown an inquiry or a person. */
  async function noteOpening(c: Context<DeskEnv>, { operation, params }: Match, answer: PersonaAnswer): Promise<void> {
    const { status, headers } = answer;
    const subject = subjectOf(params);
    if (status !== 200 || subject === null || !openingActions.includes(operation.id)) return;
    const personaRequestId = headers["request-id"] ?? null;
    await openings.note({
      action: operation.id,
      actor: personActor(c.var.person),
      subject,
      referenceId: () => referenceIdIn(jsonOf(answer)),
      requestId: c.var.requestId,
      personaRequestId,
    });
  }

  app.all("/api/v1", forward);
  app.all("/api/v1/*", forward);
  return app;
}

/** Persona's answer for the browser. */
function toResponse({ status, headers, body }: PersonaAnswer): Response {
  // A copy with a buffer of its own: several requests may share the answer.
  return new Response(new Uint8Array(body), { status, headers });
}
