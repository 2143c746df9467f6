import * as z from "zod/mini";
import type {
  CreateAnInquiryData,
  CreateAnInquiryResponses,
  PrintAnInquiryPdfData,
  PrintAnInquiryPdfResponses,
  RedactAnInquiryData,
  RedactAnInquiryResponses,
  RetrieveAnInquiryData,
  RetrieveAnInquiryResponses,
  UpdateAnInquiryData,
  UpdateAnInquiryResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { updateInquiry } from "../world/inquiry/inquiries";
import { createInquiry } from "../world/inquiry/inquiry-creation";
import { redactInquiry } from "../world/redaction/redaction";
import { need } from "./lookup";
import { printout } from "./printout";

const text = z.nullish(z.string());
const seconds = z.nullish(z.int());
const fieldValues = z.nullish(z.record(z.string(), z.unknown()));
const withObjects = { include: true, fields: true };

const createBody = z.strictObject({
  data: z.strictObject({
    attributes: z.strictObject({
      inquiryTemplateId: text,
      inquiryTemplateVersionId: text,
      templateId: text,
      accountId: text,
      referenceId: text,
      creatorEmailAddress: text,
      themeId: text,
      themeSetId: text,
      redirectUri: text,
      note: text,
      fields: fieldValues,
      tags: z.nullish(z.array(z.string())),
      initialStepName: text,
    }),
  }),
  meta: z.optional(
    z.strictObject({
      autoCreateAccount: z.optional(z.boolean()),
      autoCreateAccountReferenceId: z.optional(z.string()),
      autoCreateAccountTypeId: z.optional(z.string()),
      autoCreateInquirySession: z.optional(z.boolean()),
      autoCreateOneTimeLink: z.optional(z.boolean()),
      expirationAfterCreateIntervalSeconds: seconds,
      expirationAfterStartIntervalSeconds: seconds,
      expirationAfterResumeIntervalSeconds: seconds,
      oneTimeLinkExpirationSeconds: seconds,
    }),
  ),
});

export const createAnInquiry = defineRoute<CreateAnInquiryData, CreateAnInquiryResponses>({
  operation: "createAnInquiry",
  method: "POST",
  path: "/inquiries",
  permission: "inquiry.write",
  status: 201,
  query: withObjects,
  body: createBody,
  handle: ({ world, body, actor }) => {
    const { inquiry, ...meta } = createInquiry(world, { attributes: body.data.attributes, meta: body.meta }, actor);
    return { data: inquiry, meta };
  },
});

export const retrieveAnInquiry = defineRoute<RetrieveAnInquiryData, RetrieveAnInquiryResponses>({
  operation: "retrieveAnInquiry",
  method: "GET",
  path: "/inquiries/{inquiryId}",
  permission: "inquiry.read",
  query: withObjects,
  handle: ({ world, path }) => ({ data: need(world.tables.inquiries.get(path.inquiryId)) }),
});

const updateBody = z.strictObject({
  data: z.optional(
    z.strictObject({
      attributes: z.optional(z.strictObject({ note: text, fields: fieldValues, tags: z.optional(z.array(z.string())), redirectUri: text })),
    }),
  ),
});

export const updateAnInquiry = defineRoute<UpdateAnInquiryData, UpdateAnInquiryResponses>({
  operation: "updateAnInquiry",
  method: "PATCH",
  path: "/inquiries/{inquiryId}",
  permission: "inquiry.write",
  query: withObjects,
  body: updateBody,
  handle: ({ world, path, body, actor }) => ({
    data: updateInquiry(world, { inquiryId: path.inquiryId, attributes: body.data?.attributes ?? {} }, actor),
  }),
});

export const redactAnInquiry = defineRoute<RedactAnInquiryData, RedactAnInquiryResponses>({
  operation: "redactAnInquiry",
  method: "DELETE",
  path: "/inquiries/{inquiryId}",
  permission: "inquiry.write",
  query: withObjects,
  handle: ({ world, path, actor }) => ({ data: redactInquiry(world, { inquiryId: path.inquiryId }, actor) }),
});

export const printAnInquiryPdf = defineRoute<PrintAnInquiryPdfData, PrintAnInquiryPdfResponses>({
  operation: "printAnInquiryPdf",
  method: "GET",
  path: "/inquiries/{inquiryId}/print",
  permission: "inquiry.read",
  handle: ({ world, path }) => ({ pdf: printout("Inquiry", need(world.tables.inquiries.get(path.inquiryId))) }),
});
