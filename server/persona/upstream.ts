import type { PersonaConfig } from "../config/config";
import { CallFailure, type CallFailureKind } from "./call-failure";
import { answerHeaders, upstreamHeaders } from "./headers";
import { isWrite, type Operation } from "./match-operation";
import { isJson, type PersonaAnswer } from "./persona-answer";

export type UpstreamCall = {
  readonly operation: Operation;
  /** Below Persona's base. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly body: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly signal: AbortSignal | undefined;
};

/** Sends one request to Persona. */
export type Upstream = (call: UpstreamCall) => Promise<PersonaAnswer>;

type UpstreamDeps = {
  readonly persona: Pick<PersonaConfig, "apiUrl" | "apiKey" | "version" | "timeoutSeconds">;
  readonly fetch?: typeof fetch;
};

/**
 * The one place that holds the key and talks to Persona. Node keeps the connections open.
 * @throws CallFailure when there is no answer, or none that is Persona's; the reason of `signal` when the caller ended it
 */
export function createUpstream({ persona, fetch: send = fetch }: UpstreamDeps): Upstream {
  return async ({ operation, path, query, body, idempotencyKey, signal }) => {
    const timeout = AbortSignal.timeout(persona.timeoutSeconds * 1000);
    const failure = (kind: CallFailureKind, retryAfterSeconds?: number) =>
      new CallFailure(kind, retryAfterSeconds, { isRead: !isWrite(operation) });
    try {
      const response = await send(`${persona.apiUrl}${path}${query === "" ? "" : `?${query}`}`, {
        method: operation.method,
        headers: upstreamHeaders({
          operation,
          apiKey: persona.apiKey,
          version: persona.version,
          hasBody: body !== undefined,
          idempotencyKey,
        }),
        body: body ?? null,
        // an address that Persona's answer names is nowhere to take the key to
        redirect: "manual",
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      const answer = {
        status: response.status,
        headers: answerHeaders(response.headers),
        body: new Uint8Array(await response.arrayBuffer()),
      };
      if (!isPersonas(answer)) throw failure("unreadable");
      return answer;
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (timeout.aborted) throw failure("timeout");
      if (error instanceof TypeError) throw neverConnected(error) ? failure("unconnected", 5) : failure("lost");
      throw error;
    }
  };
}

function isPersonas({ status, headers }: PersonaAnswer): boolean {
  const type = headers["content-type"];
  return (status < 300 || status >= 400) && (isJson(type) || /^application\/pdf(\s*;|$)/i.test(type ?? ""));
}

const beforeSending = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/** Whether not even a connection came about, so that nothing can have been sent. */
function neverConnected({ cause }: TypeError): boolean {
  // Several addresses were tried: every one has to have failed so.
  const causes: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  return causes.every((each) => typeof each === "object" && each !== null && "code" in each && beforeSending.has(String(each.code)));
}
