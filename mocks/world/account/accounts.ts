import type { Account, Fields } from "@/api/generated/persona/types.gen";
import { blankAccountFields, snake, withAccountValues } from "./account-fields";
import { findAccountByReferenceId, isArchived, needAccount } from "./account-lookup";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { change } from "../core/change";
import { emit } from "../core/events";
import { inquiriesOf } from "../inquiry/inquiry-lookup";
import { operation } from "../core/operation";
import { conflict, notFound, notUnique, unprocessable } from "../core/refusal";
import { assertTagsAllowed, distinct, registerTags } from "../tag/tag-registry";
import { retag } from "../tag/tags";
import { iso } from "../core/time";
import type { World } from "../core/world";

/** Body attributes of create and update. Keys that are not listed are values of fields: `nameFirst`, `birthdate`, `emailAddress`, … */
type AccountAttributesInput = {
  accountTypeId?: string | null | undefined;
  /** Name of a status of the account type. */
  accountStatus?: string | null | undefined;
  referenceId?: string | null | undefined;
  tags?: readonly (string | null)[] | null | undefined;
  fields?: Record<string, unknown> | null | undefined;
  selfiePhoto?: unknown;
  [flatField: string]: unknown;
};

export type CreateAccountInput = {
  attributes?: AccountAttributesInput | undefined;
  meta?: { upsertBy?: string | null | undefined } | undefined;
};

export type UpdateAccountInput = {
  accountId: string;
  attributes: AccountAttributesInput;
};

/**
 * Creates an account, or updates the one that `meta.upsertBy` finds (spec: POST /accounts).
 * @returns `created` false after an upsert that hit
 * @throws Refusal 409 for a reference id that the account type already has, 404 for an unknown type, 422 for an unknown status or too many tags
 */
export const createAccount = operation((world: World, input: CreateAccountInput, actor: Actor): { account: Account; created: boolean } => {
  const attributes = input.attributes ?? {};
  const accountTypeId = attributes.accountTypeId ?? defaultAccountTypeId(world);
  const upserted = input.meta?.upsertBy == null ? undefined : findForUpsert(world, input.meta.upsertBy, attributes, accountTypeId);
  if (upserted !== undefined) {
    return { account: updateAccount(world, { accountId: upserted.id, attributes }, actor), created: false };
  }
  const type = world.hidden.accountTypes.get(accountTypeId);
  if (type === undefined) throw notFound("data.attributes.account_type_id is not found");
  const referenceId = attributes.referenceId ?? null;
  assertReferenceIdFree(world, referenceId, accountTypeId);
  const accountStatus = attributes.accountStatus ?? type.statuses[0] ?? "Default";
  assertStatus(world, accountTypeId, accountStatus);
  const tags = tagNames(attributes);
  assertTagsAllowed(world, tags);

  registerTags(world, tags);
  const now = iso(world.clock.now());
  const account = world.tables.accounts.add({
    type: "account",
    id: world.id("act_"),
    attributes: {
      referenceId,
      accountTypeName: type.name,
      accountStatus,
      createdAt: now,
      updatedAt: now,
      redactedAt: null,
      tags,
      fields: withAccountValues(blankAccountFields(), fieldValues(attributes)),
    },
    relationships: { accountType: { data: { type: "account-type", id: accountTypeId } } },
  });
  world.hidden.accounts.set(account.id, { accountTypeId, consolidatedInto: undefined, redacting: false });
  emit(world, "account.created", account);
  recordUserAudit(world, { method: "POST", path: "/dashboard/accounts" }, actor);
  return { account, created: true };
});

/**
 * Changes an account, redacted ones too (Persona help: Redaction). A new reference id shows on its inquiries as well.
 * @throws Refusal 404, 409 for a taken reference id or a consolidated account, 422 for an unknown status or too many tags
 */
