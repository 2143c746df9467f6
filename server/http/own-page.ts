import type { MiddlewareHandler } from "hono";
import type { DeskEnv } from "./context";
import { forbidden } from "./desk-error";

const reads = new Set(["GET", "HEAD"]);

/** True for methods that change nothing. */
export const isRead = (method: string): boolean => reads.has(method);

/**
 * Whether a browser says that a page of this very origin sent the request. Every current browser sends `Origin` on writes and
 * `Sec-Fetch-Site` always; neither can be set by a page.
 */
export function isFromOwnOrigin(publicUrl: URL, headers: Headers): boolean {
  const [origin, site] = [headers.get("origin"), headers.get("sec-fetch-site")];
  if (site !== null && site !== "same-origin") return false;
  return origin === null ? site === "same-origin" : origin === publicUrl.origin;
}

/** Whether a read may be answered: not when another site's page sent it. People may open an address themselves. */
export function isOwnRead(publicUrl: URL, headers: Headers): boolean {
  const [origin, site] = [headers.get("origin"), headers.get("sec-fetch-site")];
  if (origin !== null && origin !== publicUrl.origin) return false;
  return site === null || site === "same-origin" || site === "none";
}

/**
 * Refuses what another site's page may have sent with this browser's cookie. Writes need the header `Desk-Client: web` besides, which
 * no form can send and no other site's script may.
 */
export function requireOwnPage(publicUrl: URL): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const { headers, method } = c.req.raw;
    const own = isRead(method)
      ? isOwnRead(publicUrl, headers)
      : isFromOwnOrigin(publicUrl, headers) && headers.get("desk-client") === "web";
    if (!own) throw forbidden("This request did not come from the application.");
    await next();
  };
}
