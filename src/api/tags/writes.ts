import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { readTexts } from "@/lib/read";
import { accountQuery } from "../accounts/queries";
import { request } from "../client";
import { accountsAddTag, accountsRemoveTag, inquiriesAddTag, inquiriesRemoveTag } from "../generated/persona/sdk.gen";
import { idempotent } from "../idempotency";
import { inquiryQuery } from "../inquiries/queries";
import { accountModel, inquiryModel } from "../models";

export type TagChange = { kind: "add" | "remove"; tag: string };

/** What has tags that can be changed here. */
export type Tagged = { type: "account" | "inquiry"; id: string };

/**
 * Adds a tag or takes one away, and gives all tags as they are afterwards. A tag nobody has used yet is made by adding it; Persona takes
 * both on what is redacted, too (spec: POST /accounts/{id}/add-tag, /remove-tag, the same of inquiries).
 * @param key one per intent: a repeated attempt carries the same
 * @throws ApiError
 */
async function changeTag({ type, id }: Tagged, { kind, tag }: TagChange, key: string): Promise<string[]> {
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

/** A change with its Idempotency-Key. */
export type TagIntent = TagChange & { key: string };

/** Changes the tags of an account or an inquiry: shown at once, taken back when Persona refuses. */
export const changeTagMutation = (of: Tagged) => {
  const { queryKey } = of.type === "account" ? accountQuery(of.id) : inquiryQuery(of.id);
  const mutationKey = [of.type, "tags", of.id];
  const lists = [{ queryKey: [of.type, "list"] }];
  return mutationOptions({
    mutationKey,
    // One after the other: each answer holds all tags, and an earlier one must not undo a later change.
    scope: { id: mutationKey.join(" ") },
    meta: { invalidates: lists, invalidatesOnFailure: lists },
    onMutate: async (intent: TagIntent, { client }) => {
      await client.cancelQueries({ queryKey });
      showTags(client, of, (now) => changed(now, intent));
    },
    mutationFn: async ({ key, ...change }: TagIntent, { client }): Promise<void> => {
      try {
        const tags = await changeTag(of, change, key);
        // While another change waits for its turn, what is shown knows more than this answer.
        if (client.isMutating({ mutationKey }) === 1) showTags(client, of, () => tags);
      } catch (error) {
        showTags(client, of, (now) => changed(now, { kind: change.kind === "add" ? "remove" : "add", tag: change.tag }));
        throw error;
      }
    },
  });
};

function showTags(client: QueryClient, { type, id }: Tagged, tags: (now: string[]) => string[]): void {
  if (type === "account") {
    client.setQueryData(
      accountQuery(id).queryKey,
      (detail) => detail && { ...detail, account: { ...detail.account, tags: tags(readTexts(detail.account.tags)) } },
    );
  } else {
    client.setQueryData(
      inquiryQuery(id).queryKey,
      (detail) => detail && { ...detail, inquiry: { ...detail.inquiry, tags: tags(readTexts(detail.inquiry.tags)) } },
    );
  }
}

function changed(tags: readonly string[], { kind, tag }: TagChange): string[] {
  const others = tags.filter((other) => other !== tag);
  return kind === "add" ? [...others, tag] : others;
}
