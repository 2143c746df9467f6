import { describe, expect, it } from "vitest";
import { countingInquiry, standing } from "@/domain/standing";

const now = Date.parse("2026-03-04T12:00:00.000Z");
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
const inquiry = (id: string, status: string, days: number, template = "itmpl_kyc", more: object = {}) => ({
  id,
  status,
  createdAt: daysAgo(days),
  links: { inquiryTemplate: { type: "inquiry-template", id: template } },
  ...more,
});

describe("which inquiry counts when there are several on one template", () => {
  it.each([
    ["a review blocks before everything", ["approved 1", "needs_review 5", "declined 2"], "needs_review"],
    ["a decline blocks before an approval, even a newer one", ["approved 1", "declined 5"], "declined"],
    ["a failure blocks before what is open", ["pending 1", "failed 5"], "failed"],
    ["a failure is no decision: a later approval counts", ["approved 1", "failed 5"], "approved"],
    ["an approval before the failure does not", ["approved 5", "failed 1"], "failed"],
    ["completing after a failure decides nothing", ["completed 1", "failed 5"], "failed"],
    ["an approval satisfies before a completion", ["completed 1", "approved 5"], "approved"],
    ["a completion satisfies before what is open", ["pending 1", "completed 5"], "completed"],
    ["what is open is continued before what expired", ["expired 1", "created 5"], "created"],
    ["the newest of what is open", ["created 1", "pending 5"], "created"],
    ["an expired one, when there is nothing else", ["expired 1", "expired 5"], "expired"],
    ["one of an unknown status, when there is nothing else", ["on_hold 3"], "on_hold"],
  ])("%s", (_, specs, expected) => {
    const inquiries = specs.map((spec, index) => {
      const [status = "", days = "0"] = spec.split(" ");
      return inquiry(`inq_${index}`, status, Number(days));
    });
    expect(countingInquiry(inquiries)?.status).toBe(expected);
    expect(countingInquiry(inquiries.toReversed())?.status).toBe(expected);
  });

  it("among equals the newest", () => {
    expect(countingInquiry([inquiry("old", "expired", 9), inquiry("new", "expired", 1), inquiry("mid", "expired", 4)])?.id).toBe("new");
  });

  it("redacted ones never count: nothing can be shown for them", () => {
    const redacted = inquiry("gone", "approved", 1, "itmpl_kyc", { redactedAt: daysAgo(0) });
    expect(countingInquiry([redacted, inquiry("left", "expired", 9)])?.id).toBe("left");
    expect(standing(null, [redacted], now).overall).toMatchObject({ state: "never tried", tone: "hatched", inquiry: null });
  });
});

describe("the standing of a person", () => {
  it.each([
    ["approved", "verified", true, "green"],
    ["completed", "verified", false, "teal"],
    ["declined", "rejected", true, "red"],
    ["failed", "rejected", false, "orange"],
    ["needs_review", "in review", false, "violet"],
    ["pending", "in progress", false, "blue"],
    ["created", "in progress", false, "neutral"],
    ["expired", "lapsed", false, "amber"],
    ["on_hold", "unclear", false, "unknown"],
  ])("with one inquiry that is %s: %s, decided: %s", (status, state, decided, tone) => {
    expect(standing(null, [inquiry("inq_1", status, 1)], now).overall).toMatchObject({ state, decided, tone, inquiry: { id: "inq_1" } });
  });

  it("without any inquiry: never tried", () => {
    expect(standing({}, [], now)).toMatchObject({ overall: { state: "never tried", inquiry: null, nextActor: "none" }, templates: [] });
  });

  it("a completed inquiry is not called decided", () => {
    expect(standing(null, [inquiry("inq_1", "completed", 1)], now).overall.label).toBe("Completed, not decided");
  });

  it("different templates are independent: each has its own standing, the most pressing first", () => {
    const { overall, templates } = standing(
      null,
      [inquiry("a", "approved", 5), inquiry("b", "needs_review", 1, "itmpl_address"), inquiry("c", "expired", 3, "itmpl_age")],
      now,
    );
    expect(templates.map(({ templateId, state }) => [templateId, state])).toEqual([
      ["itmpl_address", "in review"],
      ["itmpl_kyc", "verified"],
      ["itmpl_age", "lapsed"],
    ]);
    expect(overall.state).toBe("in review");
    expect(overall.notes).toEqual(["On 2 other templates: verified and lapsed."]);
  });

  it("a newer inquiry that says otherwise is told", () => {
    expect(standing(null, [inquiry("a", "declined", 5), inquiry("b", "approved", 1)], now).overall.notes.join(" ")).toContain(
      "1 newer inquiry ended well",
    );
    expect(standing(null, [inquiry("a", "approved", 5), inquiry("b", "pending", 1)], now).overall.notes.join(" ")).toContain(
      "1 newer inquiry is still open",
    );
  });

  it("inquiries without template or times are survived", () => {
    expect(standing({ redactedAt: daysAgo(1) }, [{ status: "pending" }, {}], now)).toMatchObject({
      overall: { state: "in progress", notes: [expect.stringContaining("redacted") as string] },
      templates: [{ templateId: null, inquiries: [{ status: "pending" }, {}] }],
    });
  });
});
