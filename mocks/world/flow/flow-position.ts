import type { Inquiry } from "@/api/generated/persona/types.gen";
import { change } from "../core/change";
import { emit } from "../core/events";
import type { FlowStep } from "../core/hidden";
import { settingsOf, verificationsOf } from "../inquiry/inquiry-lookup";
import type { AnyVerification } from "../core/resources";
import { isOpen } from "../verification/verification-status";
import type { World } from "../core/world";

/** Outcomes after which a step is asked no more. */
const settled = new Set(["passed", "skipped"]);
/** Outcomes that use up an attempt: one verification is one attempt (Persona docs: Verifications). */
const spent = new Set(["failed", "requires_retry"]);

/** The verifications made at a step, in order. */
export function attemptsAt(world: World, inquiry: Inquiry, step: FlowStep): AnyVerification[] {
  return verificationsOf(world, inquiry).filter((each) => world.hidden.verifications.get(each.id)?.stepName === step.name);
}

/** How many attempts at a step are used up. */
export function spentAttempts(world: World, inquiry: Inquiry, step: FlowStep): number {
  return attemptsAt(world, inquiry, step).filter((each) => spent.has(each.attributes.status)).length;
}

/** Passed or skipped, or optional and out of attempts. */
export function isStepDone(world: World, inquiry: Inquiry, step: FlowStep): boolean {
  if (attemptsAt(world, inquiry, step).some((each) => settled.has(each.attributes.status))) return true;
  return step.optional === true && spentAttempts(world, inquiry, step) >= step.attempts;
}

/** Where the end user stands: the step they were sent to, else the first one not done; undefined when all are. */
export function currentStep(world: World, inquiry: Inquiry): FlowStep | undefined {
  const open = settingsOf(world, inquiry).steps.filter((step) => !isStepDone(world, inquiry, step));
  return open.find((step) => step.name === inquiry.attributes.nextStepName) ?? open[0];
}

/** The verification being collected or processed. */
export function openVerification(world: World, inquiry: Inquiry): AnyVerification | undefined {
  return verificationsOf(world, inquiry).findLast(isOpen);
}

/** Moves the end user to a step, with `inquiry.transitioned` when that is a change (Persona docs: Events). */
export function goToStep(world: World, inquiry: Inquiry, step: FlowStep): void {
  const { nextStepName } = inquiry.attributes;
  if (nextStepName === step.name) return;
  change(world, inquiry, { previousStepName: nextStepName, nextStepName: step.name });
  emit(world, "inquiry.transitioned", inquiry);
}
