import type { Inquiry } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { change } from "../core/change";
import { checksOf, failedChecksOf } from "../verification/checks";
import { processEvidence, submitEvidence } from "../verification/evidence";
import { fieldValuesOf, withFieldValues } from "../inquiry/fields";
import { completeInquiry } from "./flow";
import { failInquiry } from "./flow-results";
import { approveInquiry, declineInquiry, markInquiryForReview } from "../inquiry/inquiry-decisions";
import { endInquiry } from "../inquiry/inquiry-expiry";
import { inquiryTransitions, isRedacted, needInquiry, type InquiryStatus } from "../inquiry/inquiry-status";
import { operation } from "../core/operation";
import { badRequest, conflict, forbidden, notFound } from "../core/refusal";
import { link } from "../core/resources";
import { evidenceFor } from "./sample-attributes";
import { addVerification, readsDocument, startInquiry } from "../verification/verification-creation";
import { moveVerification } from "../verification/verification-status";
import type { World } from "../core/world";

export type SimulateAction = {
  type: string;
  data?: { verificationTemplateId?: string | undefined } | undefined;
};

/** The status each action asks for (Persona docs: Simulating inquiries). */
const statusOf: Partial<Record<string, InquiryStatus>> = {
  start_inquiry: "pending",
  complete_inquiry: "completed",
  fail_inquiry: "failed",
  expire_inquiry: "expired",
  mark_for_review_inquiry: "needs_review",
  approve_inquiry: "approved",
  decline_inquiry: "declined",
};

/**
 * Plays actions on an inquiry, in the order given, all or none (spec: POST /inquiries/{inquiry-id}/perform-simulate-actions).
 * @throws Refusal 403 outside the sandbox, 404 for an unknown inquiry or verification template, 400 for an unknown action or none,
 *   409 when an action does not fit the status the ones before it lead to, or after redaction
 */
export const performSimulateActions = operation(
  (world: World, input: { inquiryId: string; simulateActions: readonly SimulateAction[] }, actor: Actor): Inquiry => {
    if (world.environment !== "sandbox") throw forbidden("Inquiries can be simulated in Sandbox only");
    const inquiry = needInquiry(world, input.inquiryId);
    if (isRedacted(inquiry)) throw conflict("Inquiry cannot be simulated after it was redacted");
    if (input.simulateActions.length === 0) throw badRequest("meta.simulate_actions must be filled");
    rehearse(world, inquiry, input.simulateActions);
    for (const action of input.simulateActions) play(world, inquiry, action, actor);
    return inquiry;
  },
);

/** Walks through the statuses first, so that a refused action leaves nothing behind. */
function rehearse(world: World, inquiry: Inquiry, actions: readonly SimulateAction[]): void {
  let { status } = inquiry.attributes;
  for (const action of actions) {
    const to = statusOf[action.type];
    if (to !== undefined) {
      // Starting is what makes it pending; from expired only a resume does.
      const next: readonly string[] = to === "pending" && status !== "created" ? [] : followers(status);
      if (!next.includes(to)) throw conflict(`Action ${action.type} cannot be simulated while ${status}`);
      status = to;
    } else if (action.type === "create_passed_verification" || action.type === "create_failed_verification") {
      templateKind(world, action);
      if (status !== "created" && status !== "pending") throw conflict(`Action ${action.type} cannot be simulated while ${status}`);
      status = "pending";
    } else {
      throw badRequest(`meta.simulate_actions type ${action.type} is not known`);
    }
  }
}

function followers(status: string): readonly string[] {
  const table: Partial<Record<string, readonly string[]>> = inquiryTransitions;
  return table[status] ?? [];
}

function play(world: World, inquiry: Inquiry, action: SimulateAction, actor: Actor): void {
  const inquiryId = inquiry.id;
  switch (action.type) {
    case "start_inquiry":
      return startInquiry(world, inquiry);
    case "complete_inquiry":
      return completeInquiry(world, inquiry, {});
    case "fail_inquiry":
      return failInquiry(world, inquiry);
    case "expire_inquiry":
      return endInquiry(world, inquiry);
    case "mark_for_review_inquiry":
      return void markInquiryForReview(world, { inquiryId }, actor);
    case "approve_inquiry":
      return void approveInquiry(world, { inquiryId }, actor);
    case "decline_inquiry":
      return void declineInquiry(world, { inquiryId }, actor);
    default:
      return simulateVerification(world, inquiry, action);
  }
}

/** The events in the documented order: those of the document or selfie first, then the verification's (Persona docs: Simulating inquiries). */
function simulateVerification(world: World, inquiry: Inquiry, action: SimulateAction): void {
  const kind = templateKind(world, action);
  const passed = action.type === "create_passed_verification";
  const attempt = inquiry.relationships.verifications.data.length + 1;
  const attributes = evidenceFor(world, inquiry, kind, attempt);
  const evidence = submitEvidence(world, inquiry, kind, attributes);
  processEvidence(world, evidence, "processed", attributes);
  const verification = addVerification(world, inquiry, {
    kind,
    stepName: `verification_${kind.replaceAll("-", "_")}`,
    attempt,
    sessionId: undefined,
    verificationTemplateId: action.data?.verificationTemplateId,
  });
  const hidden = world.hidden.verifications.need(verification.id);
  hidden.documentId = evidence.document?.id;
  hidden.selfieId = evidence.selfie?.id;
  if (evidence.document !== undefined && readsDocument.has(kind)) change(world, verification, {}, { document: link(evidence.document) });
  startInquiry(world, inquiry);
  moveVerification(world, verification, "submitted", attributes);
  moveVerification(world, verification, passed ? "passed" : "failed", { checks: passed ? checksOf(kind) : failedChecksOf(kind) });
  if (passed) change(world, inquiry, { fields: withFieldValues(inquiry.attributes.fields, fieldValuesOf(attributes), undefined) });
}

function templateKind(world: World, action: SimulateAction): string {
  const id = action.data?.verificationTemplateId;
  if (id === undefined) throw badRequest("data.verification_template_id is missing");
  const kind = world.hidden.verificationTemplates.get(id);
  if (kind === undefined) throw notFound("data.verification_template_id is not found");
  return kind;
}
