import type { Inquiry } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { change } from "../core/change";
import { withFieldValues } from "./fields";
import { templateOf } from "./inquiry-lookup";
import { isRedacted, needInquiry } from "./inquiry-status";
import { operation } from "../core/operation";
import { conflict } from "../core/refusal";
import { assertTagsAllowed } from "../tag/tag-registry";
import { retag } from "../tag/tags";
import type { World } from "../core/world";

export type UpdateInquiryInput = {
  inquiryId: string;
  attributes: {
    /** Null clears it. */
    note?: string | null | undefined;
    /** Bare values by key; keys left out keep their value. */
    fields?: Record<string, unknown> | null | undefined;
    /** The whole new set. */
    tags?: readonly (string | null)[] | null | undefined;
    redirectUri?: string | null | undefined;
  };
};

/**
 * Changes an inquiry in any status; no lifecycle event fires for it (spec: PATCH /inquiries/{inquiry-id}). Only tags can still be changed
 * once it is redacted.
 * @throws Refusal 404, 409 when redacted, 422 for fields the template lacks or too many tags
 */
export const updateInquiry = operation((world: World, { inquiryId, attributes }: UpdateInquiryInput, actor: Actor): Inquiry => {
  const inquiry = needInquiry(world, inquiryId);
  const { note, fields, redirectUri } = attributes;
  const tags = attributes.tags?.filter((tag) => tag !== null);
  const writes = note !== undefined || fields != null || redirectUri !== undefined;
  if (writes && isRedacted(inquiry)) throw conflict("Inquiry cannot be updated after it was redacted");
  const nextFields = fields == null ? undefined : withFieldValues(inquiry.attributes.fields, fields, templateOf(world, inquiry));
  if (tags !== undefined) assertTagsAllowed(world, tags);

  if (writes) change(world, inquiry, { ...(note !== undefined && { note }), ...(nextFields && { fields: nextFields }) });
  if (redirectUri !== undefined) world.hidden.inquiries.need(inquiryId).redirectUri = redirectUri;
  if (tags !== undefined) retag(world, inquiry, tags, actor);
  recordUserAudit(world, { method: "PATCH", path: `/dashboard/inquiries/${inquiryId}`, inquiryId }, actor);
  return inquiry;
});
