import { count } from "@/lib/words";

/** What the desk's index tells of an inquiry that waits. Null is what nobody has told yet. */
export type WaitingFacts = {
  readonly status: string;
  readonly hasMatch?: boolean | null | undefined;
  readonly checks?: { readonly failed: number } | null | undefined;
};

export type ListedReason = {
  readonly text: string;
  readonly weight: "heavy" | "some" | "none";
};

/**
 * Why an inquiry waits for a human, as far as a list can tell without opening it: in order of weight. The workbench tells the rest
 * (`waitingReasons`).
 */
export function whyListed({ status, hasMatch, checks }: WaitingFacts): readonly ListedReason[] {
  const reasons: ListedReason[] = [];
  if (hasMatch === true) reasons.push({ text: "List match", weight: "heavy" });
  if (checks && checks.failed > 0) reasons.push({ text: count(checks.failed, "failed check"), weight: "some" });
  if (reasons.length > 0) return reasons;
  if (status === "completed") return [{ text: "Completed, not decided", weight: "none" }];
  if (status === "failed") return [{ text: "Failed, not decided", weight: "some" }];
  // checks are told by the inquiry alone, which nobody has opened yet
  return [{ text: checks ? "Nothing failed" : "Not opened yet", weight: "none" }];
}
