import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";

export type DeskCookies = ReturnType<typeof createCookies>;

/**
 * The desk's cookies. Over https their names begin with `__Host-`: the browser then takes them only from this very host, over TLS,
 * for all of its paths. Over http, which the configuration allows on a loopback host alone, browsers would drop such cookies.
 */
export function createCookies(publicUrl: URL) {
  const secure = publicUrl.protocol === "https:";
  const prefix = secure ? "__Host-" : "";
  const options: CookieOptions = { path: "/", httpOnly: true, sameSite: "Lax", secure };
  // one cookie for each sign-in on its way, so that two tabs do not undo each other's
  const attemptName = (state: string) => `${prefix}desk-sign-in-${state.slice(0, 12)}`;

  return {
    session: {
      read: (c: Context) => getCookie(c, `${prefix}desk`),
      write: (c: Context, value: string) => setCookie(c, `${prefix}desk`, value, options),
      clear: (c: Context) => void deleteCookie(c, `${prefix}desk`, options),
    },
    attempt: {
      read: (c: Context, state: string) => getCookie(c, attemptName(state)),
      write: (c: Context, state: string, value: string) => setCookie(c, attemptName(state), value, { ...options, maxAge: 600 }),
      clear: (c: Context, state: string) => void deleteCookie(c, attemptName(state), options),
    },
  };
}
