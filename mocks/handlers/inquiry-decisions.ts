import * as z from "zod/mini";
import type {
  ApproveAnInquiryData,
  ApproveAnInquiryResponses,
  DeclineAnInquiryData,
  DeclineAnInquiryResponses,
  MarkAnInquiryForReviewData,
  MarkAnInquiryForReviewResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { approveInquiry, declineInquiry, markInquiryForReview } from "../world/inquiry/inquiry-decisions";

const shared = { method: "POST", permission: "inquiry.write", query: { include: true, fields: true } } as const;

const reviewBody = z.strictObject({ meta: z.optional(z.strictObject({ comment: z.optional(z.string()) })) });

export const approveAnInquiry = defineRoute<ApproveAnInquiryData, ApproveAnInquiryResponses>({
  ...shared,
  operation: "approveAnInquiry",
  path: "/inquiries/{inquiryId}/approve",
  body: reviewBody,
  handle: ({ world, path, body, actor }) => ({
    data: approveInquiry(world, { inquiryId: path.inquiryId, comment: body.meta?.comment }, actor),
  }),
});

export const declineAnInquiry = defineRoute<DeclineAnInquiryData, DeclineAnInquiryResponses>({
  ...shared,
  operation: "declineAnInquiry",
  path: "/inquiries/{inquiryId}/decline",
  body: reviewBody,
  handle: ({ world, path, body, actor }) => ({
    data: declineInquiry(world, { inquiryId: path.inquiryId, comment: body.meta?.comment }, actor),
  }),
});

/** Takes no body, so no comment either. */
export const markAnInquiryForReview = defineRoute<MarkAnInquiryForReviewData, MarkAnInquiryForReviewResponses>({
  ...shared,
  operation: "markAnInquiryForReview",
  path: "/inquiries/{inquiryId}/mark-for-review",
  handle: ({ world, path, actor }) => ({ data: markInquiryForReview(world, { inquiryId: path.inquiryId }, actor) }),
});
