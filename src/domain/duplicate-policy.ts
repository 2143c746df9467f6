import { defaultSettings, duplicateSituations, type DuplicatePolicy, type DuplicateRule, possibleAdvice } from "@/domain/default-settings";
import { readEntries, readList, readNumber, readProperty } from "@/lib/read";

/**
 * The duplicate policy as the settings hold it (openapi/desk.yaml, DuplicatePolicy). A rule that can't be read is left out: what has no rule
 * may not be repeated.
 */
export function readDuplicatePolicy(saved: unknown): DuplicatePolicy {
  const value = withReverification(saved);
  return {
    tooOldAfterDays: readNumber(readProperty(value, "tooOldAfterDays")) ?? Number.POSITIVE_INFINITY,
    reverifyAfterDays: readNumber(readProperty(value, "reverifyAfterDays")) ?? Number.POSITIVE_INFINITY,
    rules: readList(readProperty(value, "rules")).flatMap((rule): DuplicateRule[] => {
      const situation = duplicateSituations.find((one) => one === readProperty(rule, "situation"));
      const advice = situation && possibleAdvice[situation].find((one) => one === readProperty(rule, "advice"));
      const override = overrides.find((one) => one === readProperty(rule, "override"));
      return situation && advice && override ? [{ situation, advice, override }] : [];
    }),
  };
}

/**
 * A policy that was saved before there was a rule for what finished well long ago: then the company's rule for what finished well holds for
 * that too, so that nobody is verified again whom the company did not want to.
 * @returns any other value as it is
 */
export function withReverification(value: unknown): unknown {
  const rules = readList(readProperty(value, "rules"));
  const isOlder = readProperty(value, "reverifyAfterDays") === undefined && rules.every((rule) => situationOf(rule) !== "finishedLongAgo");
  const well = rules.find((rule) => situationOf(rule) === "finishedWell");
  if (!isOlder || well === undefined) return value;
  const { reverifyAfterDays } = defaultSettings.duplicatePolicy;
  const longAgo = { ...Object.fromEntries(readEntries(well)), situation: "finishedLongAgo" };
  return { ...Object.fromEntries(readEntries(value)), reverifyAfterDays, rules: [...rules, longAgo] };
}

const situationOf = (rule: unknown): unknown => readProperty(rule, "situation");

const overrides = ["never", "withReason", "freely"] as const;
