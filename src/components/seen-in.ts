import type { InquiryDetail } from "@/api/inquiries/queries";
import { type InquirySeen, seenOf } from "@/domain/inquiry-seen";

/** The picture that somebody has of an inquiry who looks at the workbench. */
export const seenIn = ({ inquiry, verifications, reports }: InquiryDetail): InquirySeen =>
  seenOf({ inquiry, reviewerId: inquiry.links.reviewer?.id ?? null, verifications, reports });
