import type { Operation } from "./match-operation";

type Asked = {
  readonly operation: Operation;
  readonly apiKey: string;
  /** Of Persona's API. */
  readonly version: string;
  readonly hasBody: boolean;
  readonly idempotencyKey: string | undefined;
};

/**
 * Every header Persona gets. Made here and not taken over: nothing a browser sends (cookies, forwarded addresses, an Authorization or a
 * version of its own) can be among them.
 */
export function upstreamHeaders({ operation, apiKey, version, hasBody, idempotencyKey }: Asked): Record<string, string> {
  return {
    accept: isPdf(operation) ? "application/pdf, application/json" : "application/json",
    authorization: `Bearer ${apiKey}`,
    "key-inflection": "camel",
    "persona-version": version,
    "user-agent": "inquiry-desk",
    ...(hasBody && { "content-type": "application/json" }),
    ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
  };
}

/** Whether the operation answers with a file. */
export const isPdf = ({ path }: Operation): boolean => path.endsWith("/print");

const passed = new Set([
  "content-type",
  "request-id",
  "ratelimit-limit",
  "ratelimit-remaining",
  "ratelimit-reset",
  "quota-limit",
  "quota-remaining",
  "quota-reset",
  "retry-after",
]);

/** What of Persona's answer goes on to the browser, names in lower case: no cookies, nothing of the connection or the server. */
export function answerHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => passed.has(name)));
}
