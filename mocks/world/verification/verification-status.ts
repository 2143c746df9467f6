import type { Inquiry } from "@/api/generated/persona/types.gen";
import { change } from "../core/change";
import { emit } from "../core/events";
import { verificationsOf } from "../inquiry/inquiry-lookup";
import type { AnyVerification } from "../core/resources";
import { iso, unixSeconds } from "../core/time";
import type { World } from "../core/world";

/** All there are (Persona docs: Verification lifecycle). */
export type VerificationStatus =
  | "initiated"
  | "confirmed"
  | "submitted"
  | "tentatively_passed"
  | "tentatively_failed"
  | "passed"
  | "failed"
  | "requires_retry"
  | "skipped"
  | "canceled";

/**
 * Persona docs: Verification lifecycle. Confirmed is the state of a phone or e-mail code entered correctly; the tentative ones are those of
 * documents and business databases while somebody looks a second time.
 */
const verificationTransitions: Record<VerificationStatus, readonly VerificationStatus[]> = {
  initiated: ["confirmed", "submitted", "skipped", "canceled"],
  confirmed: ["submitted", "canceled"],
  submitted: ["tentatively_passed", "tentatively_failed", "passed", "failed", "requires_retry", "skipped", "canceled"],
  tentatively_passed: ["passed", "failed"],
  tentatively_failed: ["passed", "failed"],
  passed: [],
  failed: [],
  requires_retry: [],
  skipped: [],
  canceled: [],
};

/** Still being collected or processed. A tentative outcome lets the end user go on. */
export function isOpen(verification: AnyVerification): boolean {
  return ["initiated", "confirmed", "submitted"].includes(verification.attributes.status);
}

/**
 * Moves a verification and fires its event: all statuses have one but `confirmed` (Persona docs: Events).
 * @throws Error for an undocumented transition: callers refuse those first
 */
export function moveVerification(
  world: World,
  verification: AnyVerification,
  to: VerificationStatus,
  attributes: Partial<AnyVerification["attributes"]> = {},
): void {
  if (!nextOf(verification).includes(to)) throw new Error(`No transition from ${verification.attributes.status} to ${to}`);
  const now = world.clock.now();
  const submitted = to === "submitted" ? { submittedAt: iso(now), submittedAtTs: unixSeconds(now) } : {};
  const done = verificationTransitions[to].length === 0 ? { completedAt: iso(now), completedAtTs: unixSeconds(now) } : {};
  change(world, verification, { status: to, ...submitted, ...done, ...attributes });
  if (to !== "confirmed") emit(world, `verification.${to.replace("_", "-")}`, verification);
}

/** Cancels what an inquiry leaves behind when it expires (spec: POST /inquiries/{inquiry-id}/expire). */
export function cancelUnfinished(world: World, inquiry: Inquiry): void {
  for (const verification of verificationsOf(world, inquiry)) if (isOpen(verification)) moveVerification(world, verification, "canceled");
}

function nextOf(verification: AnyVerification): readonly VerificationStatus[] {
  const from: Partial<Record<string, readonly VerificationStatus[]>> = verificationTransitions;
  return from[verification.attributes.status] ?? [];
}
