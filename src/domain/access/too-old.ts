import { readList, readNumber, readProperty } from "@/lib/read";

/**
 * Days after which the company does not resume what has expired, out of its duplicate policy (openapi/desk.yaml, DuplicatePolicy); null
 * when it resumes all the same, `undefined` when the policy can't be read.
 */
export function tooOldAfterDaysOf(policy: unknown): number | null | undefined {
  const rule = readList(readProperty(policy, "rules")).find((each) => readProperty(each, "situation") === "expiredTooOld");
  const advice = readProperty(rule, "advice");
  if (typeof advice !== "string") return undefined;
  return advice === "resume" ? null : readNumber(readProperty(policy, "tooOldAfterDays"));
}
