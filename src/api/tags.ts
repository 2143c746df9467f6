import { request } from "./client";
import { accountsAddTag, accountsRemoveTag } from "./generated/persona/sdk.gen";
import { idempotent } from "./idempotency";
import { type AccountModel, accountModel } from "./models";

export type TagChange = { kind: "add" | "remove"; tag: string };

/**
 * Adds a tag to an account or takes one away, and gives the account as it is afterwards. A tag nobody has used yet is made by adding
 * it; Persona takes both on a redacted account too (spec: POST /accounts/{id}/add-tag, /remove-tag).
 * @param key one per intent: a repeated attempt carries the same
 * @throws ApiError
 */
export async function changeAccountTag(accountId: string, { kind, tag }: TagChange, key: string): Promise<AccountModel> {
  const call = kind === "add" ? accountsAddTag : accountsRemoveTag;
  const { data } = await request(() => call({ path: { accountId }, body: { meta: { tagName: tag } }, headers: idempotent(key) }));
  return accountModel(data.data);
}
