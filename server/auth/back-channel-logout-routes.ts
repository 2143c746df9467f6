import { type Context, Hono } from "hono";
import { timestamp } from "../db/sql-time";
import { countCall } from "../http/call-counter";
import type { DeskEnv } from "../http/context";
import { networkOf } from "../http/network";
import { readForm } from "../http/request-body";
import type { AuthDeps } from "./auth-deps";
import { IdentityProviderUnavailable } from "./discovery";
import { endedByProvider } from "./ended-by-provider";
import type { IdentityProvider } from "./identity-provider";
import { type LogoutToken, logoutTokenAge, UnusableLogoutToken } from "./logout-token";
import { hashOf } from "./secrets";

/** From one address: checking a signature is work, and nobody is known yet. */
const logoutsPerMinute = 600;

/** Where the identity provider tells that somebody signed out there, or that it ended a session (OpenID Connect Back-Channel Logout 1.0). */
export function backChannelLogoutRoutes(deps: AuthDeps, identityProvider: IdentityProvider): Hono<DeskEnv> {
  const { db, now, sessions } = deps;
  const app = new Hono<DeskEnv>();

  app.post("/auth/back-channel-logout", async (c) => {
    await countCall(db, `back-channel ${networkOf(c.var.remoteAddress)}`, logoutsPerMinute, now());
    const token = (await readForm(c.req.raw)).get("logout_token");
    try {
      if (token === null) throw new UnusableLogoutToken("missing");
      await end(c, await identityProvider.readLogoutToken(token));
      return c.body(null, 200);
    } catch (error) {
      return refusal(c, error);
    }
  });

  /** @throws UnusableLogoutToken for one that was used before */
  const end = (c: Context<DeskEnv>, logout: LogoutToken) =>
    db.transaction(async (transaction) => {
      await transaction.query("delete from used_logout_tokens where expires_at < $1", [timestamp(now())]);
      const used = await transaction.query(
        "insert into used_logout_tokens (token_hash, expires_at) values ($1, $2) on conflict do nothing returning token_hash",
        [hashOf(`${logout.issuer} ${logout.tokenId}`), timestamp(now() + 2 * logoutTokenAge * 1000)],
      );
      if (used.length === 0) throw new UnusableLogoutToken("replayed");
      const ended = await sessions.endAtProvider(logout, transaction);
      await endedByProvider(deps, ended, "Signed out at the identity provider", c.var.requestId, transaction);
      c.var.log.info({ sessions: ended.length }, "back-channel logout");
    });

  function refusal(c: Context<DeskEnv>, error: unknown): Response {
    if (error instanceof UnusableLogoutToken) {
      c.var.log.warn({ code: error.code }, "back-channel logout refused");
      return c.json({ error: "invalid_request", error_description: "The logout token cannot be used." }, 400);
    }
    if (!(error instanceof IdentityProviderUnavailable)) throw error;
    c.var.log.warn({ code: "provider_unavailable" }, "back-channel logout refused");
    return c.json({ error: "temporarily_unavailable" }, 503);
  }
  return app;
}
