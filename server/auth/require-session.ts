import type { MiddlewareHandler } from "hono";
import { errorKind } from "@/lib/error-kind";
import type { DeskCookies } from "./cookies";
import type { Sessions } from "./sessions";
import type { DeskEnv } from "../http/context";
import { unauthenticated } from "../http/desk-error";
import { isRead } from "../http/own-page";

/**
 * Lets signed-in people through and says who they are (`c.var.person`); 401 for everybody else. Looks the session up each time, so that
 * one that ended anywhere is refused everywhere. A write counts as activity once it was let through; a read never does, nor does a claim,
 * because open screens read, claim and keep their claims by themselves.
 */
export function requireSession(sessions: Sessions, cookies: DeskCookies): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const person = await sessions.find(cookies.session.read(c));
    if (!person) throw unauthenticated();
    c.set("person", person);
    await next();
    if (isRead(c.req.method) || isClaim(c.req.path) || c.res.status === 403) return;
    // what was asked for is done by now: not being able to note it must not make a failure of it
    await sessions.extend(person.sessionId).catch((error: unknown) => c.var.log.warn({ error: errorKind(error) }, "activity not noted"));
  };
}

const isClaim = (path: string) => path.startsWith("/desk/v1/claims/");
