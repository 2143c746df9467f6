import type { Inquiry, VerificationCheck } from "@/api/generated/persona/types.gen";
import { change } from "../core/change";
import { assertChecksFit, checksOf, failedChecksOf, type CheckInput } from "../verification/checks";
import { processEvidence, type Evidence } from "../verification/evidence";
import { fieldValuesOf, withFieldValues } from "../inquiry/fields";
import { submitVerification } from "./flow";
import { flowMove, needFlow, needOpenVerification, type FlowInput } from "./flow-guard";
import { currentStep, goToStep, openVerification, spentAttempts } from "./flow-position";
import type { FlowStep } from "../core/hidden";
import { settingsOf, templateOf } from "../inquiry/inquiry-lookup";
import { moveInquiry } from "../inquiry/inquiry-status";
import { afterFailure } from "../inquiry/post-inquiry";
import { conflict } from "../core/refusal";
import { kindOf, type AnyVerification } from "../core/resources";
import { iso } from "../core/time";
import { moveVerification } from "../verification/verification-status";
import type { World } from "../core/world";

export type ResultInput = FlowInput & {
  kind?: string | undefined;
  /** Attributes known once it is processed, laid over those submitted. */
  attributes?: Record<string, unknown> | undefined;
  /** What differs from the usual checks of the kind. */
  checks?: readonly CheckInput[] | undefined;
  /** All checks, as they are, instead. */
  exactChecks?: VerificationCheck[] | undefined;
};

export type PassInput = ResultInput & {
  /** Inquiry fields beside those read from the verification: bare values by key. */
  fields?: Record<string, unknown> | undefined;
};

/**
 * Processing ends well (submitting first what isn't): `.processed`, `verification.passed`; what was read goes into the inquiry's fields
 * and the end user moves to the next step.
 * @throws Refusal as `submitVerification`, 422 when a required check failed
 */
export const passVerification = flowMove((world: World, input: PassInput): AnyVerification => {
  const { inquiry } = needFlow(world, input);
  const checks = input.exactChecks ?? checksOf(kindAsked(world, inquiry, input), input.checks);
  assertChecksFit(checks, "passed");
  const entered = withFieldValues(inquiry.attributes.fields, input.fields ?? {}, templateOf(world, inquiry));
  const { verification, step } = takeSubmitted(world, inquiry, input);
  const attributes = { ...verification.attributes, ...input.attributes };
  processEvidence(world, evidenceOf(world, verification), "processed", attributes);
  moveVerification(world, verification, "passed", { ...input.attributes, checks });
  // What was read may overwrite anything: write-once binds those who write, not the flow.
  const fields = withFieldValues(entered, { ...fieldValuesOf(attributes), ...input.fields }, undefined);
  change(world, inquiry, { fields });
  moveOn(world, inquiry, step);
  return verification;
});

/**
 * Processing ends badly: `.processed`, `verification.failed`. With the last attempt at a required step the inquiry fails too
 * (Persona docs: Inquiry lifecycle, the failed screen).
 * @param input.checks those that failed; the first required one of the kind when left out
 * @throws Refusal as `submitVerification`, 422 when no required check failed
 */
export const failVerification = flowMove((world: World, input: ResultInput): AnyVerification => {
  const { inquiry } = needFlow(world, input);
  const checks = input.exactChecks ?? failedChecksOf(kindAsked(world, inquiry, input), input.checks);
  assertChecksFit(checks, "failed");
  const { verification, step } = takeSubmitted(world, inquiry, input);
  processEvidence(world, evidenceOf(world, verification), "processed", { ...verification.attributes, ...input.attributes });
  moveVerification(world, verification, "failed", { ...input.attributes, checks });
  spendAttempt(world, inquiry, step);
  return verification;
});

