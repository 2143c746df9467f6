import * as oidc from "openid-client";
import { type Claimed, claimedOf } from "./claimed";
import { discover, IdentityProviderUnavailable, isOutage, isRefusal, type OidcConfig } from "./discovery";
import { claimOf } from "./role-of-claims";

/** Somebody the identity provider has just vouched for. */
export interface Redeemed extends Claimed {
  /** The UserInfo endpoint was asked and failed; the ID token had what was needed. */
  readonly userInfoFailed: boolean;
}

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
      throw error;
    });
    return discovered;
  };

  /** Claims missing from the ID token are read from the UserInfo endpoint, where there is one. */
  async function completed(config: oidc.Configuration, idToken: oidc.IDToken, accessToken: string): Promise<Redeemed> {
    const knowsRole = claimOf(idToken, signIn.roleClaim) !== undefined;
    const isComplete = knowsRole && claimOf(idToken, "email") !== undefined;
    if (isComplete || !config.serverMetadata().userinfo_endpoint) return { ...claimedOf(idToken), userInfoFailed: false };
    try {
      const more = await oidc.fetchUserInfo(config, accessToken, idToken.sub);
      return { ...claimedOf({ ...more, ...idToken }), userInfoFailed: false };
    } catch (error) {
      // an answer about somebody else, or with a wrong signature, is no failure but an attack
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
        return await completed(config, idToken, tokens.access_token);
      } catch (error) {
        if (!isOutage(error)) throw error;
        throw new IdentityProviderUnavailable("The identity provider does not answer", { cause: error });
      }
    },

    /** The identity provider's own sign-out, where it has one and is reachable. */
    async signOutUrl(): Promise<URL | undefined> {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: new URL("/auth/signed-out", publicUrl).href });
    },
  };
}
