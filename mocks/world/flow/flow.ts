import type { Inquiry, InquirySession } from "@/api/generated/persona/types.gen";
import { change } from "../core/change";
import { emit } from "../core/events";
import { submitEvidence } from "../verification/evidence";
import { flowMove, needFlow, needOpenVerification, type FlowInput } from "./flow-guard";
import { attemptsAt, currentStep, goToStep, isStepDone, openVerification, spentAttempts } from "./flow-position";
import type { FlowStep, ReportPlans } from "../core/hidden";
import { settingsOf } from "../inquiry/inquiry-lookup";
import { moveInquiry, needInquiry } from "../inquiry/inquiry-status";
import { afterCompletion } from "../inquiry/post-inquiry";
import { conflict } from "../core/refusal";
import { kindOf, link, type AnyVerification } from "../core/resources";
import { evidenceFor } from "./sample-attributes";
import { needSession } from "../session/sessions";
import { iso } from "../core/time";
import { addAttempt, readsDocument, startInquiry } from "../verification/verification-creation";
import { moveVerification } from "../verification/verification-status";
import type { World } from "../core/world";

export type BeginInput = FlowInput & {
  /** Picks the step by its kind; the step the end user is at by default. */
  kind?: string | undefined;
};

/**
 * Begins the verification of the current step: `inquiry.transitioned` when the end user wasn't there yet, `verification.created`, and with
 * the first one `inquiry.started`.
 * @throws Refusal 404, 409 as `needFlow`, while a verification is open, or when no step of that kind is left
 */
export const beginVerification = flowMove((world: World, input: BeginInput): AnyVerification => {
  const { inquiry } = needFlow(world, input);
  if (openVerification(world, inquiry) !== undefined) throw conflict("A verification is already open");
  const step = needStep(world, inquiry, input.kind);
  const made = attemptsAt(world, inquiry, step).length;
  goToStep(world, inquiry, step);
  const verification = addAttempt(world, inquiry, step, made + 1, input.sessionId);
  startInquiry(world, inquiry);
  return verification;
});

/** Begins another attempt after one that failed. @throws Refusal as `beginVerification`, 409 when nothing failed at the current step */
export const retryVerification = flowMove((world: World, input: FlowInput): AnyVerification => {
  const { inquiry } = needFlow(world, input);
  const step = currentStep(world, inquiry);
  if (step === undefined || spentAttempts(world, inquiry, step) === 0) throw conflict("No verification can be retried");
  return beginVerification(world, { sessionId: input.sessionId, kind: step.kind });
});

/** Enters the right code: the e-mail or phone verification is confirmed, without an event. @throws Refusal 409 for any other kind or state */
export const confirmVerification = flowMove((world: World, input: FlowInput): AnyVerification => {
  const { verification } = needOpenVerification(world, input);
  const codes = ["phone-number", "email-address"];
  if (!codes.includes(kindOf(verification)) || verification.attributes.status !== "initiated") throw conflict("No code is being asked for");
  moveVerification(world, verification, "confirmed");
  return verification;
});

export type SubmitInput = BeginInput & {
  /** What was entered or captured: attributes of the verification's kind. Made up when left out. */
  attributes?: Record<string, unknown> | undefined;
};

/**
 * Hands in the open verification, beginning one where none is: document and selfie events, then `verification.submitted`. From now on it is
 * frozen and being processed.
 * @throws Refusal as `beginVerification`, 409 when it was submitted before
 */
export const submitVerification = flowMove((world: World, input: SubmitInput): AnyVerification => {
  const { inquiry } = needFlow(world, input);
  const open = openVerification(world, inquiry);
  if (open?.attributes.status === "submitted") throw conflict("Verification is being processed");
  if (open !== undefined && input.kind !== undefined && kindOf(open) !== input.kind) throw conflict("Another verification is open");
  const verification = open ?? beginVerification(world, input);
  const kind = kindOf(verification);
  const hidden = world.hidden.verifications.need(verification.id);
  const attributes = input.attributes ?? evidenceFor(world, inquiry, kind, hidden.attempt);
  const { document, selfie } = submitEvidence(world, inquiry, kind, attributes);
  hidden.documentId = document?.id;
  hidden.selfieId = selfie?.id;
  if (document !== undefined && readsDocument.has(kind)) change(world, verification, {}, { document: link(document) });
  moveVerification(world, verification, "submitted", attributes);
  return verification;
});

/** Leaves the flow: `inquiry-session.canceled`, as often as it happens, whatever the session's status (Persona docs: Events). @throws Refusal 404, 409 for a session nobody opened */
export const leaveFlow = flowMove((world: World, { sessionId }: FlowInput): InquirySession => {
  const session = needSession(world, sessionId);
  if (session.attributes.startedAt === null) throw conflict("Inquiry session was not opened");
  emit(world, "inquiry-session.canceled", session);
  return session;
});

export type CompleteInput = FlowInput & {
  /** How the reports of this inquiry will turn out, by kind. */
  reports?: ReportPlans | undefined;
  /** Counters and durations of how the flow was filled in. */
  behaviors?: Record<string, unknown> | undefined;
};

/**
 * Reaches the completed screen: `inquiry.completed`; then reports and the template's workflow start.
 * @throws Refusal 404, 409 as `needFlow`, before the first verification, or while a required step is not passed
 */
export const completeFlow = flowMove((world: World, input: CompleteInput): Inquiry => {
  const { inquiry } = needFlow(world, input);
  if (inquiry.attributes.status !== "pending") throw conflict(`Inquiry cannot be completed while ${inquiry.attributes.status}`);
  if (openVerification(world, inquiry) !== undefined) throw conflict("A verification is still open");
  const missing = settingsOf(world, inquiry).steps.find((step) => step.optional !== true && !isStepDone(world, inquiry, step));
  if (missing !== undefined) throw conflict(`Step ${missing.name} is not passed`);
  completeInquiry(world, inquiry, input);
  return inquiry;
});

/** Completes a pending inquiry without looking at its steps. */
export function completeInquiry(world: World, inquiry: Inquiry, input: Pick<CompleteInput, "reports" | "behaviors">): void {
  const { nextStepName: previousStepName } = inquiry.attributes;
  Object.assign(world.hidden.inquiries.need(inquiry.id).reportPlans, input.reports);
  moveInquiry(world, inquiry, "completed", "inquiry.completed", {
    completedAt: iso(world.clock.now()),
    expiresAt: null,
    previousStepName,
    nextStepName: "success",
    ...(input.behaviors && { behaviors: input.behaviors }),
  });
  afterCompletion(world, inquiry);
}

/** The step the next verification is for. */
function needStep(world: World, inquiry: Inquiry, kind: string | undefined): FlowStep {
  const steps = settingsOf(world, inquiry).steps.filter((step) => !isStepDone(world, inquiry, step));
  const step = kind === undefined ? currentStep(world, inquiry) : steps.find((each) => each.kind === kind);
  if (step === undefined) throw conflict(kind === undefined ? "No step is left" : `No step for ${kind} is left`);
  if (spentAttempts(world, inquiry, step) >= step.attempts) throw conflict(`No attempt is left at ${step.name}`);
  return step;
}

/** The inquiry a session belongs to. @throws Refusal 404 */
export function inquiryOfSession(world: World, { sessionId }: FlowInput): Inquiry {
  return needInquiry(world, needSession(world, sessionId).relationships.inquiry.data.id);
}
