import type {
  InquiriesAddTagData,
  InquiriesAddTagResponses,
  InquiriesRemoveTagData,
  InquiriesRemoveTagResponses,
  InquiriesSetAllTagsData,
  InquiriesSetAllTagsResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { addTag, removeTag, setTags } from "../world/tag/tags";
import { need } from "./lookup";
import { tagBody, tagsBody } from "./tag-bodies";

const shared = { method: "POST", permission: "inquiry.write", query: { include: true, fields: true } } as const;

export const inquiriesAddTag = defineRoute<InquiriesAddTagData, InquiriesAddTagResponses>({
  ...shared,
  operation: "inquiriesAddTag",
  path: "/inquiries/{inquiryId}/add-tag",
  body: tagBody,
  handle: ({ world, path: { inquiryId }, body, actor }) => {
    addTag(world, { type: "inquiry", id: inquiryId, ...body.meta }, actor);
    return { data: need(world.tables.inquiries.get(inquiryId)) };
  },
});

export const inquiriesRemoveTag = defineRoute<InquiriesRemoveTagData, InquiriesRemoveTagResponses>({
  ...shared,
  operation: "inquiriesRemoveTag",
  path: "/inquiries/{inquiryId}/remove-tag",
  body: tagBody,
  handle: ({ world, path: { inquiryId }, body, actor }) => {
    removeTag(world, { type: "inquiry", id: inquiryId, ...body.meta }, actor);
    return { data: need(world.tables.inquiries.get(inquiryId)) };
  },
});

export const inquiriesSetAllTags = defineRoute<InquiriesSetAllTagsData, InquiriesSetAllTagsResponses>({
  ...shared,
  operation: "inquiriesSetAllTags",
  path: "/inquiries/{inquiryId}/set-tags",
  body: tagsBody,
  handle: ({ world, path: { inquiryId }, body, actor }) => {
    setTags(world, { type: "inquiry", id: inquiryId, tagNames: body.meta.tagName, tagIds: body.meta.tagId }, actor);
    return { data: need(world.tables.inquiries.get(inquiryId)) };
  },
});
