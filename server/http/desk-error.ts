/**
 * A refusal or failure the caller is told about. The error handler turns it into `{ errors: [{ title, details }] }`, the form of
 * Persona's errors; anything else thrown is a 500 that tells nothing but the request ID.
 */
export class DeskError extends Error {
  readonly status: number;
  readonly details: string | undefined;
  /** Sent along, e.g. `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;
  /** More members of the body, beside `errors`. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The value of the request that it is about, as a JSON pointer. */
  readonly pointer: string | undefined;

  constructor(
    status: number,
    title: string,
    details?: string,
    more: { headers?: Readonly<Record<string, string>>; body?: Readonly<Record<string, unknown>>; pointer?: string } = {},
  ) {
    super(title);
    this.name = "DeskError";
    this.status = status;
    this.details = details;
    this.headers = more.headers ?? {};
    this.body = more.body ?? {};
    this.pointer = more.pointer;
  }
}

/** 400 with what is wrong, in words that name the field. */
export const badRequest = (details: string) => new DeskError(400, "Bad Request", details);
/** 401: no session, or one that has ended. */
export const unauthenticated = () => new DeskError(401, "Nobody is signed in");
/** 403 with the reason. */
export const forbidden = (details: string) => new DeskError(403, "Forbidden", details);
/** 404, the same words for what does not exist and what may not be known. */
export const notFound = () => new DeskError(404, "Record not found");
/** 409 with what conflicts. */
export const conflict = (details: string, body: Readonly<Record<string, unknown>> = {}) =>
  new DeskError(409, "Conflict", details, { body });
