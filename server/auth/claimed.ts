import { readText } from "@/lib/read";
import { isStorable } from "../http/read-json";

/** What the identity provider says of somebody. */
export type Claimed = {
  readonly issuer: string;
  readonly subject: string;
  /** The subject where the provider tells no name. */
  readonly name: string;
  /** Empty where the provider tells none. */
  readonly emailAddress: string;
  readonly claims: Readonly<Record<string, unknown>>;
};

/** The `sub` is nothing that somebody could be known by. */
export class UnusableSubject extends Error {}

/**
 * Reads verified claims. Names and addresses are shown and stored, so they lose what neither can bear.
 * @param claims with `iss` and `sub`
 * @throws UnusableSubject for a `sub` that is empty, longer than 255 characters (OpenID Connect Core, 2) or holds control characters
 */
export function claimedOf(claims: Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string }): Claimed {
  const { iss: issuer, sub: subject } = claims;
  if (!isUsableSubject(subject)) throw new UnusableSubject("The sub cannot be used");
  const emailAddress = lineOf(claims.email, 320);
  const name = [claims.name, claims.preferred_username, emailAddress].map((value) => lineOf(value, 200)).find(Boolean) ?? subject;
  return { issuer, subject, name, emailAddress, claims };
}

/** Whether a value can be somebody's `sub`, or another name that the provider gives: a `sid`, a `jti`. */
export const isUsableSubject = (subject: unknown): subject is string =>
  typeof subject === "string" && subject.trim() !== "" && subject.length <= 255 && !/\p{Cc}/u.test(subject) && isStorable(subject);

/** One line of text without control characters, halves of surrogate pairs and marks that turn the reading direction. */
function lineOf(value: unknown, longest: number): string {
  const line = (readText(value) ?? "").replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, " ").trim();
  // by whole characters: a cut through a pair would leave half of it
  return line.length <= longest ? line : Array.from(line).slice(0, longest).join("").trim();
}
