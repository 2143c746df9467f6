/** What changed between two attempts of one kind. */
import type { CheckExplanation } from "@/domain/checks/check-catalogue";
import type { VerificationFacts } from "@/domain/facts";
import type { Attempt } from "@/domain/verification-view";

export type CheckChange = {
  readonly slug: string;
  readonly label: string;
  /** Null when that attempt did not run the check. */
  readonly before: CheckExplanation | null;
  readonly after: CheckExplanation | null;
  readonly change: "fixed" | "broke" | "appeared" | "gone" | "other reasons" | "other";
};

/** Checks whose status or reasons differ, in the reading order of the later attempt, then what only the earlier one had. */
export function attemptDifference(earlier: Attempt<VerificationFacts>, later: Attempt<VerificationFacts>): CheckChange[] {
  const before = new Map(earlier.checks.map((check) => [check.slug, check]));
  const after = new Map(later.checks.map((check) => [check.slug, check]));
  const slugs = [...new Set([...after.keys(), ...before.keys()])];
  return slugs.flatMap((slug) => compare(slug, before.get(slug) ?? null, after.get(slug) ?? null) ?? []);
}

function compare(slug: string, before: CheckExplanation | null, after: CheckExplanation | null): CheckChange | undefined {
  const change = kindOfChange(before, after);
  return change && { slug, label: (after ?? before)?.label ?? slug, before, after, change };
}

function kindOfChange(before: CheckExplanation | null, after: CheckExplanation | null): CheckChange["change"] | undefined {
  if (!before) return "appeared";
  if (!after) return "gone";
  const [was, is] = [before.status.status, after.status.status];
  if (was === is) return reasonsOf(before) === reasonsOf(after) ? undefined : "other reasons";
  if (was === "failed" && is === "passed") return "fixed";
  if (is === "failed") return "broke";
  return "other";
}

function reasonsOf(check: CheckExplanation): string {
  return check.reasons
    .map((reason) => reason.code)
    .toSorted()
    .join(" ");
}
