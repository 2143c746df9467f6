/** Attempts of an inquiry: grouped by kind, numbered, and the one that counts; checks in the order a reviewer reads them. */
import { explainCheck, type CheckExplanation } from "@/domain/checks/check-catalogue";
import {
  describeCheckCategory,
  isUsual,
  placeOfCategory,
  type CheckCategory,
  type KnownCheckCategory,
} from "@/domain/checks/check-category";
import type { CheckFacts, VerificationFacts } from "@/domain/facts";
import { compareKinds, kindOf, verificationKindLabel } from "@/domain/verification-kind";
import type { StatusMeaning } from "@/domain/status-meaning";
import { describeVerificationStatus } from "@/domain/verification-status";
import { groupBy } from "@/lib/group-by";
import { readList, readTime } from "@/lib/read";
import { joinWords, pluralOf } from "@/lib/words";

export type Attempt<V extends VerificationFacts = VerificationFacts> = {
  readonly verification: V;
  /** 1 for the first attempt of its kind. */
  readonly number: number;
  /** Whether this attempt stands for its kind: the latest that passed, else the latest. */
  readonly counts: boolean;
  readonly status: StatusMeaning;
  readonly checks: readonly CheckExplanation[];
  /** Failed checks by weight. An attempt fails only through required ones (Persona help, "Verification checks"). */
  readonly failedRequired: readonly CheckExplanation[];
  readonly failedOptional: readonly CheckExplanation[];
  /** One sentence for the head of the attempt. */
  readonly sentence: string;
};

export type VerificationGroup<V extends VerificationFacts = VerificationFacts> = {
  readonly kind: string;
  readonly label: string;
  /** Oldest first; never empty. */
  readonly attempts: readonly Attempt<V>[];
  readonly counting: Attempt<V>;
};

/** The attempts of an inquiry by kind, government ID first. The status of one attempt is not the inquiry's: judge the inquiry. */
export function groupVerifications<V extends VerificationFacts>(verifications: readonly V[]): VerificationGroup<V>[] {
  const byKind = groupBy(verifications, (verification) => kindOf(verification.type));
  return [...byKind]
    .toSorted(([one], [other]) => compareKinds(one, other))
    .flatMap(([kind, members]) => {
      const ordered = members.toSorted((one, other) => startOf(one) - startOf(other));
      const counting = ordered.findLast((verification) => verification.status === "passed") ?? ordered.at(-1);
      const attempts = ordered.map((verification, index) => viewAttempt(verification, index + 1, verification === counting));
      const chosen = attempts.find((attempt) => attempt.counts);
      return chosen ? [{ kind, label: verificationKindLabel(kind), attempts, counting: chosen }] : [];
    });
}

function startOf(verification: VerificationFacts): number {
  return readTime(verification.createdAt) ?? readTime(verification.submittedAt) ?? 0;
}

function viewAttempt<V extends VerificationFacts>(verification: V, number: number, counts: boolean): Attempt<V> {
  const checks = orderChecks(verification.checks);
  const failed = checks.filter((check) => check.status.status === "failed");
  const failedRequired = failed.filter(isRequired);
  const failedOptional = failed.filter((check) => !isRequired(check));
  const status = describeVerificationStatus(verification.status);
  return {
    verification,
    number,
    counts,
    status,
    checks,
    failedRequired,
    failedOptional,
    sentence: attemptSentence(status, checks, failedRequired, failedOptional),
  };
}

/** Required and "asks for a retry" weigh; everything else is for information. */
function isRequired(check: CheckExplanation): boolean {
  return check.requirement.status === "required" || check.requirement.status === "requires_retry";
}

const isOptional = (check: CheckExplanation) => check.requirement.status === "not_required";

const statusPlace = new Map([
  ["failed", 0],
  ["not_applicable", 2],
  ["passed", 3],
]);

