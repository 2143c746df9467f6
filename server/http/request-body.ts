import type { MiddlewareHandler } from "hono";
import { DeskError } from "./desk-error";

/** Nothing that the application sends comes near it. */
const usualLimit = 64 * 1024;
/** Whose bodies may be larger, bytes. */
const largerLimits: readonly { readonly path: RegExp; readonly limit: number }[] = [
  { path: /^\/api\/v1\//, limit: 256 * 1024 },
  // what was seen of 500 inquiries
  { path: /^\/desk\/v1\/batches$/, limit: 1024 * 1024 },
  // an inquiry with everything that was collected in it; the route keeps less
  { path: /^\/webhooks\/persona$/, limit: 16 * 1024 * 1024 },
];
const withoutBody: ReadonlySet<string> = new Set(["GET", "HEAD", "DELETE", "OPTIONS", "TRACE"]);

/** How long the body of a request may be, bytes; 0 where the method takes none. */
export function bodyLimitOf(method: string, path: string): number {
  if (withoutBody.has(method)) return 0;
  return largerLimits.find((larger) => larger.path.test(path))?.limit ?? usualLimit;
}

/**
 * Refuses a body that says itself that it is too long, before anything else is done with the request. What says nothing, or the wrong
 * thing, is counted while it is read.
 */
export const limitBodies: MiddlewareHandler = async (c, next) => {
  const limit = bodyLimitOf(c.req.method, c.req.path);
  if (Number(c.req.header("content-length") ?? 0) > limit) throw tooLarge(limit);
  // without a length it may be of any
  if (limit === 0 && c.req.header("transfer-encoding") !== undefined) throw tooLarge(limit);
  await next();
};

/**
 * Reads the body of a request piece by piece: the only way to read one.
 * @param take what it throws ends the reading
 * @throws DeskError 413 when there are more bytes than the route allows, whatever Content-Length said
 */
export async function readPieces(request: Request, take: (piece: Uint8Array) => void): Promise<void> {
  if (request.body === null) return;
  const limit = bodyLimitOf(request.method, new URL(request.url).pathname);
  let length = 0;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      length += value.byteLength;
      if (length > limit) throw tooLarge(limit);
      take(value);
    }
  } catch (error) {
    // the connection is given up, so its errors need no handling
    reader.cancel().catch(() => undefined);
    throw error;
  }
}

/** The body of a request. Never holds more bytes than the route allows. @throws DeskError 413 as `readPieces` does */
export async function readBody(request: Request): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await readPieces(request, (piece) => pieces.push(piece));
  return Buffer.concat(pieces);
}

/** The fields of a form that was sent as `application/x-www-form-urlencoded`. @throws DeskError 413 as `readBody` does */
export const readForm = async (request: Request): Promise<URLSearchParams> =>
  new URLSearchParams(new TextDecoder().decode(await readBody(request)));

/** The rest is not read, so nothing else can come over the connection. @param limit bytes */
export const tooLarge = (limit: number) =>
  new DeskError(413, "Payload Too Large", limit === 0 ? "This request takes no body." : `At most ${limit} bytes are accepted.`, {
    headers: { Connection: "close" },
  });
