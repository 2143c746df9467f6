import { type JWTPayload, SignJWT } from "jose";
import type { Database } from "@server/db/database";
import { createAuthDesk, deskUrl } from "./auth-desk";
import { createBrowser } from "./browser";
import { type ForgingProvider, type SigningKey, startForgingProvider } from "./forging-provider";

export const clientId = "inquiry-desk";
export const clientSecret = "a secret that only the two of them know";

/** An ID token as it should be, made by whoever has the key. */
export function signed(payload: JWTPayload, key: SigningKey, header: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: key.kid, ...header }).sign(key.privateKey);
}

/** Variables for a desk that signs people in there. */
export const oidcSettings = (issuer: string) => ({
  SIGN_IN: "oidc",
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_ROLES: "desk-leads=lead,desk-reviewers=reviewer",
});

/** A desk whose identity provider says what a test wants. `settings` are variables of the configuration. */
export function createForgedDesk(db: Database, provider: ForgingProvider, settings: Record<string, string> = {}) {
  const desk = createAuthDesk(db, { ...oidcSettings(provider.issuer), ...settings });
  const newBrowser = () => createBrowser({ [deskUrl]: (request) => desk.app.request(request) });

  /** Claims of somebody with a role. @param nonce of the sign-in */
  const claimsOf = (nonce: string, more: JWTPayload = {}): JWTPayload => {
    const now = Math.floor(Date.now() / 1000);
    const right = { iss: provider.issuer, aud: clientId, sub: "maya", iat: now, exp: now + 300, nonce };
    return { ...right, name: "Maya", email: "maya@example.com", groups: ["desk-leads"], ...more };
  };

  /**
   * Signs in, with an ID token that the test makes.
   * @param more members of the token endpoint's answer
   */
  async function signIn(
    idToken: (claims: JWTPayload) => string | Promise<string>,
    claims: JWTPayload = {},
    more: Record<string, unknown> = {},
  ) {
    const browser = newBrowser();
    const asked = await browser.send(new URL("/auth/sign-in", deskUrl));
    if (asked.status !== 303) return { browser, status: asked.status, text: await asked.text(), cookie: undefined };
    const query = new URL(asked.headers.get("location") ?? "").searchParams;
    const id_token = await idToken(claimsOf(query.get("nonce") ?? "", claims));
    provider.answers.token = () => ({ access_token: "an-access-token", token_type: "Bearer", id_token, ...more });
    const callback = new URL(`/auth/callback?code=a-code&state=${query.get("state")}`, deskUrl);
    const answer = await browser.send(callback);
    return { browser, status: answer.status, text: await answer.text(), cookie: browser.cookies(deskUrl).get("desk") };
  }
  return { ...desk, newBrowser, claimsOf, signIn };
}

/** Starts one for each test that asks; ends them all. */
export function forgingProviders() {
  const open: ForgingProvider[] = [];
  return {
    async start(): Promise<ForgingProvider> {
      const provider = await startForgingProvider();
      open.push(provider);
      return provider;
    },
    closeAll: () => Promise.all(open.splice(0).map((provider) => provider.close())),
  };
}
