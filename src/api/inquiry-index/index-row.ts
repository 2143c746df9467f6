import { inquiryGaps } from "../generated/persona/gaps.gen";
import type { IndexedInquiry } from "../generated/desk/types.gen";
import { filled } from "../json-api";
import type { InquiryModel } from "../models";

/** What the index knows of an inquiry besides what Persona's list tells. Null is what there is not, and what nobody has told yet. */
type IndexFacts = Pick<IndexedInquiry, "statusSince" | "hasNote" | "sessionCount" | "checks" | "hasMatch" | "postponements" | "secondLook">;

/** An inquiry as a list has it: without what is personal, and without the facts of the index where Persona's own list stands in for it. */
export type ListedInquiry = InquiryModel & Partial<IndexFacts>;

/** A line of the index as the inquiry that it is about, with the gaps that a row has in any list. Throws nothing, whatever the line lacks. */
export function listedInquiryOf(line: IndexedInquiry): ListedInquiry {
  const { inquiryId, accountId, inquiryTemplateId, inquiryTemplateVersionId, redacted, reviewerType: _, tags, createdAt, ...facts } = line;
  return {
    ...facts,
    ...filled({ ...facts, tags, createdAt }, inquiryGaps.attributes),
    // that it was is known before since when
    redactedAt: facts.redactedAt ?? (redacted ? facts.updatedAt : null),
    id: inquiryId,
    type: "inquiry",
    links: {
      ...inquiryGaps.links,
      account: pointer("account", accountId),
      inquiryTemplate: pointer("inquiry-template", inquiryTemplateId),
      inquiryTemplateVersion: pointer("inquiry-template-version", inquiryTemplateVersionId),
    },
  };
}

const pointer = <Type extends string>(type: Type, id: string | null) => (id === null ? null : { type, id });
