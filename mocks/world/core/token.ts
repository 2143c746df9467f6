import type { Random } from "./random";
import { day, unixSeconds } from "./time";

/**
 * A session token as the published sample shows it: a JWT, HS256, `sub` and `sid` = the session, `exp` 24 h after `iat`.
 * The signature is random: nothing outside the simulator ever checks it, and opening a link compares the whole token.
 * @param now milliseconds
 */
export function drawSessionToken(random: Random, sessionId: string, now: number): string {
  const issuedAt = unixSeconds(now);
  const claims = {
    iss: "persona",
    aud: "persona-verify",
    sub: sessionId,
    sid: sessionId,
    iat: issuedAt,
    nbf: issuedAt,
    exp: unixSeconds(now + day),
    jti: random.text(24),
  };
  return [base64Url({ alg: "HS256", typ: "JWT" }), base64Url(claims), random.text(43)].join(".");
}

function base64Url(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
