import * as oidc from "openid-client";
import { readText } from "@/lib/read";
import type { SignInConfig } from "../config/config";
import { claimOf } from "./role-of-claims";

type OidcConfig = Extract<SignInConfig, { kind: "oidc" }>;
const TIMEOUT_SECONDS = 10;

/** What the identity provider says of somebody. */
export interface Claimed {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly emailAddress: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The identity provider cannot be reached, or answers nonsense: worth another try later. */
export class IdentityProviderUnavailable extends Error {}

export type IdentityProvider = ReturnType<typeof createIdentityProvider>;

/**
 * The company's identity provider, by OpenID Connect: authorization code with PKCE, state and nonce. It is looked up when it is first
 * needed, and again after a failure, so that the desk starts without it.
 */
export function createIdentityProvider({ signIn, publicUrl }: { signIn: OidcConfig; publicUrl: URL }) {
  let discovered: Promise<oidc.Configuration> | undefined;

  const configuration = () => {
    discovered ??= discover(signIn).catch((error: unknown) => {
      discovered = undefined;
      throw new IdentityProviderUnavailable("The identity provider could not be looked up", { cause: error });
    });
    return discovered;
  };

  return {
    /** Where to send the browser. @throws IdentityProviderUnavailable */
    async signInUrl({ state, nonce, codeVerifier }: { state: string; nonce: string; codeVerifier: string }): Promise<URL> {
      return oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: new URL("/auth/callback", publicUrl).href,
        scope: signIn.scopes,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
      });
    },

    /**
     * Redeems the code that came back. Claims missing from the ID token are read from the UserInfo endpoint, where there is one.
     * @param query of the callback, as it came
     * @throws IdentityProviderUnavailable, or openid-client's error for an answer that must not be believed
     */
    async redeem(query: string, expected: { state: string; nonce: string; codeVerifier: string }): Promise<Claimed> {
      const config = await configuration();
      const callback = new URL(`/auth/callback${query}`, publicUrl);
      const tokens = await oidc.authorizationCodeGrant(config, callback, {
        expectedState: expected.state,
        expectedNonce: expected.nonce,
        pkceCodeVerifier: expected.codeVerifier,
        idTokenExpected: true,
      });
      const idToken = tokens.claims();
      if (!idToken) throw new Error("No ID token came");
      const complete = ["email", signIn.roleClaim].every((claim) => claimOf(idToken, claim) !== undefined);
      const more =
        complete || !config.serverMetadata().userinfo_endpoint ? {} : await oidc.fetchUserInfo(config, tokens.access_token, idToken.sub);
      const claims: Readonly<Record<string, unknown>> = { ...more, ...idToken };
      const emailAddress = readText(claims.email) ?? "";
      const name = [claims.name, claims.preferred_username, emailAddress].map(readText).find(Boolean) ?? idToken.sub;
      return { issuer: idToken.iss, subject: idToken.sub, name: name.slice(0, 200), emailAddress: emailAddress.slice(0, 320), claims };
    },

    /** The identity provider's own sign-out, where it has one and is reachable. */
    async signOutUrl(): Promise<URL | undefined> {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: new URL("/auth/signed-out", publicUrl).href });
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<oidc.Configuration> {
  return oidc.discovery(issuer, clientId, undefined, clientAuthentication(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    // the configuration lets http pass for a loopback host alone
    execute: issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [],
  });
}

/** HTTP Basic, the method OpenID Connect presumes, unless the provider says that it takes the form only. None for a public client. */
function clientAuthentication(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported;
    return (methods === undefined || methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}
