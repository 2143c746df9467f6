/** Whether a write reached the server; `part` where some of it is done and the rest refused. A read that failed never wrote: "no". */
export type Sent = "no" | "yes" | "part" | "unknown";

export type ApiErrorInit = {
  /** HTTP status; 0 when no answer came, below 400 when a good answer could not be read. */
  status: number;
  title: string;
  details?: string[];
  /** JSON pointer into the request body, as Persona gives it on 422 and, since 2026, on 400 (kebab case). */
  pointer?: string | undefined;
  requestId?: string | undefined;
  deskRequestId?: string | undefined;
  /** Why the desk's server side has no answer of Persona's: `key`, `budget`, `lost`, … (server/persona/call-failure.ts). */
  failure?: string | undefined;
  /** Whole seconds to wait before the same call may work. */
  retryAfterSeconds?: number | undefined;
  /** Method and path as in the contract, e.g. `POST /inquiries/{inquiryId}/approve`. */
  operation: string;
  sent: Sent;
  cause?: unknown;
};

/**
 * Every way a call can fail, in one shape. `message` is the title, which holds no personal data;
 * `details` are Persona's words and may.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly title: string;
  readonly details: string[];
  readonly pointer: string | undefined;
  /** Names the call in Persona's logs; absent when it did not get there. */
  readonly requestId: string | undefined;
  /** Names the call in the logs of the desk's own server side. */
  readonly deskRequestId: string | undefined;
  readonly failure: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly operation: string;
  readonly sent: Sent;

  constructor(init: ApiErrorInit) {
    super(init.title, { cause: init.cause });
    this.status = init.status;
    this.title = init.title;
    this.details = init.details ?? [];
    this.pointer = init.pointer;
    this.requestId = init.requestId;
    this.deskRequestId = init.deskRequestId;
    this.failure = init.failure;
    this.retryAfterSeconds = init.retryAfterSeconds;
    this.operation = init.operation;
    this.sent = init.sent;
  }

  /** The same call may work later without any change. Says nothing about whether repeating a write is safe: see `mayHaveHappened`. */
  get retryable(): boolean {
    return this.failure !== "key" && (this.status === 429 || outcomeIsOpen(this.status));
  }
}

/** Whether a status leaves open what the server did: no answer, none that can be read, a timeout, or a failure. */
const outcomeIsOpen = (status: number) => status < 400 || status === 408 || status >= 500;

export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError;

const hasStatus =
  (...statuses: number[]) =>
  (error: unknown): error is ApiError =>
    isApiError(error) && statuses.includes(error.status);

/** No answer came: offline, or the connection broke. */
export const isUnreachable = hasStatus(0);
export const isBadRequest = hasStatus(400);
/** Nobody is signed in, or the session ended. */
export const isSignedOut = hasStatus(401);
export const isForbidden = hasStatus(403);
/** There is no such object in this environment. */
export const isMissing = hasStatus(404);
/** The object is not in a state for this, exists already, or changed meanwhile. */
export const isConflict = hasStatus(409);
/** Persona's rate limit is used up: it said so itself, or the desk knew and did not ask. */
export const isRateLimited = (error: unknown): error is ApiError =>
  isApiError(error) && (error.status === 429 || error.failure === "budget");

/**
 * Whether a write that failed so may have taken effect all the same. Then read the object again
 * before repeating it (Persona docs, "Idempotency": server errors are stored and replayed too).
 */
export const mayHaveHappened = (error: unknown): boolean => isApiError(error) && error.sent !== "no" && outcomeIsOpen(error.status);
