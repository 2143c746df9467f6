import type { Account } from "@/api/generated/persona/types.gen";
import { findAccountByReferenceId, isArchived, needAccount } from "./account-lookup";
import { createAccount, defaultAccountTypeId } from "./accounts";
import { system } from "../core/actor";
import type { CreateInquiryInput } from "../inquiry/inquiry-input";
import { conflict, notFound, unprocessable } from "../core/refusal";
import type { World } from "../core/world";

/** Which account a new inquiry gets: an existing one, a new one, or none. */
export type AccountChoice =
  | { kind: "existing"; account: Account }
  | { kind: "new"; referenceId: string | null; accountTypeId: string }
  | { kind: "none" };

/**
 * Decides without changing anything (spec: POST /inquiries, `account-id` and the `auto-create-account*` parameters). Without a reference id
 * every inquiry makes an account of its own (Persona help: Reference IDs).
 * @throws Refusal 404 for an unknown account or type, 409 for a consolidated one, 422 for parameters that exclude each other
 */
export function chooseAccount(world: World, { attributes, meta = {} }: CreateInquiryInput): AccountChoice {
  const referenceId = meta.autoCreateAccountReferenceId ?? attributes.referenceId ?? null;
  const typeId = meta.autoCreateAccountTypeId ?? undefined;
  if (meta.autoCreateAccount === false) {
    if (meta.autoCreateAccountReferenceId != null) throw needsAutoCreate("auto-create-account-reference-id");
    if (typeId !== undefined) throw needsAutoCreate("auto-create-account-type-id");
  }
  if (attributes.accountId != null) {
    if (referenceId !== null) throw unprocessable("Account ID and reference ID cannot both be given", "/data/attributes/account-id");
    return existing(world, needAccount(world, attributes.accountId, "data.attributes.account_id is not found"));
  }
  if (typeId !== undefined && !world.hidden.accountTypes.has(typeId)) throw notFound("meta.auto_create_account_type_id is not found");
  const accountTypeId = typeId ?? defaultAccountTypeId(world);
  const known = referenceId === null ? undefined : findAccountByReferenceId(world, referenceId, typeId);
  if (known !== undefined) return existing(world, known);
  return meta.autoCreateAccount === false ? { kind: "none" } : { kind: "new", referenceId, accountTypeId };
}

/** Carries the choice out. */
export function takeAccount(world: World, choice: AccountChoice): Account | undefined {
  if (choice.kind === "none") return undefined;
  if (choice.kind === "existing") return choice.account;
  const { referenceId, accountTypeId } = choice;
  // Nobody asked for the account as such, so it leaves no audit entry of its own.
  return createAccount(world, { attributes: { referenceId, accountTypeId } }, system).account;
}

function existing(world: World, account: Account): AccountChoice {
  if (isArchived(world, account)) throw conflict("Account was consolidated and cannot take new inquiries");
  return { kind: "existing", account };
}

function needsAutoCreate(parameter: string) {
  return unprocessable("Accounts are not created automatically when auto-create-account is false", `/meta/${parameter}`);
}
