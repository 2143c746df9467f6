import { describe, expect, it } from "vitest";
import { inquiryVerdict, statusSince } from "@/domain/verdict";

const now = Date.parse("2026-03-04T12:00:00.000Z");
const before = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
const after = (hours: number) => before(-hours);

describe("the headline says where it stands, since when, and who acts next", () => {
  it.each([
    [
      { status: "created", createdAt: before(2), expiresAt: after(22) },
      "Created 2 h ago; the user has not started. It expires in 22 h.",
      "The user acts next.",
    ],
    [
      { status: "pending", createdAt: before(5), startedAt: before(4), expiresAt: after(20) },
      "Started 4 h ago and not finished. It expires in 20 h.",
      "The user acts next.",
    ],
    [
      { status: "pending", startedAt: before(30), expiresAt: before(1) },
      "Started 30 h ago and not finished. Its window ran out 1 h ago.",
      "The user acts next.",
    ],
    [
      { status: "completed", completedAt: before(1) },
      "Completed 1 h ago and not decided.",
      "A workflow may act next; otherwise a reviewer can decide.",
    ],
    [
      { status: "failed", failedAt: before(1) },
      "Failed 1 h ago, and nobody has decided.",
      "A workflow may act next; otherwise a reviewer can decide.",
    ],
    [
      { status: "expired", expiredAt: before(3), startedAt: null },
      "Expired 3 h ago, before the user started.",
      "The user can't continue until somebody restores access.",
    ],
    [
      { status: "expired", expiredAt: before(3), startedAt: before(9) },
      "Expired 3 h ago, before the user finished.",
      "The user can't continue until somebody restores access.",
    ],
    [{ status: "needs_review", markedForReviewAt: before(76) }, "Waiting for review for 3 d 4 h.", "A reviewer acts next."],
    [{ status: "approved", decisionedAt: before(48) }, "Approved 48 h ago.", "Nobody needs to act."],
    [
      { status: "approved", decisionedAt: before(48), links: { reviewer: { type: "workflow-run", id: "wfr_1" } } },
      "Approved 48 h ago by a workflow.",
      "Nobody needs to act.",
    ],
    [
      { status: "declined", decisionedAt: before(1), links: { reviewer: { type: "user", id: "user_1" } } },
      "Declined 1 h ago by a reviewer.",
      "Nobody needs to act.",
    ],
  ])("%j", (inquiry, sentence, whoActsNext) => {
    expect(inquiryVerdict({ inquiry, now })).toMatchObject({ sentence, whoActsNext });
  });

  it("without times it still says what it knows", () => {
    expect(inquiryVerdict({ inquiry: { status: "needs_review" }, now })).toMatchObject({ sentence: "Waiting for review.", since: null });
    expect(inquiryVerdict({ inquiry: { status: "expired" }, now }).sentence).toBe("Expired.");
    expect(inquiryVerdict({ inquiry: { status: "expired", startedAt: null }, now }).sentence).toBe("Expired, before the user started.");
  });

  it("an unknown status stands as itself, and nobody is told to act", () => {
    expect(inquiryVerdict({ inquiry: { status: "on_hold", updatedAt: before(1) }, now })).toMatchObject({
      label: "on_hold",
      tone: "unknown",
      nextActor: "none",
      since: now - 3_600_000,
    });
  });

  it("a clock ahead of ours gives no negative spans", () => {
    expect(inquiryVerdict({ inquiry: { status: "approved", decisionedAt: after(1) }, now }).sentence).toBe("Approved just now.");
  });
});

describe("details", () => {
  const version = (id: string) => ({
    inquiryTemplate: { type: "inquiry-template", id: "itmpl_1" },
    inquiryTemplateVersion: { type: "v", id },
  });
  const template = { status: "active", links: { latestPublishedVersion: { type: "v", id: "itmplv_2" } } };

  it("warn of a template that has moved on while the inquiry can still be used, and not after", () => {
    const details = (status: string) =>
      inquiryVerdict({ inquiry: { status, links: version("itmplv_1") }, template, now }).details.join(" ");
    for (const status of ["created", "pending", "expired"]) expect(details(status)).toContain("newer version");
    for (const status of ["completed", "approved", "declined"]) expect(details(status)).not.toContain("newer version");
  });

  it("tell the session budget when it runs low", () => {
    const details = (n: number) =>
      inquiryVerdict({ inquiry: { status: "pending" }, sessions: Array.from({ length: n }, () => ({})), now }).details;
    expect(details(23)).toContain("23 of 25 sessions used.");
    expect(details(3)).toEqual([]);
  });

  it("tell the next step and the reviewer's comment", () => {
    expect(inquiryVerdict({ inquiry: { status: "pending", nextStepName: "verification_government_id" }, now }).details).toEqual([
      "Next step: Verification government ID.",
    ]);
    expect(inquiryVerdict({ inquiry: { status: "declined", reviewerComment: "Not\u202E readable" }, now }).details).toEqual([
      "Comment: Not readable",
    ]);
  });

  it("of a redacted inquiry say only that its data is gone; its status stays", () => {
    const verdict = inquiryVerdict({ inquiry: { status: "approved", redactedAt: before(1), reviewerComment: "x" }, now });
    expect(verdict).toMatchObject({
      label: "Approved",
      redacted: true,
      nextActor: "none",
      details: [expect.stringContaining("erased") as string],
    });
  });
});

describe("a redacted inquiry", () => {
  it("that was pending promises no expiry: nothing runs out any more", () => {
    const inquiry = { status: "pending", createdAt: before(5), startedAt: before(4), expiresAt: after(20) };
    expect(inquiryVerdict({ inquiry, now }).sentence).toContain("It expires in");
    expect(inquiryVerdict({ inquiry: { ...inquiry, redactedAt: before(1) }, now }).sentence).not.toContain("expire");
  });
});

describe("since when", () => {
  it("a pending inquiry without a start counts from its creation; other statuses don't guess", () => {
    expect(statusSince({ status: "pending", createdAt: before(5) })).toBe(now - 5 * 3_600_000);
    expect(statusSince({ status: "approved", createdAt: before(5), updatedAt: before(1) })).toBeNull();
    expect(statusSince({ status: "approved", decisionedAt: after(9_000), updatedAt: before(1) })).toBeNull();
    expect(statusSince({ status: "approved", decisionedAt: after(1), updatedAt: before(1) })).toBe(now + 3_600_000);
  });
});
