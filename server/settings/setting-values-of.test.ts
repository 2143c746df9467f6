import { expect, it } from "vitest";
import { defaultSettings } from "@/domain/default-settings";
import { valuesOf } from "./setting-values-of";

const { duplicatePolicy } = defaultSettings;
const saved = (value: unknown) => [{ key: "duplicatePolicy", version: 1, value, changedAt: null, changedBy: null, note: null } as const];

it("a duplicate policy that was saved before there was a rule for verifying again goes on to hold", () => {
  const rules = duplicatePolicy.rules
    .filter(({ situation }) => situation !== "finishedLongAgo")
    .map((rule) => ({ ...rule, override: "never" as const }));
  const held = valuesOf(saved({ tooOldAfterDays: 7, rules })).duplicatePolicy;
  expect(held.tooOldAfterDays).toBe(7);
  expect(held.rules.map(({ override }) => override)).toEqual(duplicatePolicy.rules.map(() => "never"));
});

it("a duplicate policy that can't be read counts as not set", () => {
  expect(valuesOf(saved({ rules: [] })).duplicatePolicy).toEqual(duplicatePolicy);
});
