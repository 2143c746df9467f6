import type {
  ListAllInquiryTemplatesData,
  ListAllInquiryTemplatesResponses,
  ListAllInquiryTemplateVersionsData,
  ListAllInquiryTemplateVersionsResponses,
  RetrieveAnInquiryTemplateData,
  RetrieveAnInquiryTemplateResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import { badRequest } from "../world/core/refusal";
import { need } from "./lookup";

/** Template endpoints refuse sandbox keys (Persona docs: Inquiry templates API). */
const access = { permission: "inquiry.read", refusedIn: "sandbox" } as const;

export const listAllInquiryTemplates = defineRoute<ListAllInquiryTemplatesData, ListAllInquiryTemplatesResponses>({
  ...access,
  operation: "listAllInquiryTemplates",
  method: "GET",
  path: "/inquiry-templates",
  query: { page: true, fields: true },
  handle: ({ world, query }) => ({ page: paginate(world.tables.inquiryTemplates.newestFirst(), query.page) }),
});

export const retrieveAnInquiryTemplate = defineRoute<RetrieveAnInquiryTemplateData, RetrieveAnInquiryTemplateResponses>({
  ...access,
  operation: "retrieveAnInquiryTemplate",
  method: "GET",
  path: "/inquiry-templates/{inquiryTemplateId}",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: need(world.tables.inquiryTemplates.get(path.inquiryTemplateId)) }),
});

/** The published versions and the current draft. */
export const listAllInquiryTemplateVersions = defineRoute<ListAllInquiryTemplateVersionsData, ListAllInquiryTemplateVersionsResponses>({
  ...access,
  operation: "listAllInquiryTemplateVersions",
  method: "GET",
  path: "/inquiry-template-versions",
  query: { page: true, fields: true, filter: ["inquiry-template-id"] },
  handle: ({ world, query }) => {
    const templateId = query.filter["inquiry-template-id"];
    if (templateId === undefined) throw badRequest("filter.inquiry_template_id is missing");
    need(world.tables.inquiryTemplates.get(templateId));
    const ofTemplate = world.tables.inquiryTemplateVersions.newestFirst();
    return { page: paginate(ofTemplate, query.page, ({ relationships }) => relationships.inquiryTemplate.data?.id === templateId) };
  },
});
