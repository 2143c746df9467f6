import { statusTable, type StatusMeaning } from "@/domain/status-meaning";

const verifications = statusTable("verification", {
  initiated: [
    "Collecting",
    "neutral",
    "user",
    "The user is still providing what this attempt needs. A database attempt that stays here lacks required inputs.",
    "It is canceled when the inquiry expires.",
  ],
  confirmed: ["Confirmed", "blue", "workflow", "The user entered the right confirmation code.", "Persona finishes the attempt."],
  submitted: ["Processing", "blue", "workflow", "The attempt is frozen and Persona is processing it.", "It passes or fails by itself."],
  passed: ["Passed", "green", "none", "Every required check passed."],
  failed: ["Failed", "red", "none", "At least one required check failed. Another attempt of the same kind may have passed."],
  requires_retry: ["Retry needed", "orange", "user", "Persona could not process what was submitted. A new attempt follows."],
  skipped: ["Skipped", "neutral", "none", "This attempt did not apply, for example a lookup outside the participating states."],
  canceled: ["Canceled", "neutral", "none", "It timed out, the inquiry expired, or Persona had an internal error."],
  tentatively_passed: [
    "Tentatively passed",
    "teal",
    "workflow",
    "It passed so far; the final result is still open.",
    "Persona finishes the attempt.",
  ],
  tentatively_failed: [
    "Tentatively failed",
    "orange",
    "workflow",
    "It failed so far; the final result is still open.",
    "Persona finishes the attempt.",
  ],
});

const checks = statusTable("check", {
  passed: ["Passed", "green", "none", "The check found nothing wrong."],
  failed: ["Failed", "red", "none", "The check found a problem."],
  not_applicable: ["Not applicable", "neutral", "none", "The check could not run or does not apply here. It counts neither way."],
});

const requirements = statusTable("requirement", {
  required: ["Required", "neutral", "none", "The verification fails when this check fails."],
  not_required: ["Optional", "neutral", "none", "For information: the verification can pass although this check failed."],
  requires_retry: ["Asks for a retry", "neutral", "none", "When this check fails, the user is asked to try again."],
});

export const verificationStatuses = verifications.known;
export const checkStatuses = checks.known;

/** What the status of one attempt means. Source: Persona docs, "Verification lifecycle"; the spec's verification status enumeration. */
export function describeVerificationStatus(status: unknown): StatusMeaning {
  return verifications.describe(status);
}

/** What the status of one check means. Source: spec, check object: `passed`, `failed`, `not_applicable`. */
export function describeCheckStatus(status: unknown): StatusMeaning {
  return checks.describe(status);
}

/** How much a check weighs. Source: spec, check object: `required`, `not_required`, `requires_retry`; some checks come without. */
export function describeRequirement(requirement: unknown): StatusMeaning {
  const meaning = requirements.describe(requirement);
  if (meaning.status !== "") return meaning;
  return { ...meaning, label: "Requirement not told", sentence: "Persona did not say how much this check weighs." };
}
