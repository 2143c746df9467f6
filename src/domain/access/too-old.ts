import { readList, readNumber, readProperty } from "@/lib/read";

/**
 * Days after which the company does not resume what has expired, out of its duplicate policy (openapi/desk.yaml, DuplicatePolicy); null
 * when it resumes all the same, or the policy can't be read.
 */
export function tooOldAfterDaysOf(policy: unknown): number | null {
  const rule = readList(readProperty(policy, "rules")).find((each) => readProperty(each, "situation") === "expiredTooOld");
  const advice = readProperty(rule, "advice");
  return typeof advice === "string" && advice !== "resume" ? (readNumber(readProperty(policy, "tooOldAfterDays")) ?? null) : null;
}
