import type { QueryClient } from "@tanstack/react-query";
import { readProperty, readText } from "@/lib/read";
import { safeUrl } from "@/lib/safe-url";
import { request } from "./client";
import { ApiError } from "./errors";
import {
  approveAnInquiry,
  declineAnInquiry,
  generateAOneTimeLink,
  markAnInquiryForReview,
  resumeAnInquiry,
} from "./generated/persona/sdk.gen";
import { idempotent } from "./idempotency";
import { inquiryModel, type InquiryModel } from "./models";
import type { InquiryDetail } from "./queries/inquiry";
import { invalidate, keys } from "./query-keys";

/** One intent of a person. Repeated with the same key it happens once; a changed intent needs a new key. */
export type InquiryIntent = { inquiryId: string; idempotencyKey: string };

/** A decision with the audit comment that Persona keeps beside it; an empty one is not sent. */
export type ReviewIntent = InquiryIntent & { comment?: string | undefined };

const review = ({ inquiryId, idempotencyKey, comment }: ReviewIntent) => ({
  path: { inquiryId },
  headers: idempotent(idempotencyKey),
  body: { meta: comment === undefined || comment === "" ? {} : { comment } },
});

/**
 * Approves the inquiry. Stops a user who is still in the flow, and triggers workflows and webhooks.
 * Spec: POST /inquiries/{id}/approve.
 * @returns the inquiry as the server now has it
 * @throws ApiError; 409 when its state does not allow it
 */
export async function approveInquiry(intent: ReviewIntent): Promise<InquiryModel> {
  const { data } = await request(() => approveAnInquiry(review(intent)));
  return inquiryModel(data.data);
}

/** Declines the inquiry; otherwise as `approveInquiry`. Spec: POST /inquiries/{id}/decline. */
export async function declineInquiry(intent: ReviewIntent): Promise<InquiryModel> {
  const { data } = await request(() => declineAnInquiry(review(intent)));
  return inquiryModel(data.data);
}

/** Marks the inquiry for review. Takes no comment. Spec: POST /inquiries/{id}/mark-for-review. */
export async function markInquiryForReview({ inquiryId, idempotencyKey }: InquiryIntent): Promise<InquiryModel> {
  const { data } = await request(() => markAnInquiryForReview({ path: { inquiryId }, headers: idempotent(idempotencyKey) }));
  return inquiryModel(data.data);
}

/**
 * Makes an expired inquiry pending again. The answer also holds a session token, which opens the inquiry to whoever has it:
 * it is dropped here, since a one-time link does the same without the risk.
 * Spec: POST /inquiries/{id}/resume.
 * @throws ApiError; 409 unless it is pending or expired, 422 when the session limit is reached
 */
export async function resumeInquiry({ inquiryId, idempotencyKey }: InquiryIntent): Promise<InquiryModel> {
  const { data } = await request(() => resumeAnInquiry({ path: { inquiryId }, headers: idempotent(idempotencyKey) }));
  return inquiryModel(data.data);
}

export type OneTimeLink = {
  link: string;
  /** Empty when the answer had none. */
  shortLink: string;
  inquiry: InquiryModel;
};

/**
 * Makes a link that opens this very inquiry once. A secret: keep it in the component that shows it.
 * Spec: POST /inquiries/{id}/generate-one-time-link.
 * @param expiresInSeconds life of the link; without it the template's setting holds and an unused link is handed out again
 * @throws ApiError; 409 when it is expired or finished, 422 when the session limit is reached, and when the answer holds no link
 */
export async function generateOneTimeLink(intent: InquiryIntent & { expiresInSeconds?: number | undefined }): Promise<OneTimeLink> {
  const { inquiryId, idempotencyKey, expiresInSeconds } = intent;
  const { data, status, requestId } = await request(() =>
    generateAOneTimeLink({
      path: { inquiryId },
      headers: idempotent(idempotencyKey),
      body: { meta: expiresInSeconds === undefined ? {} : { expiresInSeconds } },
    }),
  );
  const link = addressIn(data.meta, "oneTimeLink");
  if (link === undefined) {
    const operation = "POST /inquiries/{inquiryId}/generate-one-time-link";
    throw new ApiError({ status, title: "The answer could not be read", requestId, operation, sent: "yes" });
  }
  return { link, shortLink: addressIn(data.meta, "oneTimeLinkShort") ?? "", inquiry: inquiryModel(data.data) };
}

/** What goes into a clipboard and then to a user must be an address of the web. */
function addressIn(meta: unknown, key: string): string | undefined {
  const address = readText(readProperty(meta, key));
  return address !== undefined && safeUrl(address) !== undefined ? address : undefined;
}

/**
 * Shows the server's answer to a write at once, and fetches again what else it may have changed: the rest of the detail (reviewer,
 * sessions), the events and every list.
 */
export async function showWrittenInquiry(queryClient: QueryClient, inquiry: InquiryModel): Promise<void> {
  queryClient.setQueryData<InquiryDetail>(keys.inquiry(inquiry.id), (detail) => detail && { ...detail, inquiry });
  await invalidate(queryClient, "inquiry", "event");
}
