import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countingInquiry } from "@/domain/counting-inquiry";
import { standing } from "@/domain/standing";
import { siblingNotes } from "@/domain/standing-notes";

const now = Date.parse("2026-03-04T12:00:00.000Z");
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
const sinceNames: Record<string, string> = {
  pending: "startedAt",
  completed: "completedAt",
  failed: "failedAt",
  expired: "expiredAt",
  needs_review: "markedForReviewAt",
  approved: "decisionedAt",
  declined: "decisionedAt",
};
/** @param since how many days ago it became so; without it at once */
const inquiry = (id: string, status: string, days: number, template = "itmpl_kyc", more: object = {}, since: number | null = days) => ({
  id,
  status,
  createdAt: daysAgo(days),
  ...(since === null ? {} : { [sinceNames[status] ?? "updatedAt"]: daysAgo(since) }),
  links: { inquiryTemplate: { type: "inquiry-template", id: template } },
  ...more,
});

/** The rows of the table of cases in the document that people read. */
const cases = readFileSync("docs/standing.md", "utf8")
  .split("\n## Cases\n")[1]
  ?.split("\n")
  .filter((line) => line.startsWith("|"))
  .slice(2)
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

function inquiriesOf(cell: string) {
  return cell.split("; ").map((spec, index) => {
    const [, status = "", made = "", since = ""] = /^(\w+) (\d+)→(\d+|\?)$/.exec(spec) ?? [];
    expect(status, `${spec} can be read`).not.toBe("");
    return inquiry(`inq_${index}`, status, Number(made), "itmpl_kyc", {}, since === "?" ? null : Number(since));
  });
}

describe("which inquiry counts when there are several on one template, by the table in docs/standing.md", () => {
  it("has rows", () => expect(cases?.length).toBeGreaterThan(20));

  it.each(cases ?? [])("%s → %s", (specs = "", counts = "", stands = "", told = "") => {
    const inquiries = inquiriesOf(specs);
    for (const order of [inquiries, inquiries.toReversed()]) {
      const { overall } = standing(null, order, now);
      expect([overall.inquiry?.status, overall.label, overall.notes.map(({ sentence }) => sentence).join(" ")]).toEqual([
        counts,
        stands,
        told,
      ]);
    }
  });
});

describe("which inquiry counts", () => {
  it("among equals is the one that became so last, whichever was made last", () => {
    const last = inquiry("last", "approved", 9, "itmpl_kyc", {}, 1);
    expect(countingInquiry([inquiry("made last", "approved", 2), last])?.id).toBe("last");
  });

  it("is never a redacted one: nothing can be shown for them, but what was decided is told", () => {
    const redacted = inquiry("gone", "declined", 1, "itmpl_kyc", { redactedAt: daysAgo(0) });
    const left = inquiry("left", "expired", 9);
    expect(countingInquiry([redacted, left])?.id).toBe("left");
    expect(standing(null, [redacted, left], now).overall.notes).toEqual([
      { sentence: "Another inquiry was declined 24 h ago. It was redacted since, so nothing of it can be shown.", inquiryId: "gone" },
    ]);
  });

  it("is none where all are redacted, and what was decided is told all the same", () => {
    const more = { redactedAt: daysAgo(0) };
    const declined = ["one", "other"].map((id, index) => inquiry(id, "declined", index + 1, "itmpl_kyc", more));
    const { overall, templates } = standing(null, [...declined, inquiry("a", "approved", 9, "itmpl_kyc", more)], now);
    expect(overall).toMatchObject({ state: "never tried", tone: "hatched", inquiry: null });
    expect(overall.notes).toEqual([
      {
        sentence: "2 inquiries were declined, the last 24 h ago. They were redacted since, so nothing of them can be shown.",
        inquiryId: "one",
      },
      { sentence: "An inquiry was approved 9 d ago. It was redacted since, so nothing of it can be shown.", inquiryId: "a" },
    ]);
    expect(templates[0]?.notes).toEqual(overall.notes);
    expect(standing(null, [inquiry("b", "expired", 9, "itmpl_kyc", more)], now).overall.notes).toEqual([]);
  });

  it("does not hide one without a status", () => {
    expect(standing(null, [inquiry("a", "approved", 9), { id: "b", status: null }], now).templates[0]?.notes).toEqual([]);
    const without = { ...inquiry("b", "", 2), status: null };
    expect(standing(null, [inquiry("a", "approved", 9), without], now).overall.notes).toEqual([
      { sentence: "Another inquiry has no status: it changed 48 h ago.", inquiryId: "b" },
    ]);
  });

  it("over several templates is the most pressing one: a decline is not overcome by an approval of another check", () => {
    const declined = inquiry("kyc", "declined", 9);
    expect(countingInquiry([inquiry("age", "approved", 1, "itmpl_age"), declined])?.id).toBe("kyc");
    expect(standing(null, [inquiry("age", "approved", 1, "itmpl_age"), declined], now).overall).toMatchObject({
      label: "Rejected",
      inquiry: { id: "kyc" },
    });
  });
});

