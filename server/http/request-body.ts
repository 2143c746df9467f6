import type { MiddlewareHandler } from "hono";
import { DeskError } from "./desk-error";

/** Nothing that the application sends comes near it. */
const usualLimit = 64 * 1024;
/** Whose bodies may be larger, bytes. */
const largerLimits: readonly { readonly path: RegExp; readonly limit: number }[] = [
  { path: /^\/api\/v1\//, limit: 256 * 1024 },
  // an inquiry with everything that was collected in it
  { path: /^\/webhooks\/persona$/, limit: 1024 * 1024 },
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
 * The body of a request: the only way to read one. Never holds more bytes than the route allows.
 * @throws DeskError 413 when there are more, whatever Content-Length said
 */
export async function readBody(request: Request): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const limit = bodyLimitOf(request.method, new URL(request.url).pathname);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.byteLength;
    if (length > limit) {
      // an error of the connection that is given up is nobody's concern
      reader.cancel().catch(() => undefined);
      throw tooLarge(limit);
    }
    chunks.push(value);
  }
}

/** The fields of a form that was sent as `application/x-www-form-urlencoded`. @throws DeskError 413 as `readBody` does */
export const readForm = async (request: Request): Promise<URLSearchParams> =>
  new URLSearchParams(new TextDecoder().decode(await readBody(request)));

/** The rest is not read, so nothing else can come over the connection. */
const tooLarge = (limit: number) =>
  new DeskError(413, "Payload Too Large", limit === 0 ? "This request takes no body." : `At most ${limit} bytes are accepted.`, {
    headers: { Connection: "close" },
  });
