import type { Inquiry } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { canMove, moveInquiry, needInquiry, refuseUnless } from "./inquiry-status";
import { operation } from "../core/operation";
import { iso } from "../core/time";
import { memberOf } from "../user/users";
import type { World } from "../core/world";

export type DecisionInput = {
  inquiryId: string;
  /** Shows as `reviewerComment`. */
  comment?: string | null | undefined;
};

/**
 * Approves an inquiry in any state but approved; an unfinished one is stopped by it (spec: POST /inquiries/{inquiry-id}/approve).
 * @throws Refusal 404, 409 when approved or redacted
 */
export const approveInquiry = operation((world: World, input: DecisionInput, actor: Actor): Inquiry =>
  decide(world, input, actor, "approved"),
);

/**
 * Declines an inquiry in any state but declined; an unfinished one is stopped by it (spec: POST /inquiries/{inquiry-id}/decline).
 * @throws Refusal 404, 409 when declined or redacted
 */
export const declineInquiry = operation((world: World, input: DecisionInput, actor: Actor): Inquiry =>
  decide(world, input, actor, "declined"),
);

/**
 * Sends an inquiry to a human; an unfinished one is stopped by it. Takes no comment (spec: POST /inquiries/{inquiry-id}/mark-for-review).
 * @throws Refusal 404, 409 when approved, declined, in review or redacted
 */
export const markInquiryForReview = operation((world: World, { inquiryId }: { inquiryId: string }, actor: Actor): Inquiry => {
  const inquiry = needInquiry(world, inquiryId);
  refuseUnless(inquiry, canMove(inquiry, "needs_review"), "marked for review");
  moveInquiry(world, inquiry, "needs_review", "inquiry.marked-for-review", {
    markedForReviewAt: iso(world.clock.now()),
    expiresAt: null,
    ...stepTo(inquiry, "review"),
  });
  recordUserAudit(world, { method: "POST", path: `/dashboard/inquiries/${inquiryId}/mark-for-review`, inquiryId }, actor);
  return inquiry;
});

function decide(world: World, { inquiryId, comment }: DecisionInput, actor: Actor, to: "approved" | "declined"): Inquiry {
  const inquiry = needInquiry(world, inquiryId);
  refuseUnless(inquiry, canMove(inquiry, to), to);
  moveInquiry(
    world,
    inquiry,
    to,
    `inquiry.${to}`,
    {
      decisionedAt: iso(world.clock.now()),
      expiresAt: null,
      reviewerComment: comment ?? null,
      ...stepTo(inquiry, to === "approved" ? "success" : "failure"),
    },
    { reviewer: { data: reviewer(world, actor) } },
  );
  const path = `/dashboard/inquiries/${inquiryId}/${to === "approved" ? "approve" : "decline"}`;
  recordUserAudit(world, { method: "POST", path, inquiryId, postParams: comment == null ? {} : { comment } }, actor);
  return inquiry;
}

/** A member, or the workflow run that decided; null for a key nobody stands behind (spec: relationship `reviewer`). */
function reviewer(world: World, actor: Actor) {
  if (actor.type === "workflow" && actor.id !== undefined) return { type: "workflow-run", id: actor.id };
  const member = memberOf(world, actor);
  return member === undefined ? null : { type: "user", id: member.id };
}

function stepTo(inquiry: Inquiry, nextStepName: string) {
  const { previousStepName, nextStepName: now } = inquiry.attributes;
  return { previousStepName: now === nextStepName ? previousStepName : now, nextStepName };
}
