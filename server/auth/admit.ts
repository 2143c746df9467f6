import type { Context } from "hono";
import { personActor } from "../audit/audit-actor";
import type { DeskEnv } from "../http/context";
import type { AuthDeps } from "./auth-deps";
import { browserName } from "./browser-name";
import type { Identity } from "./sessions";
import { tellSessions } from "./tell-sessions";

/** Begins the session of somebody who may come in, writes that down, and sends the browser where it wanted to go. */
export async function admit(c: Context<DeskEnv>, deps: AuthDeps, identity: Identity, returnTo: string): Promise<Response> {
  const { config, db, sessions, cookies, audit, pushes } = deps;
  const place = { address: c.var.remoteAddress || null, browser: browserName(c.req.header("user-agent")) };
  const { cookieValue } = await db.transaction(async (transaction) => {
    const started = await sessions.start(identity, cookies.session.read(c), transaction, place);
    await tellSessions(pushes, started.person.sessionId, transaction);
    const input = {
      action: "sign-in",
      outcome: "done",
      actor: personActor(started.person),
      subject: null,
      requestId: c.var.requestId,
    } as const;
    await audit.append({ ...input, details: { by: config.signIn.kind } }, transaction);
    return started;
  });
  cookies.session.write(c, cookieValue);
  // whole, so that nothing in the path can name another host
  return c.redirect(config.publicUrl.origin + returnTo, 303);
}
