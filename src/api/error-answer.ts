import { isRecord } from "@/lib/read";
import { ApiError, type Sent } from "./errors";

/** Longest text taken over from an answer, so that a hostile one cannot flood the screen. */
const longest = 1_000;
const longestWaitSeconds = 3_600;

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, longest) : undefined;

/** The call an error is about. `operation` is the contract's method and path; nothing in it is personal. */
export type Call = { operation: string; isRead: boolean };

function sentBy(call: Call, { status, headers }: Response): Sent {
  // The desk's server side knows when Persona never got the call.
  const told = headers.get("Desk-Sent");
  if (call.isRead || told === "no") return "no";
  if (told === "part") return "part";
  // A gateway between the browser and Persona answers these itself and may or may not have passed the call on.
  return status >= 502 && status <= 504 ? "unknown" : "yes";
}

/** Seconds to wait: `RateLimit-Reset` is what Persona documents; `Retry-After` is what gateways send, in seconds or as a date. */
function waitOf(headers: Headers): number | undefined {
  const value = headers.get("RateLimit-Reset") ?? headers.get("Retry-After");
  if (value === null || value.trim() === "") return undefined;
  const date = (Date.parse(value) - Date.parse(headers.get("Date") ?? "")) / 1000;
  const seconds = /^\s*\d/.test(value) ? Number(value) : date;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), longestWaitSeconds) : undefined;
}

/**
 * ApiError of an answer that refuses or fails. Takes `{ errors: [{ title, details, source }] }` as
 * Persona documents it, and anything else (HTML of a proxy, an empty body) without stumbling.
 * @param body the parsed body, or its text
 */
export function errorOfAnswer(response: Response, call: Call, body: unknown): ApiError {
  const listed = isRecord(body) && Array.isArray(body["errors"]) ? body["errors"] : [];
  const errors = listed.filter(isRecord).slice(0, 20);
  const pointers = errors.map((error) => (isRecord(error["source"]) ? text(error["source"]["pointer"]) : undefined));
  return new ApiError({
    status: response.status,
    title: text(errors[0]?.["title"]) ?? "The request failed",
    details: errors.map((error) => text(error["details"])).filter((detail) => detail !== undefined),
    pointer: pointers.find((pointer) => pointer !== undefined),
    requestId: requestIdOf(response),
    deskRequestId: deskRequestIdOf(response),
    failure: text(response.headers.get("Desk-Failure")),
    retryAfterSeconds: response.status === 429 || response.status === 503 ? waitOf(response.headers) : undefined,
    operation: call.operation,
    sent: sentBy(call, response),
  });
}

/** ApiError of a good status with a body that is not what the contract says, e.g. a proxy's sign-in page. */
export function errorOfUnreadableAnswer(response: Response, call: Call, cause: unknown): ApiError {
  return new ApiError({
    status: response.status,
    title: "The answer could not be read",
    requestId: requestIdOf(response),
    deskRequestId: deskRequestIdOf(response),
    operation: call.operation,
    sent: call.isRead ? "no" : "yes",
    cause,
  });
}

/** ApiError of a call that got no answer. */
export function errorOfFailure(call: Call, cause: unknown): ApiError {
  const offline = !navigator.onLine;
  return new ApiError({
    status: 0,
    title: offline ? "You are offline" : "The server could not be reached",
    operation: call.operation,
    sent: call.isRead || offline ? "no" : "unknown",
    cause,
  });
}

const deskRequestIdOf = (response: Response): string | undefined => text(response.headers.get("Desk-Request-Id"));

/** The `Request-Id` of an answer, which names it in Persona's logs. */
export const requestIdOf = (response: Response): string | undefined => text(response.headers.get("Request-Id"));
