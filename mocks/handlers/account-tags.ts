import type {
  AccountsAddTagData,
  AccountsAddTagResponses,
  AccountsRemoveTagData,
  AccountsRemoveTagResponses,
  AccountsSetAllTagsData,
  AccountsSetAllTagsResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { addTag, removeTag, setTags } from "../world/tag/tags";
import { need } from "./lookup";
import { tagBody, tagsBody } from "./tag-bodies";

const shared = { method: "POST", permission: "account.write", query: { include: true, fields: true } } as const;

export const accountsAddTag = defineRoute<AccountsAddTagData, AccountsAddTagResponses>({
  ...shared,
  operation: "accountsAddTag",
  path: "/accounts/{accountId}/add-tag",
  body: tagBody,
  handle: ({ world, path: { accountId }, body, actor }) => {
    addTag(world, { type: "account", id: accountId, ...body.meta }, actor);
    return { data: need(world.tables.accounts.get(accountId)) };
  },
});

export const accountsRemoveTag = defineRoute<AccountsRemoveTagData, AccountsRemoveTagResponses>({
  ...shared,
  operation: "accountsRemoveTag",
  path: "/accounts/{accountId}/remove-tag",
  body: tagBody,
  handle: ({ world, path: { accountId }, body, actor }) => {
    removeTag(world, { type: "account", id: accountId, ...body.meta }, actor);
    return { data: need(world.tables.accounts.get(accountId)) };
  },
});

export const accountsSetAllTags = defineRoute<AccountsSetAllTagsData, AccountsSetAllTagsResponses>({
  ...shared,
  operation: "accountsSetAllTags",
  path: "/accounts/{accountId}/set-tags",
  body: tagsBody,
  handle: ({ world, path: { accountId }, body, actor }) => {
    setTags(world, { type: "account", id: accountId, tagNames: body.meta.tagName, tagIds: body.meta.tagId }, actor);
    return { data: need(world.tables.accounts.get(accountId)) };
  },
});
