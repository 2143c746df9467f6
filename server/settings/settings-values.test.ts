import { describe, expect, it } from "vitest";
import { defaultSettings, duplicateSituations, settingKeys } from "@/domain/default-settings";
import { validateSettings } from "@test/contract/desk-validator";
import { settingValueSchemas } from "./settings-values";

const reason = { id: "a", decision: "approve", label: "A", comment: "optional" };
const script = { id: "a", title: "A", toUser: "", toTicket: "Two\nlines" };
const twoPeople = { inquiryTemplateId: "itmpl_1", decisions: "declines" };
const { rules } = defaultSettings.duplicatePolicy;
const policy = (changed: readonly unknown[]) => ({ tooOldAfterDays: 30, reverifyAfterDays: 365, rules: changed });
const withRule = (situation: string, change: object) =>
  policy(rules.map((rule) => (rule.situation === situation ? { ...rule, ...change } : rule)));

describe("the defaults", () => {
  it("are what the contract and the server take", () => {
    expect(validateSettings(defaultSettings)).toEqual([]);
    for (const key of settingKeys) expect(settingValueSchemas[key].safeParse(defaultSettings[key]).error).toBeUndefined();
  });

  it("offer every decision, and for a decline no more reasons than there are digits", () => {
    const { decisionReasons } = defaultSettings;
    for (const decision of ["approve", "decline", "markForReview"]) {
      const count = decisionReasons.filter((one) => one.decision === decision).length;
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(10);
    }
  });
});

describe("a setting", () => {
  it.each([
    ["decisionReasons", []],
    ["decisionReasons", [reason, { ...reason, id: "b" }]],
    ["duplicatePolicy", policy(rules.toReversed())],
    ["duplicatePolicy", withRule("open", { advice: "block", override: "never" })],
    ["scripts", [script]],
    ["sla", { reviewHours: 1, warnHours: 0 }],
    ["sla", { reviewHours: 720, warnHours: 720 }],
    ["reviewQueue", { alsoWaiting: ["completed", "failed"] }],
    ["twoPeople", [twoPeople, { ...twoPeople, decisions: "every" }, { ...twoPeople, inquiryTemplateId: "itmpl_2" }]],
  ] as const)("%s takes %j", (key, value) => expect(settingValueSchemas[key].safeParse(value).error).toBeUndefined());

  it.each([
    ["decisionReasons", null, ""],
    ["decisionReasons", [reason, { ...reason, label: "B" }], "1.id"],
    ["decisionReasons", [{ ...reason, id: "" }], "0.id"],
    ["decisionReasons", [{ ...reason, id: "x".repeat(41) }], "0.id"],
    ["decisionReasons", [{ ...reason, label: "  " }], "0.label"],
    ["decisionReasons", [{ ...reason, label: "x".repeat(81) }], "0.label"],
    ["decisionReasons", [{ ...reason, label: "two\nlines" }], "0.label"],
    ["decisionReasons", [{ ...reason, decision: "expire" }], "0.decision"],
    ["decisionReasons", [{ ...reason, comment: "maybe" }], "0.comment"],
    ["decisionReasons", [{ ...reason, colour: "red" }], "0"],
    ["decisionReasons", Array.from({ length: 51 }, (_, index) => ({ ...reason, id: `r${index}` })), ""],
    ["duplicatePolicy", policy(rules.slice(1)), "rules"],
    ["duplicatePolicy", policy([...rules, rules[0]]), "rules"],
    ["duplicatePolicy", policy([...rules.slice(1), rules[1]]), "rules"],
    ["duplicatePolicy", withRule("redacted", { advice: "resume" }), "rules.7.advice"],
    ["duplicatePolicy", withRule("finishedWell", { advice: "continue" }), "rules.0.advice"],
    ["duplicatePolicy", withRule("open", { override: "sometimes" }), "rules.6.override"],
    ["duplicatePolicy", { ...policy(rules), tooOldAfterDays: 0 }, "tooOldAfterDays"],
    ["duplicatePolicy", { ...policy(rules), tooOldAfterDays: 3651 }, "tooOldAfterDays"],
    ["duplicatePolicy", { ...policy(rules), tooOldAfterDays: 1.5 }, "tooOldAfterDays"],
    ["duplicatePolicy", { ...policy(rules), reverifyAfterDays: 0 }, "reverifyAfterDays"],
    ["duplicatePolicy", { tooOldAfterDays: 30, rules }, "reverifyAfterDays"],
    ["scripts", [script, script], "1.id"],
    ["scripts", [{ ...script, title: "" }], "0.title"],
    ["scripts", [{ ...script, toUser: "x".repeat(4001) }], "0.toUser"],
    ["scripts", [{ ...script, toTicket: "bell \u0007" }], "0.toTicket"],
    ["scripts", [{ ...script, toUser: "Here is your link: {{link}}" }], "0.toUser"],
    ["scripts", [{ ...script, toTicket: "Dear ${name}" }], "0.toTicket"],
    ["sla", { reviewHours: 0, warnHours: 0 }, "reviewHours"],
    ["sla", { reviewHours: 721, warnHours: 0 }, "reviewHours"],
    ["sla", { reviewHours: 4, warnHours: 5 }, "warnHours"],
    ["sla", { reviewHours: 4, warnHours: -1 }, "warnHours"],
    ["sla", { reviewHours: "4", warnHours: 1 }, "reviewHours"],
    ["sla", { reviewHours: 4 }, "warnHours"],
    ["reviewQueue", { alsoWaiting: ["approved"] }, "alsoWaiting.0"],
    ["reviewQueue", { alsoWaiting: ["failed", "failed"] }, "alsoWaiting"],
    ["reviewQueue", {}, "alsoWaiting"],
    ["twoPeople", [twoPeople, twoPeople], "1"],
    ["twoPeople", [{ ...twoPeople, inquiryTemplateId: "KYC" }], "0.inquiryTemplateId"],
    ["twoPeople", [{ ...twoPeople, decisions: "all" }], "0.decisions"],
  ] as const)("%s refuses %j at %j", (key, value, field) => {
    const paths = settingValueSchemas[key].safeParse(value).error?.issues.map((issue) => issue.path.join("."));
    expect(paths).toContain(field);
  });

  it("knows a rule for every situation", () => {
    expect(rules.map((rule) => rule.situation).toSorted()).toEqual([...duplicateSituations].toSorted());
  });
});
