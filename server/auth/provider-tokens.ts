import * as oidc from "openid-client";
import { isOutage, isRefusal, type OidcConfig } from "./discovery";
import { claimOf } from "./role-of-claims";

/** The tokens with which the provider is asked again about somebody who is signed in. Secrets: encrypted wherever they are stored. */
export type ProviderTokens = {
  /** Absent where the provider gave none. */
  readonly refreshToken?: string | undefined;
  readonly accessToken: string;
  /** ms; the access token is of no use after that. */
  readonly accessEndsAt: number;
  /** Where the role was told at sign-in. */
  readonly roleSource: "id-token" | "user-info";
};

/** The provider still vouches for somebody. */
export type Vouched = {
  /** Undefined where the answer says nothing of the role. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  /** To ask with the next time. */
  readonly tokens: ProviderTokens;
};

/** Where a provider does not say how long its access tokens live, they are not relied on. */
const untoldLifeSeconds = 60;

/** @param now ms */
export const tokensOf = (answer: oidc.TokenEndpointResponse, roleSource: ProviderTokens["roleSource"], now: number): ProviderTokens => ({
  refreshToken: answer.refresh_token,
  accessToken: answer.access_token,
  accessEndsAt: now + (answer.expires_in ?? untoldLifeSeconds) * 1000,
  roleSource,
});

/**
 * Asks whether the provider still vouches for somebody: by the refresh token, else by the access token while that lives.
 * @param now ms
 * @returns `refused` where it does not, `cannot-ask` where nothing is left to ask with
 * @throws whatever went wrong otherwise
 */
export async function recheck(
  config: oidc.Configuration,
  { roleClaim }: OidcConfig,
  tokens: ProviderTokens,
  subject: string,
  now: () => number,
): Promise<Vouched | "refused" | "cannot-ask"> {
  try {
    if (tokens.refreshToken !== undefined) {
      return await refreshed(config, roleClaim, { ...tokens, refreshToken: tokens.refreshToken }, subject, now);
    }
    if (tokens.accessEndsAt <= now() || !config.serverMetadata().userinfo_endpoint) return "cannot-ask";
    const claims = await oidc.fetchUserInfo(config, tokens.accessToken, subject);
    const tells = tokens.roleSource === "user-info" || claimOf(claims, roleClaim) !== undefined;
    return { claims: tells ? claims : undefined, tokens };
  } catch (error) {
    if (error instanceof oidc.WWWAuthenticateChallengeError && error.status === 401) return "refused";
    if (error instanceof oidc.ResponseBodyError && error.error === "invalid_grant") return "refused";
    throw error;
  }
}

async function refreshed(
  config: oidc.Configuration,
  roleClaim: string,
  { refreshToken, roleSource }: ProviderTokens & { refreshToken: string },
  subject: string,
  now: () => number,
): Promise<Vouched | "refused"> {
  const answer = await oidc.refreshTokenGrant(config, refreshToken);
  const idToken = answer.claims();
  if (idToken && idToken.sub !== subject) return "refused";
  const fresh = tokensOf(answer, roleSource, now());
  // a provider that gives no new one means the old one to be used again
  const tokens = { ...fresh, refreshToken: fresh.refreshToken ?? refreshToken };
  if (idToken && claimOf(idToken, roleClaim) !== undefined) return { claims: idToken, tokens };
  const more = await userInfo(config, answer.access_token, subject);
  const claims = { ...more, ...idToken };
  // without an ID token, what was told there at sign-in may be true as before; without UserInfo, what was told there
  const tells = claimOf(claims, roleClaim) !== undefined || (roleSource === "id-token" ? idToken !== undefined : more !== undefined);
  return { claims: tells ? claims : undefined, tokens };
}

/** Undefined where it cannot be had: the refresh token just used may not be lost for that. */
async function userInfo(config: oidc.Configuration, accessToken: string, subject: string): Promise<oidc.UserInfoResponse | undefined> {
  if (!config.serverMetadata().userinfo_endpoint) return undefined;
  try {
    return await oidc.fetchUserInfo(config, accessToken, subject);
  } catch (error) {
    if (isOutage(error) || isRefusal(error)) return undefined;
    throw error;
  }
}
