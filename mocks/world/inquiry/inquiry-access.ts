import type { Inquiry } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { endInquiry, watchInquiry } from "./inquiry-expiry";
import { isUnfinished, moveInquiry, needInquiry, refuseUnless } from "./inquiry-status";
import { isUnused, linkOf } from "../session/links";
import { operation } from "../core/operation";
import { addSession, assertSessionLeft, sessionsOf, tokenOf } from "../session/sessions";
import { iso, second } from "../core/time";
import type { World } from "../core/world";

/**
 * Lets an end user back in (spec: POST /inquiries/{inquiry-id}/resume; Persona docs: Errors, Resuming inquiries). An expired inquiry becomes
 * pending with a new window; its old sessions stay expired. A pending one keeps its status and its window. The token is that of an unused
 * live session when there is one, otherwise of a new session. There is no event for it.
 * @throws Refusal 404, 409 unless pending or expired, 409 when redacted, 422 when no session more can be made
 */
export const resumeInquiry = operation(
  (world: World, { inquiryId }: { inquiryId: string }, actor: Actor): { inquiry: Inquiry; sessionToken: string } => {
    const inquiry = needInquiry(world, inquiryId);
    const { status } = inquiry.attributes;
    refuseUnless(inquiry, status === "pending" || status === "expired", "resumed");
    const unused = findUnusedSession(world, inquiry);
    if (unused === undefined) assertSessionLeft(world, inquiry);

    if (status === "expired") {
      const { afterResumeSeconds } = world.hidden.inquiries.need(inquiryId).windows;
      const expiresAt = iso(world.clock.now() + afterResumeSeconds * second);
      moveInquiry(world, inquiry, "pending", undefined, { expiresAt, expiredAt: null });
      watchInquiry(world, inquiry);
    }
    const session = unused ?? addSession(world, inquiry);
    recordUserAudit(world, { method: "POST", path: `/dashboard/inquiries/${inquiryId}/resume`, inquiryId }, actor);
    return { inquiry, sessionToken: tokenOf(world, session) };
  },
);

/**
 * Ends an inquiry now (spec: POST /inquiries/{inquiry-id}/expire).
 * @throws Refusal 404, 409 unless created or pending
 */
export const expireInquiry = operation((world: World, { inquiryId }: { inquiryId: string }, actor: Actor): Inquiry => {
  const inquiry = needInquiry(world, inquiryId);
  refuseUnless(inquiry, isUnfinished(inquiry), "expired");
  endInquiry(world, inquiry);
  recordUserAudit(world, { method: "POST", path: `/dashboard/inquiries/${inquiryId}/expire`, inquiryId }, actor);
  return inquiry;
});

/** A session nobody opened and no live one-time link leads to: taking that one would lock out whoever was sent the link. */
function findUnusedSession(world: World, inquiry: Inquiry) {
  return sessionsOf(world, inquiry).findLast((session) => {
    if (session.attributes.status !== "new") return false;
    const link = linkOf(world, session);
    return link === undefined || !isUnused(world, link);
  });
}
