import { z } from "zod";
import type { Role } from "@/domain/viewer";
import { readText } from "@/lib/read";
import { type NearMiss, nearMissesOf } from "./near-misses";

/** The most powerful first. */
const byPower: readonly Role[] = ["admin", "lead", "reviewer", "support", "auditor"];

/**
 * Why claims give no role. `left-out`: the provider says that there were too many groups to name (Microsoft Entra ID does, as of 200).
 * Holds counts and configured values, never what the person's claims hold.
 */
export type NoRole =
  | { readonly cause: "left-out" | "absent" | "empty" | "wrong-type" }
  | { readonly cause: "unknown"; readonly values: number; readonly nearMisses: readonly NearMiss[] };

/**
 * The role that somebody's claims give.
 * @param claim a claim's name, whole (`https://example.com/roles`) or as a path into nested claims (`realm_access.roles`); its value
 *   is a text or a list of texts
 * @param roles value → role; values compare exactly
 * @returns the most powerful of all that match, or why there is none
 */
export function roleOfClaims(claims: Readonly<Record<string, unknown>>, claim: string, roles: ReadonlyMap<string, Role>): Role | NoRole {
  const value = claimOf(claims, claim);
  if (value === undefined) return { cause: isLeftOut(claims, claim) ? "left-out" : "absent" };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = [...new Set(items.filter((item) => typeof item === "string"))];
  const given = new Set(texts.map((text) => roles.get(text)));
  const role = byPower.find((one) => given.has(one));
  if (role) return role;
  const told = texts.filter((text) => readText(text) !== undefined);
  if (told.length > 0) return { cause: "unknown", values: told.length, nearMisses: nearMissesOf(told, [...roles.keys()]) };
  return { cause: items.length === texts.length || value === null ? "empty" : "wrong-type" };
}

const nestedClaims = z.record(z.string(), z.unknown());

/** The claims in a claim; none where it holds no others. */
const claimsIn = (value: unknown) => new Map(Object.entries(nestedClaims.safeParse(value).data ?? {}));

/** A claim's value by its name or path; undefined where there is none. */
export function claimOf(claims: Readonly<Record<string, unknown>>, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  return claim.split(".").reduce<unknown>((value, key) => claimsIn(value).get(key), claims);
}

/** OpenID Connect Core, 5.6.2 (`_claim_names`), and Entra's `hasgroups` and `groups:src1`. */
function isLeftOut(claims: Readonly<Record<string, unknown>>, claim: string): boolean {
  if (claimsIn(claims["_claim_names"]).has(claim)) return true;
  return claim === "groups" && [true, "true"].some((yes) => claims["hasgroups"] === yes);
}
