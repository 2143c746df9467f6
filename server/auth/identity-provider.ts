import * as oidc from "openid-client";
import { type Claimed, claimedOf, isUsableSubject } from "./claimed";
import { discover, IdentityProviderUnavailable, isOutage, isRefusal, type OidcConfig } from "./discovery";
import { createLogoutTokenReader, type LogoutToken } from "./logout-token";
import { type ProviderTokens, recheck, tokensOf, type Vouched } from "./provider-tokens";
import { claimOf } from "./role-of-claims";

/** Somebody the identity provider has just vouched for. */
export type Redeemed = Claimed & {
  /** The UserInfo endpoint was asked and failed; the ID token had what was needed. */
  readonly userInfoFailed: boolean;
  /** What the provider calls the session (`sid`), where it tells. */
  readonly providerSession: string | null;
  readonly tokens: ProviderTokens;
};

export type IdentityProvider = ReturnType<typeof createIdentityProvider>;

/**
 * The company's identity provider, by OpenID Connect: authorization code with PKCE, state and nonce. It is looked up when it is first
 * needed, and again after a failure, so that the desk starts without it.
 */
export function createIdentityProvider({ signIn, publicUrl, now }: { signIn: OidcConfig; publicUrl: URL; now: () => number }) {
  let discovered: Promise<oidc.Configuration> | undefined;
  let logoutTokens: ReturnType<typeof createLogoutTokenReader> | undefined;

  const configuration = () => {
    discovered ??= discover(signIn).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };

  /** Claims missing from the ID token are read from the UserInfo endpoint, where there is one. */
  async function completed(
    config: oidc.Configuration,
    idToken: oidc.IDToken,
    accessToken: string,
  ): Promise<Claimed & Pick<Redeemed, "userInfoFailed">> {
    const knowsRole = claimOf(idToken, signIn.roleClaim) !== undefined;
    const isComplete = knowsRole && claimOf(idToken, "email") !== undefined;
    if (isComplete || !config.serverMetadata().userinfo_endpoint) return { ...claimedOf(idToken), userInfoFailed: false };
    try {
      const more = await oidc.fetchUserInfo(config, accessToken, idToken.sub);
      return { ...claimedOf({ ...more, ...idToken }), userInfoFailed: false };
    } catch (error) {
      // an answer about another subject, or with a wrong signature, is treated as an attack, not as a failure
      if (!knowsRole || !(isOutage(error) || isRefusal(error))) throw error;
      return { ...claimedOf(idToken), userInfoFailed: true };
    }
  }

  return {
    /** Looks the provider up, if that has not succeeded yet. @returns its issuer @throws IssuerMismatch, IdentityProviderUnavailable */
    async lookUp(): Promise<string> {
      await configuration();
      return signIn.issuer.href;
    },

    /** Where to send the browser. @throws IssuerMismatch, IdentityProviderUnavailable */
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
     * Redeems the code that came back, and checks the ID token: signature, issuer, audience, expiry, nonce.
     * @param query of the callback, as it came
     * @throws IdentityProviderUnavailable, UnusableSubject, or openid-client's error for an answer that must not be believed
     */
    async redeem(query: string, expected: { state: string; nonce: string; codeVerifier: string }): Promise<Redeemed> {
      const config = await configuration();
      const callback = new URL(`/auth/callback${query}`, publicUrl);
      try {
        const tokens = await oidc.authorizationCodeGrant(config, callback, {
          expectedState: expected.state,
          expectedNonce: expected.nonce,
          pkceCodeVerifier: expected.codeVerifier,
          idTokenExpected: true,
        });
        const idToken = tokens.claims();
        if (!idToken) throw new Error("No ID token came");
        const claimed = await completed(config, idToken, tokens.access_token);
        const roleSource = claimOf(idToken, signIn.roleClaim) === undefined ? "user-info" : "id-token";
        const providerSession = isUsableSubject(idToken["sid"]) ? idToken["sid"] : null;
        return { ...claimed, providerSession, tokens: tokensOf(tokens, roleSource, now()) };
      } catch (error) {
        if (!isOutage(error)) throw error;
        throw new IdentityProviderUnavailable("The identity provider does not answer", { cause: error });
      }
    },

    /** Asks whether it still vouches for somebody; see `recheck`. @throws IdentityProviderUnavailable, or openid-client's error */
    recheck: async (tokens: ProviderTokens, subject: string): Promise<Vouched | "refused" | "cannot-ask"> =>
      recheck(await configuration(), signIn, tokens, subject, now),

    /** Checks and reads a logout token. @throws UnusableLogoutToken, IdentityProviderUnavailable */
    async readLogoutToken(token: string): Promise<LogoutToken> {
      const { issuer, jwks_uri: keysUrl } = (await configuration()).serverMetadata();
      if (keysUrl === undefined) throw new IdentityProviderUnavailable("The identity provider publishes no keys");
      logoutTokens ??= createLogoutTokenReader({ issuer, clientId: signIn.clientId, keysUrl: new URL(keysUrl) });
      return logoutTokens(token);
    },

    /** The identity provider's own sign-out, where it has one and is reachable. */
    async signOutUrl(): Promise<URL | undefined> {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: new URL("/auth/signed-out", publicUrl).href });
    },
  };
}
