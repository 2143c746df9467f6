import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import { isUnavailable } from "../db/unavailable";
import { DeskError } from "../http/desk-error";
import { databaseError } from "../http/error-answer";
import { UnusableSubject } from "./claimed";
import { IdentityProviderUnavailable, IssuerMismatch, NoProviderThere } from "./discovery";

/** A sign-in that came to nothing, in words for the person and as a code for the log. */
export type SignInFailure = {
  readonly status: 400 | 403 | 429 | 502 | 503;
  readonly title: string;
  readonly details: readonly string[];
  /** Never what came over the wire, save OAuth's own error codes. */
  readonly code: string;
};

const knownCode = /^[a-z_]{1,60}$/;
const oauthCode = (code: string) => (knownCode.test(code) ? code : "other");

/** What to tell of a failed sign-in. @param error what was thrown; undefined when the attempt is not known, late, used, or another browser's */
export function failureOf(error: unknown): SignInFailure {
  if (error === undefined) {
    return {
      status: 400,
      title: "This sign-in is no longer valid",
      details: ["It took longer than ten minutes, was used before, or was begun in another browser."],
      code: "unknown_attempt",
    };
  }
  if (error instanceof DeskError && error.status === 429) {
    return {
      status: 429,
      title: "Too many sign-ins",
      details: ["Too many were begun from your network. Wait a minute."],
      code: "too_many",
    };
  }
  if (error instanceof IssuerMismatch) {
    return {
      status: 503,
      title: "Sign-in is not set up correctly",
      details: [
        `OIDC_ISSUER is ${error.configured}, but the identity provider calls itself ${error.told}.`,
        "Both have to be the same, to the last slash. Tell an administrator; nothing is wrong with your account.",
      ],
      code: "issuer_mismatch",
    };
  }
  if (error instanceof NoProviderThere) {
    return {
      status: 503,
      title: "Sign-in is not set up correctly",
      details: [
        `OIDC_ISSUER is ${error.configured}, and what answers there is no identity provider (HTTP ${error.status}).`,
        "Tell an administrator; nothing is wrong with your account.",
      ],
      code: "no_provider_there",
    };
  }
  if (error instanceof UnusableSubject) {
    return {
      status: 502,
      title: "The sign-in could not be completed",
      details: ["The identity provider did not say who you are: the claim sub is empty, too long or not a text. Tell an administrator."],
      code: "unusable_subject",
    };
  }
  if (error instanceof IdentityProviderUnavailable) {
    return {
      status: 503,
      title: "Sign-in is not available",
      details: ["Your company's identity provider can't be reached. Nothing is wrong with your account; try again in a minute."],
      code: "provider_unavailable",
    };
  }
  if (isUnavailable(error)) {
    return {
      status: 503,
      title: "Sign-in is not available",
      details: [`${databaseError(error).message}. Nothing is wrong with your account; try again in a minute.`],
      code: "database_unavailable",
    };
  }
  if (error instanceof AuthorizationResponseError) {
    const denied = error.error === "access_denied";
    return {
      status: denied ? 403 : 502,
      title: denied ? "You were not signed in" : "The identity provider refused the sign-in",
      details: denied ? ["You, or your company's identity provider, did not allow it."] : [`Its answer: ${oauthCode(error.error)}.`],
      code: oauthCode(error.error),
    };
  }
  const code =
    error instanceof ResponseBodyError ? oauthCode(error.error) : error instanceof ClientError ? (error.code ?? "invalid") : "failed";
  return {
    status: 502,
    title: "The sign-in could not be completed",
    details: ["The identity provider's answer could not be verified. Try again; if it stays so, tell an administrator the request below."],
    code,
  };
}
