import type { Context } from "hono";
import { personActor } from "../audit/audit-actor";
import type { DeskEnv } from "../http/context";
import type { AuthDeps } from "./auth-deps";
import { browserName } from "./browser-name";
import type { Redeemed } from "./identity-provider";
import type { Identity } from "./sessions";
import { tellSessions } from "./tell-sessions";

type Provided = Pick<Redeemed, "providerSession" | "tokens">;

/** Begins the session of somebody who may come in, writes that down, and sends the browser where it wanted to go. */
export async function admit(
  c: Context<DeskEnv>,
  deps: AuthDeps,
  identity: Identity & Partial<Provided>,
  returnTo: string,
): Promise<Response> {
  const { config, db, sessions, cookies, audit, pushes, checks } = deps;
  const { providerSession = null, tokens } = identity;
  // the development sign-in has no identity provider to ask again
  const isChecked = tokens === undefined || (checks !== undefined && tokens.refreshToken !== undefined);
  const [address, browser] = [c.var.remoteAddress || null, browserName(c.req.header("user-agent"))];
  const place = { address, browser, providerSession, isChecked };
  const { cookieValue } = await db.transaction(async (transaction) => {
    const started = await sessions.start(identity, cookies.session.read(c), transaction, place);
    if (tokens) await checks?.begin(started.person.sessionId, tokens, transaction);
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
