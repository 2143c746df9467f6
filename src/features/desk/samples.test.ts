import { describe, expect, it } from "vitest";
import { inquiryModel } from "@/api/models";
import type { InquiryPage } from "@/api/inquiry-lists/queries";
import { countLabel, expiringSoonest, oldestWaiting, sampleSentence, whereStopped } from "./samples";

type Attributes = Partial<Parameters<typeof inquiryModel>[0]["attributes"]>;

// A test names only what it is about; the model fills the rest as it does for a sparse answer.
const inquiry = (id: string, attributes: Attributes = {}) =>
  inquiryModel({ type: "inquiry", id, attributes, relationships: {} } as Parameters<typeof inquiryModel>[0]);

const page = (size: number, more: boolean): InquiryPage => ({
  strangers: 0,
  inquiries: Array.from({ length: size }, (_, index) => inquiry(`inq_${index}`)),
  next: more ? { after: "inq_0" } : null,
  previous: null,
});

const now = Date.parse("2026-03-02T09:00:00.000Z");

describe("a count out of one page", () => {
  it.each([
    [0, false, "0"],
    [12, false, "12"],
    [100, false, "100"],
    [100, true, "100+"],
  ])("of %i, more of them: %s, is %s", (size, more, label) => {
    expect(countLabel(page(size, more))).toBe(label);
  });

  it("says what was looked at", () => {
    expect(sampleSentence(page(1, false))).toBe("Out of all 1 open inquiry.");
    expect(sampleSentence(page(100, true))).toBe("Out of the newest 100 open inquiries; there are more.");
  });
});

describe("the longest waiting", () => {
  it("is told by when it was marked for review, not by when it was created", () => {
    const waiting = [
      inquiry("inq_a", { createdAt: "2026-02-01T00:00:00.000Z", markedForReviewAt: "2026-03-02T08:00:00.000Z" }),
      inquiry("inq_b", { createdAt: "2026-03-01T00:00:00.000Z", markedForReviewAt: "2026-03-01T00:00:00.000Z" }),
    ];
    expect(oldestWaiting(waiting)).toBe(Date.parse("2026-03-01T00:00:00.000Z"));
  });

  it("falls back to the creation where Persona sent no time, and to nothing where it sent none at all", () => {
    expect(oldestWaiting([inquiry("inq_a", { createdAt: "2026-02-01T00:00:00.000Z" })])).toBe(Date.parse("2026-02-01T00:00:00.000Z"));
    expect(oldestWaiting([inquiry("inq_a")])).toBeUndefined();
  });
});

describe("expiring soonest", () => {
  it("is sorted by the end of the window and leaves out what is over, has no end or was redacted", () => {
    const pending = [
      inquiry("inq_later", { expiresAt: "2026-03-03T09:00:00.000Z" }),
      inquiry("inq_over", { expiresAt: "2026-03-02T08:59:59.000Z" }),
      inquiry("inq_redacted", { expiresAt: "2026-03-02T10:00:00.000Z", redactedAt: "2026-03-02T08:00:00.000Z" }),
      inquiry("inq_endless", { expiresAt: null }),
      inquiry("inq_broken", { expiresAt: "soon" }),
      inquiry("inq_soon", { expiresAt: "2026-03-02T09:30:00.000Z" }),
    ];
    expect(expiringSoonest(pending, now).map(({ id }) => id)).toEqual(["inq_soon", "inq_later"]);
  });
});

describe("where the user stopped", () => {
  const told = { inquiryTemplate: { data: { type: "inquiry-template", id: "itmpl_1" } } };
  const sessions = (count: number) => ({
    sessions: { data: Array.from({ length: count }, (_, index) => ({ type: "inquiry-session", id: `iqse_${index}` })) },
  });
  // a test names only the relationships it is about
  const open = (attributes: Attributes, relationships: object) =>
    inquiryModel({ type: "inquiry", id: "inq_1", attributes, relationships } as Parameters<typeof inquiryModel>[0]);

  it.each([
    ["never opened, where no session was made", { status: "created" }, sessions(0), "Never opened"],
    ["not started, where a list does not tell of sessions", { status: "created" }, told, "Not started"],
    ["opened and not started", { status: "created" }, { ...told, ...sessions(1) }, "Opened, not started"],
    ["the step that comes next", { status: "pending", nextStepName: "verification_selfie" }, { ...told, ...sessions(1) }, "Selfie"],
    ["and how often it was opened", { status: "pending", nextStepName: "start" }, { ...told, ...sessions(3) }, "Start, 3 sessions"],
    ["nothing where nothing is told", { status: "pending" }, {}, "Step not told"],
  ])("is %s", (_, attributes, relationships, words) => {
    expect(whereStopped(open(attributes, relationships))).toBe(words);
  });
});
