import { duplicateSituations, type DuplicatePolicy, type DuplicateRule, possibleAdvice } from "@/domain/default-settings";
import { readList, readNumber, readProperty } from "@/lib/read";

/**
 * The duplicate policy as the settings hold it (openapi/desk.yaml, DuplicatePolicy). A rule that can't be read is left out: what has no rule
 * may not be repeated.
 */
export function readDuplicatePolicy(value: unknown): DuplicatePolicy {
  return {
    tooOldAfterDays: readNumber(readProperty(value, "tooOldAfterDays")) ?? Number.POSITIVE_INFINITY,
    rules: readList(readProperty(value, "rules")).flatMap((rule): DuplicateRule[] => {
      const situation = duplicateSituations.find((one) => one === readProperty(rule, "situation"));
      const advice = situation && possibleAdvice[situation].find((one) => one === readProperty(rule, "advice"));
      const override = overrides.find((one) => one === readProperty(rule, "override"));
      return situation && advice && override ? [{ situation, advice, override }] : [];
    }),
  };
}

const overrides = ["never", "withReason", "freely"] as const;
