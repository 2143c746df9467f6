import { describe, expect, it } from "vitest";
import type { TwoPeopleRule } from "@/domain/default-settings";
import { needsTwoPeople } from "@/domain/two-people";

const rule = (decisions: TwoPeopleRule["decisions"], inquiryTemplateId = "itmpl_1"): TwoPeopleRule => ({ inquiryTemplateId, decisions });
const reports = (...matches: (boolean | null)[]) => ({
  reports: matches.map((hasMatch, index) => ({ id: `rep_${index}`, status: "ready", hasMatch })),
});

describe("what needs two people", () => {
  it.each([
    ["declines", "decline", [], true],
    ["declines", "approve", [true], false],
    ["approvalsAgainstMatches", "approve", [false, true], true],
    ["approvalsAgainstMatches", "approve", [false, null], false],
    ["approvalsAgainstMatches", "decline", [true], false],
    ["every", "approve", [], true],
    ["every", "decline", [], true],
    ["every", "markForReview", [true], false],
  ] as const)("with %s: %s of reports with %j is %j", (decisions, action, matches, needed) => {
    expect(needsTwoPeople([rule(decisions)], { action, inquiryTemplateId: "itmpl_1", seen: reports(...matches) })).toBe(needed);
  });

  it("is of the template that is named, and rules for one add up", () => {
    const rules = [rule("declines"), rule("approvalsAgainstMatches"), rule("every", "itmpl_2")];
    const of = (action: "approve" | "decline", inquiryTemplateId: string | null) =>
      needsTwoPeople(rules, { action, inquiryTemplateId, seen: reports(true) });
    expect([of("approve", "itmpl_1"), of("decline", "itmpl_1"), of("approve", "itmpl_2")]).toEqual([true, true, true]);
    expect([of("approve", "itmpl_3"), of("decline", null)]).toEqual([false, false]);
    expect(needsTwoPeople([], { action: "decline", inquiryTemplateId: "itmpl_1", seen: reports(true) })).toBe(false);
  });
});
