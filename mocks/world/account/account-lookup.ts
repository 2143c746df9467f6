import type { Account } from "@/api/generated/persona/types.gen";
import { notFound } from "../core/refusal";
import type { World } from "../core/world";

/** @throws Refusal 404 */
export function needAccount(world: World, accountId: string, details?: string): Account {
  const account = world.tables.accounts.get(accountId);
  if (account === undefined) throw notFound(details);
  return account;
}

/**
 * The account with a reference id. Letter case does not count, and the same reference id may exist once per account type
 * (Persona help: Reference IDs).
 * @param accountTypeId undefined looks through all types
 */
export function findAccountByReferenceId(world: World, referenceId: string, accountTypeId?: string): Account | undefined {
  const wanted = referenceId.toLowerCase();
  for (const account of world.tables.accounts.candidates({ referenceIds: [referenceId] })) {
    if (account.attributes.referenceId?.toLowerCase() !== wanted) continue;
    if (accountTypeId === undefined || account.relationships.accountType.data.id === accountTypeId) return account;
  }
  return undefined;
}

/** An account that was moved into another one: it takes no new inquiries (spec: POST /accounts/{account-id}/consolidate). */
export function isArchived(world: World, account: Account): boolean {
  return world.hidden.accounts.get(account.id)?.consolidatedInto !== undefined;
}
