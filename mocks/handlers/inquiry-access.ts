import * as z from "zod/mini";
import type {
  ExpireAnInquiryData,
  ExpireAnInquiryResponses,
  GenerateAOneTimeLinkData,
  GenerateAOneTimeLinkResponses,
  ResumeAnInquiryData,
  ResumeAnInquiryResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { expireInquiry, resumeInquiry } from "../world/inquiry/inquiry-access";
import { generateOneTimeLink } from "../world/session/links";

const shared = { method: "POST", permission: "inquiry.write", query: { include: true, fields: true } } as const;

export const resumeAnInquiry = defineRoute<ResumeAnInquiryData, ResumeAnInquiryResponses>({
  ...shared,
  operation: "resumeAnInquiry",
  path: "/inquiries/{inquiryId}/resume",
  handle: ({ world, path, actor }) => {
    const { inquiry, sessionToken } = resumeInquiry(world, { inquiryId: path.inquiryId }, actor);
    return { data: inquiry, meta: { sessionToken } };
  },
});

export const expireAnInquiry = defineRoute<ExpireAnInquiryData, ExpireAnInquiryResponses>({
  ...shared,
  operation: "expireAnInquiry",
  path: "/inquiries/{inquiryId}/expire",
  handle: ({ world, path, actor }) => ({ data: expireInquiry(world, { inquiryId: path.inquiryId }, actor) }),
});

export const generateAOneTimeLink = defineRoute<GenerateAOneTimeLinkData, GenerateAOneTimeLinkResponses>({
  ...shared,
  operation: "generateAOneTimeLink",
  path: "/inquiries/{inquiryId}/generate-one-time-link",
  body: z.strictObject({ meta: z.optional(z.strictObject({ expiresInSeconds: z.optional(z.int()) })) }),
  handle: ({ world, path, body, actor }) => {
    const link = generateOneTimeLink(world, { inquiryId: path.inquiryId, expiresInSeconds: body.meta?.expiresInSeconds }, actor);
    return { data: link.inquiry, meta: { oneTimeLink: link.oneTimeLink, oneTimeLinkShort: link.oneTimeLinkShort } };
  },
});
