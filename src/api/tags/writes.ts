import { request } from "../client";
import { accountsAddTag, accountsRemoveTag, inquiriesAddTag, inquiriesRemoveTag } from "../generated/persona/sdk.gen";
import { idempotent } from "../idempotency";
import { accountModel, inquiryModel } from "../models";
import { readTexts } from "@/lib/read";

export type TagChange = { kind: "add" | "remove"; tag: string };

/** What has tags that can be changed here. */
export type Tagged = { type: "account" | "inquiry"; id: string };

/**
 * Adds a tag or takes one away, and gives all tags as they are afterwards. A tag nobody has used yet is made by adding it; Persona takes
 * both on what is redacted, too (spec: POST /accounts/{id}/add-tag, /remove-tag, the same of inquiries).
 * @param key one per intent: a repeated attempt carries the same
 * @throws ApiError
 */
export async function changeTag({ type, id }: Tagged, { kind, tag }: TagChange, key: string): Promise<string[]> {
  const sent = { body: { meta: { tagName: tag } }, headers: idempotent(key) };
  if (type === "account") {
    const call = kind === "add" ? accountsAddTag : accountsRemoveTag;
    const { data } = await request(() => call({ path: { accountId: id }, ...sent }));
    return readTexts(accountModel(data.data).tags);
  }
  const call = kind === "add" ? inquiriesAddTag : inquiriesRemoveTag;
  const { data } = await request(() => call({ path: { inquiryId: id }, ...sent }));
  return readTexts(inquiryModel(data.data).tags);
}
