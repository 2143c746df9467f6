import type { DuplicateInquiry } from "@/api/generated/desk/types.gen";

type Ruled = Pick<DuplicateInquiry, "situation" | "advice" | "override">;

/**
 * Why another inquiry may not be created, in the words of the server (src/domain/duplicate-guard.ts); undefined when it may.
 * `test/contract/duplicate-words.test.ts` holds the two against each other.
 */
export function duplicateRefusal(duplicates: readonly Ruled[], reason: string): string | undefined {
  const against = duplicates.filter(({ advice, override }) => advice !== "create" && override !== "freely");
  const final = against.find(({ override }) => override === "never");
  if (final !== undefined) return `${thereIs(final)} The company's duplicate policy allows no other.`;
  const [first] = against;
  return first === undefined || reason !== "" ? undefined : `${thereIs(first)} Another one needs a reason.`;
}

const thereIs = ({ situation }: Ruled): string => `${situationWords[situation] ?? "There is an open inquiry on this template"}.`;
const situationWords: Readonly<Record<string, string>> = {
  finishedWell: "There is an inquiry on this template that finished well",
  finishedLongAgo: "There is an inquiry on this template that finished well long ago",
  finishedBadly: "There is an inquiry on this template that failed or was declined",
  inReview: "There is an inquiry on this template that waits for a decision",
  expired: "There is an inquiry on this template that can be resumed",
  expiredTooOld: "There is an inquiry on this template that expired",
  redacted: "There is an inquiry on this template that was redacted",
};
