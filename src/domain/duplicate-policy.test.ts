import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/domain/default-settings";
import { readDuplicatePolicy, withReverification } from "@/domain/duplicate-policy";

const rule = { situation: "expired", advice: "resume", override: "withReason" };

describe("a duplicate policy as the settings hold it", () => {
  it("is its rules and its days", () => {
    const rules = [
      rule,
      { situation: "redacted", advice: "create", override: "freely" },
      { situation: "inReview", advice: "block", override: "never" },
    ];
    const policy = { tooOldAfterDays: 90, reverifyAfterDays: 365, rules };
    expect(readDuplicatePolicy(policy)).toEqual(policy);
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
      expect(readDuplicatePolicy(value)).toEqual({
        tooOldAfterDays: Number.POSITIVE_INFINITY,
        reverifyAfterDays: Number.POSITIVE_INFINITY,
        rules: [],
      });
    },
  );
});

describe("a policy that was saved before anybody was verified again", () => {
  const { reverifyAfterDays, ...older } = defaultSettings.duplicatePolicy;
  const rules = older.rules
    .filter(({ situation }) => situation !== "finishedLongAgo")
    .map((one) => (one.situation === "finishedWell" ? { ...one, advice: "block", override: "never" } : one));

  it("treats what finished well long ago as the company treats what finished well", () => {
    const policy = readDuplicatePolicy({ ...older, rules });
    expect(policy.reverifyAfterDays).toBe(reverifyAfterDays);
    expect(policy.rules).toContainEqual({ situation: "finishedLongAgo", advice: "block", override: "never" });
    expect(policy.rules).toHaveLength(rules.length + 1);
  });

  it.each([[undefined], ["policy"], [[]], [{ rules: [] }], [defaultSettings.duplicatePolicy], [{ ...older, rules: older.rules }]])(
    "is no %j, which stays as it is",
    (value) => expect(withReverification(value)).toBe(value),
  );
});
