import { describe, expect, it } from "vitest";
import { defaultSettings, type DuplicatePolicy } from "@/domain/default-settings";
import { duplicateRefusal, duplicatesOf } from "@/domain/duplicate-guard";

const policy = defaultSettings.duplicatePolicy;
const now = Date.parse("2026-03-02T09:00:00Z");
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
const template = { status: "active", links: { latestPublishedVersion: { type: "inquiry-template-version", id: "itmplv_2" } } };
const inquiry = (id: string, status: string, more: object = {}) => ({
  id,
  status,
  createdAt: daysAgo(40),
  links: {
    inquiryTemplate: { type: "inquiry-template", id: "itmpl_1" },
    inquiryTemplateVersion: { type: "inquiry-template-version", id: "itmplv_2" },
  },
  ...more,
});
const told = (...inquiries: ReturnType<typeof inquiry>[]) =>
  duplicatesOf(inquiries, { policy, template, now }).map((one) => `${one.inquiry.id} ${one.situation}: ${one.advice}`);

describe("what a new inquiry would repeat", () => {
  it("is nothing where there is none", () => expect(told()).toEqual([]));

  // Persona docs, "Preventing duplicate inquiries", as the default policy has it
  it.each([
    ["created", "open: continue"],
    ["pending", "open: continue"],
    ["completed", "finishedWell: reuse"],
    ["approved", "finishedWell: reuse"],
    ["failed", "finishedBadly: block"],
    ["declined", "finishedBadly: block"],
    ["needs_review", "inReview: block"],
    ["on_hold", "open: continue"],
  ])("of one that is %s is %s", (status, words) => expect(told(inquiry("inq_1", status))).toEqual([`inq_1 ${words}`]));

  it.each<[string, string, object, string]>([
    ["approved", "a year ago to the day", { decisionedAt: daysAgo(365) }, "finishedWell: reuse"],
    ["approved", "longer ago than that", { decisionedAt: daysAgo(366), completedAt: daysAgo(2) }, "finishedLongAgo: create"],
    ["completed", "longer ago than that", { completedAt: daysAgo(366) }, "finishedLongAgo: create"],
    ["approved", "nobody knows when", { createdAt: daysAgo(900) }, "finishedWell: reuse"],
    ["declined", "longer ago than that", { decisionedAt: daysAgo(900) }, "finishedBadly: block"],
  ])("of one that was %s %s goes by when anybody is verified again", (status, _, more, words) =>
    expect(told(inquiry("inq_1", status, more))).toEqual([`inq_1 ${words}`]),
  );

  it.each<[string, object, string]>([
    ["lately", { expiredAt: daysAgo(30) }, "expired: resume"],
    ["longer ago than the policy resumes", { expiredAt: daysAgo(31) }, "expiredTooOld: create"],
    [
      "on an older version",
      { expiredAt: daysAgo(1), links: { inquiryTemplateVersion: { type: "inquiry-template-version", id: "itmplv_1" } } },
      "expiredTooOld: create",
    ],
    ["nobody knows when", { expiredAt: null }, "expired: resume"],
  ])("of one that expired %s goes by its age and version", (_, more, words) =>
    expect(told(inquiry("inq_1", "expired", more))).toEqual([`inq_1 ${words}`]),
  );

  it("is what counts, and what is open besides", () =>
    expect(
      told(
        inquiry("inq_1", "approved", { decisionedAt: daysAgo(3) }),
        inquiry("inq_2", "declined", { decisionedAt: daysAgo(9) }),
        inquiry("inq_3", "pending", { startedAt: daysAgo(1) }),
        inquiry("inq_4", "expired", { expiredAt: daysAgo(20) }),
      ),
    ).toEqual(["inq_1 finishedWell: reuse", "inq_3 open: continue"]));

  it("is a redacted one only where there is nothing else", () => {
    const redacted = inquiry("inq_1", "declined", { redactedAt: daysAgo(1) });
    expect(told(redacted)).toEqual(["inq_1 redacted: create"]);
    expect(told(redacted, inquiry("inq_2", "expired", { expiredAt: daysAgo(40) }))).toEqual(["inq_2 expiredTooOld: create"]);
  });
});

describe("another inquiry", () => {
  const withOverride = (override: DuplicatePolicy["rules"][number]["override"]): DuplicatePolicy => ({
    ...policy,
    rules: policy.rules.map((rule) => ({ ...rule, override })),
  });
  const refusal = (status: string, reason: string, ruled: DuplicatePolicy) =>
    duplicateRefusal(duplicatesOf([inquiry("inq_1", status)], { policy: ruled, template, now }), reason);

  it("is refused for good, with a reason, or not at all, as the policy says", () => {
    expect(refusal("pending", "Because", withOverride("never"))).toMatch(/allows no other/);
    expect(refusal("pending", " ", withOverride("withReason"))).toMatch(/needs a reason/);
    expect(refusal("pending", "Because", withOverride("withReason"))).toBeUndefined();
    expect(refusal("pending", "", withOverride("freely"))).toBeUndefined();
  });

  it("is refused where the policy lacks the situation", () =>
    expect(refusal("pending", "Because", { ...policy, rules: [] })).toMatch(/allows no other/));
});