/** Required before optional, and within each failed, unknown, not applicable, passed. Otherwise as sent. */
export function orderChecks(checks: readonly CheckFacts[] | null | undefined): CheckExplanation[] {
  const place = (check: CheckExplanation) => (isRequired(check) ? 0 : 10) + (statusPlace.get(check.status.status) ?? 1);
  return readList(checks)
    .flatMap((check) => (typeof check === "object" && check !== null ? [explainCheck(check)] : []))
    .toSorted((one, other) => place(one) - place(other));
}

export type CheckSections = {
  readonly failedRequired: readonly CheckExplanation[];
  /** Persona does not say how much these weigh. */
  readonly failedUntold: readonly CheckExplanation[];
  /** Optional, and about deception, about faces, or of a category nobody has named: never harmless. */
  readonly failedSerious: readonly CheckExplanation[];
  /** Against fraud, and not failed. */
  readonly fraud: readonly CheckExplanation[];
  readonly failedOther: readonly CheckExplanation[];
  readonly others: readonly CheckExplanation[];
};

/** The checks of an attempt as a reviewer reads them: what made it fail, what speaks of deception, and the rest. Each check in one place. */
export function sectionChecks(checks: readonly CheckExplanation[]): CheckSections {
  const fraud = describeCheckCategory("fraud" satisfies KnownCheckCategory);
  const sectionOf = (check: CheckExplanation): keyof CheckSections => {
    const isFraud = check.category === fraud;
    if (check.status.status !== "failed") return isFraud ? "fraud" : "others";
    if (isRequired(check)) return "failedRequired";
    if (!isOptional(check)) return "failedUntold";
    return isUsual(check.category) ? "failedOther" : "failedSerious";
  };
  const sections = groupBy(checks, sectionOf);
  const of = (name: keyof CheckSections) => sections.get(name) ?? [];
  return {
    failedRequired: of("failedRequired"),
    failedUntold: of("failedUntold"),
    failedSerious: of("failedSerious"),
    fraud: of("fraud"),
    failedOther: of("failedOther"),
    others: of("others"),
  };
}

/** Checks by category, what weighs most first; within a category as they came. */
export function byCategory(checks: readonly CheckExplanation[]): { category: CheckCategory; members: CheckExplanation[] }[] {
  return [...groupBy(checks, ({ category }) => category.label).values()]
    .flatMap((members) => (members[0] ? [{ category: members[0].category, members }] : []))
    .toSorted((one, other) => placeOfCategory(one.category) - placeOfCategory(other.category));
}

function attemptSentence(
  status: StatusMeaning,
  all: readonly CheckExplanation[],
  required: readonly CheckExplanation[],
  optional: readonly CheckExplanation[],
): string {
  const names = (checks: readonly CheckExplanation[]) => joinWords(checks.slice(0, 4).map((check) => check.label));
  const [only, ...more] = required;
  if (status.status === "failed" && only) {
    if (more.length > 0) return `Failed checks: ${names(required)}.`;
    return only.known ? `Failed: ${only.sentence.charAt(0).toLowerCase()}${only.sentence.slice(1)}` : `Failed check: ${only.label}.`;
  }
  if (status.status === "failed") return "Failed, and no required check says why.";
  if (status.status === "passed" && only) {
    return `Passed, although ${pluralOf(required.length, "a check that counts", "checks that count")} failed: ${names(required)}.`;
  }
  const [told, untold] = [optional.filter(isOptional), optional.filter((check) => !isOptional(check))];
  if (status.status === "passed" && untold.length > 0) {
    return `Passed. Failed, and Persona does not say how much it weighs: ${names([...untold, ...told])}.`;
  }
  if (status.status === "passed" && told.length > 0) return `Passed. Optional checks that failed, for information: ${names(told)}.`;
  if (status.status === "passed" && all.length === 0) return "Passed. Persona sent no checks of it.";
  // what did not apply has not passed
  if (status.status === "passed" && all.filter(isRequired).some((check) => check.status.status !== "passed")) {
    return "Passed. No required check failed.";
  }
  return status.sentence;
}
