import type { Role } from "@/domain/viewer";
import { readProperty, readTexts } from "@/lib/read";

/** The most powerful first. */
const byPower: readonly Role[] = ["admin", "lead", "reviewer", "support", "auditor"];

/**
 * The role that somebody's claims give.
 * @param claim a claim's name, whole (`https://example.com/roles`) or as a path into nested claims (`realm_access.roles`); its value
 *   is a text or a list of texts
 * @param roles value → role; values compare exactly
 * @returns the most powerful of all that match, or nothing
 */
export function roleOfClaims(claims: Readonly<Record<string, unknown>>, claim: string, roles: ReadonlyMap<string, Role>): Role | undefined {
  const value = claimOf(claims, claim);
  const given = (typeof value === "string" ? [value] : readTexts(value)).map((text) => roles.get(text));
  return byPower.find((role) => given.includes(role));
}

/** A claim's value by its name or path; undefined where there is none. */
export function claimOf(claims: Readonly<Record<string, unknown>>, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  return claim.split(".").reduce<unknown>((value, key) => readProperty(value, key), claims);
}
