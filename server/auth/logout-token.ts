import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { readText } from "@/lib/read";
import { isUsableSubject } from "./claimed";
import { IdentityProviderUnavailable } from "./discovery";

/** What a logout token is about: a session at the provider, somebody, or both. */
export type LogoutToken = {
  readonly issuer: string;
  readonly subject: string | undefined;
  readonly providerSession: string | undefined;
  readonly tokenId: string;
};

/** A logout token that must not be believed. @param code for the log, without anything of the token's */
export class UnusableLogoutToken extends Error {
  readonly code: string;
  constructor(code: string) {
    super("The logout token cannot be used");
    this.code = code;
  }
}

/** How old a logout token may be, seconds; as long are used ones remembered. */
export const logoutTokenAge = 600;
const clockToleranceSeconds = 30;
const logoutEvents = z.looseObject({ "http://schemas.openid.net/event/backchannel-logout": z.looseObject({}) });
/** Asymmetric ones alone: the keys they are checked with are public. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];

/**
 * Reads logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.6). Keys are kept for ten minutes, and read again for an unknown one
 * every 30 seconds at most.
 */
export function createLogoutTokenReader({ issuer, clientId, keysUrl }: { issuer: string; clientId: string; keysUrl: URL }) {
  const keys = createRemoteJWKSet(keysUrl);
  return async (token: string): Promise<LogoutToken> => {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms,
      clockTolerance: clockToleranceSeconds,
      maxTokenAge: logoutTokenAge,
      requiredClaims: ["iat", "jti"],
    }).catch((error: unknown) => {
      if (isOutage(error)) throw new IdentityProviderUnavailable("The provider's keys cannot be read", { cause: error });
      throw new UnusableLogoutToken(error instanceof errors.JOSEError ? error.code : "unreadable");
    });
    if (!["logout+jwt", "jwt", undefined].includes(protectedHeader.typ?.toLowerCase())) throw new UnusableLogoutToken("type");
    return logoutOf(payload, issuer);
  };
}

function logoutOf(payload: JWTPayload, issuer: string): LogoutToken {
  const refuse = (holds: boolean, code: string) => {
    if (holds) throw new UnusableLogoutToken(code);
  };
  // an ID token has a nonce: it must never pass for a logout token
  refuse(Object.hasOwn(payload, "nonce"), "nonce");
  refuse(!logoutEvents.safeParse(payload["events"]).success, "events");
  const [subject, providerSession, tokenId] = [payload.sub, payload["sid"], payload.jti].map(readText);
  refuse(subject === undefined && providerSession === undefined, "nobody");
  for (const name of ["sub", "sid", "jti"]) refuse(payload[name] !== undefined && !isUsableSubject(payload[name]), name);
  if (tokenId === undefined) throw new UnusableLogoutToken("jti");
  return { issuer, subject, providerSession, tokenId };
}

/** Whether the keys could not be had; anything else is the token's fault. */
const isOutage = (error: unknown) =>
  error instanceof TypeError ||
  error instanceof errors.JWKSTimeout ||
  (error instanceof errors.JOSEError && error.code === "ERR_JOSE_GENERIC");