export const updateAccount = operation((world: World, { accountId, attributes }: UpdateAccountInput, actor: Actor): Account => {
  const account = needAccount(world, accountId);
  if (isArchived(world, account)) throw conflict("Account cannot be updated after it was consolidated");
  const accountTypeId = account.relationships.accountType.data.id;
  const { referenceId, accountStatus } = attributes;
  if (referenceId != null) assertReferenceIdFree(world, referenceId, accountTypeId, account);
  if (accountStatus != null) assertStatus(world, accountTypeId, accountStatus);
  const tags = attributes.tags == null ? undefined : tagNames(attributes);
  if (tags !== undefined) assertTagsAllowed(world, tags);

  if (referenceId !== undefined && referenceId !== account.attributes.referenceId) changeReferenceId(world, account, referenceId);
  if (accountStatus != null && accountStatus !== account.attributes.accountStatus) {
    change(world, account, { accountStatus });
    emit(world, "account.status-updated", account);
  }
  const values = fieldValues(attributes);
  if (Object.keys(values).length > 0) setAccountFields(world, account, withAccountValues(account.attributes.fields, values));
  if (tags !== undefined) retag(world, account, tags, actor);
  recordUserAudit(world, { method: "PATCH", path: `/dashboard/accounts/${accountId}` }, actor);
  return account;
});

/** Replaces the fields and says so. */
export function setAccountFields(world: World, account: Account, fields: Fields): void {
  change(world, account, { fields });
  emit(world, "account.updated-fields", account);
}

/** The reference id of an inquiry is its account's (spec: inquiry `reference-id`), so it follows. */
export function changeReferenceId(world: World, account: Account, referenceId: string | null): void {
  change(world, account, { referenceId });
  for (const inquiry of inquiriesOf(world, account.id)) change(world, inquiry, { referenceId });
}

/** @throws Error in a world without account types */
export function defaultAccountTypeId(world: World): string {
  const [first] = world.hidden.accountTypes.keys();
  if (first === undefined) throw new Error("The world has no account type");
  return first;
}

function assertReferenceIdFree(world: World, referenceId: string | null, accountTypeId: string, owner?: Account): void {
  if (referenceId === null) return;
  const holder = findAccountByReferenceId(world, referenceId, accountTypeId);
  if (holder !== undefined && holder !== owner) throw notUnique();
}

function assertStatus(world: World, accountTypeId: string, status: string): void {
  const known = world.hidden.accountTypes.get(accountTypeId)?.statuses ?? [];
  if (!known.includes(status)) throw unprocessable(`Account status ${status} is not defined`, "/data/attributes/account-status");
}

/** Upserting knows the reference id and single-valued fields (spec: `meta.upsert-by` names a field that is unique for the type). */
function findForUpsert(world: World, by: string, attributes: AccountAttributesInput, accountTypeId: string): Account | undefined {
  if (snake(by) === "reference_id") {
    return attributes.referenceId == null ? undefined : findAccountByReferenceId(world, attributes.referenceId, accountTypeId);
  }
  const key = snake(by);
  const wanted = Object.entries(fieldValues(attributes)).find(([name]) => snake(name) === key)?.[1];
  if (wanted == null) throw unprocessable(`Value to upsert by is missing: ${by}`, "/meta/upsert-by");
  const fits = ({ attributes, relationships }: Account) =>
    relationships.accountType.data.id === accountTypeId && attributes.fields[key]?.value === wanted;
  for (const account of world.tables.accounts.candidates({ fits })) if (fits(account)) return account;
  return undefined;
}

function tagNames(attributes: AccountAttributesInput): string[] {
  return distinct((attributes.tags ?? []).filter((tag) => tag !== null));
}

function fieldValues(attributes: AccountAttributesInput): Record<string, unknown> {
  const { accountTypeId: _type, accountStatus: _status, referenceId: _reference, tags: _tags, fields, selfiePhoto, ...flat } = attributes;
  const given = Object.fromEntries(Object.entries(flat).filter(([, value]) => value !== undefined));
  return { ...given, ...(selfiePhoto !== undefined && { selfie_photo: photo(selfiePhoto) }), ...fields };
}

/** An uploaded photo becomes a file; `data: null` takes it away (spec: PATCH /accounts/{account-id}). */
function photo(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("data" in input) || input.data == null) return null;
  const { data } = input;
  const filename = typeof data === "object" && "filename" in data && typeof data.filename === "string" ? data.filename : "selfie.jpg";
  return { filename, url: `https://files.withpersona.com/${encodeURIComponent(filename)}` };
}
