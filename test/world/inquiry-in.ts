import { completeFlow } from "@mocks/world/flow/flow";
import { failVerification, passVerification } from "@mocks/world/flow/flow-results";
import { expireInquiry } from "@mocks/world/inquiry/inquiry-access";
import { approveInquiry, declineInquiry, markInquiryForReview } from "@mocks/world/inquiry/inquiry-decisions";
import type { InquiryStatus } from "@mocks/world/inquiry/inquiry-status";
import { redactInquiry } from "@mocks/world/redaction/redaction";
import type { World } from "@mocks/world/core/world";
import { apiKey, newInquiry, openPlainly } from "./sample-world";

/** Where an inquiry may stand: its status, or redacted (which keeps the status it had). */
export type Standing = InquiryStatus | "redacted";

/** An inquiry brought to a status the way it usually gets there. The decided ones were completed before. */
export function inquiryIn(world: World, standing: Standing, inquiryId = newInquiry(world).id): string {
  if (standing === "created") return inquiryId;
  if (standing === "expired") {
    expireInquiry(world, { inquiryId }, apiKey);
    return inquiryId;
  }
  const sessionId = openPlainly(world, inquiryId);
  passVerification(world, { sessionId });
  if (standing === "pending") return inquiryId;
  if (standing === "failed") {
    failVerification(world, { sessionId });
    failVerification(world, { sessionId });
    return inquiryId;
  }
  passVerification(world, { sessionId });
  completeFlow(world, { sessionId });
  if (standing === "needs_review") markInquiryForReview(world, { inquiryId }, apiKey);
  if (standing === "approved") approveInquiry(world, { inquiryId }, apiKey);
  if (standing === "declined") declineInquiry(world, { inquiryId }, apiKey);
  if (standing === "redacted") redactInquiry(world, { inquiryId }, apiKey);
  return inquiryId;
}
