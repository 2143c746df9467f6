import { type Context, Hono } from "hono";
import { randomNonce, randomPKCECodeVerifier } from "openid-client";
import { isUnavailable } from "../db/unavailable";
import { countCall } from "../http/call-counter";
import type { DeskEnv } from "../http/context";
import { DeskError } from "../http/desk-error";
import { errorAnswer } from "../http/error-answer";
import { getOnly } from "../http/get-only";
import { networkOf } from "../http/network";
import { isOwnRead } from "../http/own-page";
import { admit } from "./admit";
import type { AuthDeps } from "./auth-deps";
import type { Claimed } from "./claimed";
import { IdentityProviderUnavailable } from "./discovery";
import type { IdentityProvider, Redeemed } from "./identity-provider";
import { nearMissLines, noRoleFacts, wayOutOf, whyNoRole } from "./no-role";
import { askPage, errorPage, noRolePage } from "./pages";
import { returnPath } from "./return-path";
import { type NoRole, roleOfClaims } from "./role-of-claims";
import { createSignInAttempts } from "./sign-in-attempts";
import { failureOf } from "./sign-in-failure";

/** From one network: an office behind one, all of it coming back from lunch. */
const signInsPerMinute = 120;

/** Sign-in through the company's identity provider. */
export function oidcRoutes(deps: AuthDeps, identityProvider: IdentityProvider): Hono<DeskEnv> {
  const { config, cookies, sessions, audit, db, now } = deps;
  const { signIn } = config;
  if (signIn.kind !== "oidc") throw new Error("No identity provider is configured");
  const { roleClaim } = signIn;
  const attempts = createSignInAttempts(deps);
  const app = new Hono<DeskEnv>();

  const fail = (c: Context<DeskEnv>, error: unknown, returnTo: string) => {
    const { status, title, details, code } = failureOf(error);
    c.var.log.warn({ code }, "sign-in failed");
    return c.html(errorPage(title, details, returnTo, c.var.requestId), status);
  };

  // people come here by a link, so failures are answered with a page
  app.onError((error, c) => {
    if (!isUnavailable(error)) return errorAnswer(error, c);
    return fail(c, error, returnPath(c.req.query("to")));
  });

  app.get("/auth/sign-in", getOnly, async (c) => {
    const returnTo = returnPath(c.req.query("to"));
    // a link or a picture of another site could otherwise sign in people who have a session at the provider, without their noticing
    if (!isOwnRead(config.publicUrl, c.req.raw.headers)) return c.html(askPage(returnTo));
    const attempt = { nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier(), returnTo };
    try {
      // each costs a row, and nobody is known yet
      await countCall(db, `sign-in ${networkOf(c.var.remoteAddress)}`, signInsPerMinute, now());
      const { state, browserSecret } = await attempts.begin(attempt);
      const url = await identityProvider.signInUrl({ state, ...attempt });
      cookies.attempt.write(c, state, browserSecret);
      return c.redirect(url.href, 303);
    } catch (error) {
      if (!(error instanceof IdentityProviderUnavailable) && !(error instanceof DeskError)) throw error;
      return fail(c, error, attempt.returnTo);
    }
  });

  app.get("/auth/callback", getOnly, async (c) => {
    const state = c.req.query("state") ?? "";
    const attempt = await attempts.take(state, cookies.attempt.read(c, state));
    if (!attempt) return fail(c, undefined, "/");
    cookies.attempt.clear(c, state);
    let claimed: Redeemed;
    try {
      claimed = await identityProvider.redeem(new URL(c.req.url).search, { state, ...attempt });
    } catch (error) {
      return fail(c, error, attempt.returnTo);
    }
    if (claimed.userInfoFailed) c.var.log.warn("UserInfo failed; signed in by the ID token alone");
    const role = roleOfClaims(claimed.claims, roleClaim, signIn.roles);
    return typeof role === "string" ? admit(c, deps, { ...claimed, role }, attempt.returnTo) : turnAway(c, claimed, role, attempt.returnTo);
  });

  /** Somebody real, without a role: whatever sessions they still had end as well. */
  async function turnAway(c: Context<DeskEnv>, who: Claimed, noRole: NoRole, returnTo: string): Promise<Response> {
    const { issuer, subject, name, emailAddress } = who;
    const what = whyNoRole(noRole, roleClaim);
    c.var.log.warn(noRoleFacts(noRole), "sign-in refused: no role");
    await db.transaction(async (transaction) => {
      await sessions.endAllOf({ issuer, subject }, transaction);
      const actor = { type: "person", id: subject, name, emailAddress } as const;
      const input = { action: "sign-in", outcome: "refused", actor, subject: null, requestId: c.var.requestId } as const;
      await audit.append({ ...input, reason: `No role. ${what}`, details: { cause: noRole.cause } }, transaction);
    });
    const wrong = { what, nearMisses: nearMissLines(noRole), wayOut: wayOutOf(noRole, roleClaim) };
    return c.html(noRolePage({ name, emailAddress }, wrong, returnTo, c.var.requestId), 403);
  }
  return app;
}