/** What was handed in cannot be processed: `.errored`, `verification.requires-retry`. It counts as an attempt. @throws Refusal as `submitVerification` */
export const requireVerificationRetry = flowMove((world: World, input: ResultInput): AnyVerification => {
  const { inquiry } = needFlow(world, input);
  kindAsked(world, inquiry, input);
  const { verification, step } = takeSubmitted(world, inquiry, input);
  const checks = input.exactChecks ?? checksOf(kindOf(verification), input.checks);
  processEvidence(world, evidenceOf(world, verification), "errored", verification.attributes);
  moveVerification(world, verification, "requires_retry", { ...input.attributes, checks });
  spendAttempt(world, inquiry, step);
  return verification;
});

/** The open verification is passed over, as AAMVA is for states that take no part; the end user moves on. @throws Refusal 404, 409 when none is open */
export const skipVerification = flowMove((world: World, input: FlowInput): AnyVerification => {
  const { inquiry, verification } = needOpenVerification(world, input);
  const step = stepOf(world, inquiry, verification);
  // A code that was confirmed has been used: it can only be processed.
  if (verification.attributes.status === "confirmed") moveVerification(world, verification, "submitted");
  moveVerification(world, verification, "skipped");
  moveOn(world, inquiry, step);
  return verification;
});

/** The open verification times out; the step can be tried again. @throws Refusal 404, 409 when none is open */
export const cancelVerification = flowMove((world: World, input: FlowInput): AnyVerification => {
  const { verification } = needOpenVerification(world, input);
  moveVerification(world, verification, "canceled");
  return verification;
});

/** The kind the result is about. @throws Refusal 409 when a verification of another kind is open */
function kindAsked(world: World, inquiry: Inquiry, { kind }: ResultInput): string {
  const open = openVerification(world, inquiry);
  const at = open === undefined ? currentStep(world, inquiry)?.kind : kindOf(open);
  if (kind !== undefined && open !== undefined && kind !== at) throw conflict("Another verification is open");
  return kind ?? at ?? "";
}

/** The verification being processed, submitted just now if need be. */
function takeSubmitted(world: World, inquiry: Inquiry, input: ResultInput) {
  const open = openVerification(world, inquiry);
  const ready = open?.attributes.status === "submitted" ? open : undefined;
  const verification = ready ?? submitVerification(world, { sessionId: input.sessionId, kind: input.kind, attributes: input.attributes });
  return { verification, step: stepOf(world, inquiry, verification) };
}

function evidenceOf(world: World, verification: AnyVerification): Evidence {
  const { documentId, selfieId } = world.hidden.verifications.need(verification.id);
  return {
    document: documentId === undefined ? undefined : world.tables.documents.get(documentId),
    selfie: selfieId === undefined ? undefined : world.tables.selfies.get(selfieId),
  };
}

function stepOf(world: World, inquiry: Inquiry, verification: AnyVerification): FlowStep | undefined {
  const { stepName } = world.hidden.verifications.need(verification.id);
  return settingsOf(world, inquiry).steps.find((step) => step.name === stepName);
}

function spendAttempt(world: World, inquiry: Inquiry, step: FlowStep | undefined): void {
  if (step === undefined || spentAttempts(world, inquiry, step) < step.attempts) return;
  if (step.optional === true) moveOn(world, inquiry, step);
  else failInquiry(world, inquiry);
}

/** Ends a pending inquiry on the failed screen; the template's workflow starts. */
export function failInquiry(world: World, inquiry: Inquiry): void {
  const { nextStepName: previousStepName } = inquiry.attributes;
  moveInquiry(world, inquiry, "failed", "inquiry.failed", {
    failedAt: iso(world.clock.now()),
    expiresAt: null,
    previousStepName,
    nextStepName: "failure",
  });
  afterFailure(world, inquiry);
}

/** On to what is left; on the last step the end user waits for the completed screen. */
function moveOn(world: World, inquiry: Inquiry, done: FlowStep | undefined): void {
  const next = currentStep(world, inquiry);
  if (next !== undefined && next !== done) goToStep(world, inquiry, next);
}
