import { describe, expect, it } from "vitest";
import { readDuplicatePolicy } from "@/domain/duplicate-policy";

const rule = { situation: "expired", advice: "resume", override: "withReason" };

describe("a duplicate policy as the settings hold it", () => {
  it("is its rules and its days", () => {
    const rules = [
      rule,
      { situation: "redacted", advice: "create", override: "freely" },
      { situation: "inReview", advice: "block", override: "never" },
    ];
    expect(readDuplicatePolicy({ tooOldAfterDays: 90, rules })).toEqual({ tooOldAfterDays: 90, rules });
  });

  it.each([
    ["a situation that is new", { ...rule, situation: "onHold" }],
    ["advice that is new", { ...rule, advice: "pray" }],
    ["advice for another situation", { ...rule, situation: "redacted" }],
    ["an override that is new", { ...rule, override: "onFridays" }],
    ["nothing", null],
  ])("leaves out a rule with %s, so that nothing may be repeated by it", (_, unread) => {
    expect(readDuplicatePolicy({ tooOldAfterDays: 90, rules: [unread, rule] }).rules).toEqual([rule]);
  });

  it.each([[undefined], [null], ["policy"], [{}], [{ rules: {}, tooOldAfterDays: "90" }]])(
    "of %j has no rules, and nothing is too old by it",
    (value) => {
      expect(readDuplicatePolicy(value)).toEqual({ tooOldAfterDays: Number.POSITIVE_INFINITY, rules: [] });
    },
  );
});
