import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { DeskError } from "./desk-error";

const longest = 8_192;

/**
 * Path and query as they came over the wire: `Request` has already folded `..` and decoded what it could. Where there was no wire (a
 * test that calls the app directly), those of the request.
 */
export function rawTarget(c: Context): { path: string; query: string } {
  // @hono/node-server puts the Node request there; without a server there is no `env`
  const bindings = c.env as Partial<HttpBindings> | undefined;
  const { pathname, search } = new URL(c.req.url);
  const target = bindings?.incoming?.url ?? pathname + search;
  const mark = target.indexOf("?");
  return mark === -1 ? { path: target, query: "" } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/**
 * Refuses addresses that mean something else to one reader than to another: dot segments, backslashes, double slashes, encoded
 * separators and control characters, query keys that come twice.
 */
export const plainTargets: MiddlewareHandler = async (c, next) => {
  const { path, query } = rawTarget(c);
  if (path.length + query.length > longest) throw new DeskError(414, "URI Too Long");
  if (!isPlain(path)) throw new DeskError(400, "Bad Request", "The path is not in its plain form.");
  const keys = [...new URLSearchParams(query).keys()];
  if (isApi(path) && new Set(keys).size !== keys.length) throw new DeskError(400, "Bad Request", "A query key may stand only once.");
  await next();
};

/** Pages read their own addresses and shrug at what they don't know; an API must not guess which of two values was meant. */
const isApi = (path: string) => /^\/(api|desk|partner|auth|webhooks)\//.test(path);

function isPlain(path: string): boolean {
  if (!/^\/[!-[\]-~]*$/.test(path) || path.includes("//") || path.includes("#")) return false;
  // `%2f` belongs into one place: a reference ID, which is any text
  const separators = path.startsWith("/partner/v1/standing/") ? /%(?![0-9a-f]{2})|%(0|1|7f)/i : /%(?![0-9a-f]{2})|%(0|1|7f|2e|2f|5c|25)/i;
  if (separators.test(path)) return false;
  return path.split("/").every((segment) => segment !== "." && segment !== "..");
}