describe("the page of one inquiry", () => {
  const begun = inquiry("begun", "pending", 5);
  const empty = inquiry("empty", "created", 4);

  it("that was never opened sends on to the one that was begun", () => {
    expect(siblingNotes(empty, [begun], now)).toEqual([
      { sentence: "Another inquiry is open too: started 5 d ago. Use that one.", inquiryId: "begun" },
    ]);
  });

  it("that was begun tells of the empty one", () => {
    expect(siblingNotes(begun, [empty], now)).toEqual([
      { sentence: "Another inquiry is open too, not started: created 4 d ago.", inquiryId: "empty" },
    ]);
  });

  it("sends on to the one further on, even where another one is not", () => {
    const [older, later] = [inquiry("older", "pending", 8), inquiry("later", "pending", 1)];
    for (const others of [
      [older, later],
      [later, older],
    ]) {
      expect(siblingNotes(begun, others, now)).toEqual([
        { sentence: "2 other inquiries are open too, the last started 24 h ago. Use that one.", inquiryId: "later" },
      ]);
    }
    expect(siblingNotes(later, [older], now)).toEqual([{ sentence: "Another inquiry is open too: started 8 d ago.", inquiryId: "older" }]);
  });

  it("that waits for a review tells of another one that does", () => {
    expect(siblingNotes(inquiry("one", "needs_review", 2), [inquiry("other", "needs_review", 3)], now)).toEqual([
      { sentence: "Another inquiry was marked for review 3 d ago.", inquiryId: "other" },
    ]);
  });

  it("that expired does not tell of another one that did, before or after", () => {
    const [older, later] = [inquiry("older", "expired", 9), inquiry("later", "expired", 2)];
    expect(siblingNotes(older, [later], now)).toEqual([]);
    expect(siblingNotes(later, [older], now)).toEqual([]);
  });

  it("that failed has been overcome or not by the last of the approvals", () => {
    const approvals = [inquiry("before", "approved", 9), inquiry("after", "approved", 1)];
    expect(siblingNotes(inquiry("failed", "failed", 5), approvals, now)).toEqual([
      {
        sentence: "2 other inquiries were approved, the last 24 h ago, after this one failed: look at both before you rely on either.",
        inquiryId: "after",
      },
    ]);
  });

  it("says nothing of itself in another copy", () => {
    expect(siblingNotes(begun, [{ ...begun }], now)).toEqual([]);
  });

  it("says nothing of itself, of other templates, or where it was redacted", () => {
    expect(siblingNotes(begun, [begun, inquiry("age", "created", 1, "itmpl_age")], now)).toEqual([]);
    expect(siblingNotes({ ...begun, redactedAt: daysAgo(0) }, [empty], now)).toEqual([]);
    expect(siblingNotes({ ...begun, links: {} }, [{ ...empty, links: {} }], now)).toEqual([]);
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
    expect(standing({}, [], now)).toMatchObject({
      overall: {
        state: "never tried",
        decided: false,
        label: "Never tried",
        tone: "neutral",
        sentence: "No inquiry was ever made for this person.",
        whoActsNext: "To verify this person, create an inquiry.",
        inquiry: null,
        nextActor: "none",
      },
      templates: [],
    });
  });

  it("with nothing but redacted inquiries is not called never tried", () => {
    const gone = inquiry("gone", "approved", 9, "itmpl_kyc", { redactedAt: daysAgo(0) });
    expect(standing(null, [gone], now).overall).toMatchObject({
      label: "Nothing on record",
      tone: "hatched",
      sentence: "Nothing can be shown: 1 inquiry redacted.",
    });
    expect(standing(null, [gone, { ...gone, id: "too" }], now).overall.sentence).toBe("Nothing can be shown: 2 inquiries redacted.");
  });

  it("puts templates on which nothing can be shown last, wherever they came", () => {
    const gone = (template: string) => inquiry(`gone ${template}`, "declined", 1, template, { redactedAt: daysAgo(0) });
    const shown = [inquiry("a", "expired", 5, "itmpl_kyc"), inquiry("b", "declined", 5, "itmpl_age")];
    for (const inquiries of [
      [gone("itmpl_1"), ...shown, gone("itmpl_2")],
      [...shown, gone("itmpl_1"), gone("itmpl_2")],
      [gone("itmpl_1"), gone("itmpl_2"), ...shown],
    ]) {
      expect(standing(null, inquiries, now).templates.map(({ templateId }) => templateId)).toEqual([
        "itmpl_age",
        "itmpl_kyc",
        "itmpl_1",
        "itmpl_2",
      ]);
    }
  });

  it("lists a template's inquiries by when they were made, newest first, and those that do not say last", () => {
    const made = [inquiry("old", "approved", 9), { ...inquiry("unsaid", "expired", 3), createdAt: null }, inquiry("new", "created", 1)];
    for (const order of [made, made.toReversed()]) {
      expect(standing(null, order, now).templates[0]?.inquiries.map(({ id }) => id)).toEqual(["new", "old", "unsaid"]);
    }
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
    expect(overall.notes).toEqual([]);
  });

  it("inquiries without template or times are survived", () => {
    expect(standing({ redactedAt: daysAgo(1) }, [{ status: "pending" }, {}], now)).toMatchObject({
      overall: {
        state: "in progress",
        notes: [
          { sentence: "Another inquiry has no status: it changed at a time that is not recorded.", inquiryId: null },
          { sentence: expect.stringContaining("redacted") as string },
        ],
      },
      templates: [{ templateId: null, inquiries: [{ status: "pending" }, {}] }],
    });
  });
});
