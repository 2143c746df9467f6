import { describe, expect, it } from "vitest";
import { auditOutcomes, describeAuditOutcome, knownAuditOutcome } from "@/domain/audit-outcome";
import { describeInquiryStatus, inquiryStatuses, isOpen, isRedacted, readInquiryStatus, unfinishedAt } from "@/domain/inquiry-status";
import { describeLinkState, linkStates } from "@/domain/issued-link";
import { describeCaptureStatus, describeReportStatus, describeSessionStatus, describeTemplateStatus } from "@/domain/resource-status";
import { describeCheckStatus, describeRequirement, describeVerificationStatus, verificationStatuses } from "@/domain/verification-status";

describe("inquiry statuses", () => {
  it.each([
    ["created", "Created", "neutral", "user"],
    ["pending", "Pending", "blue", "user"],
    ["completed", "Completed", "teal", "workflow"],
    ["failed", "Failed", "orange", "workflow"],
    ["expired", "Expired", "amber", "none"],
    ["needs_review", "Needs review", "violet", "reviewer"],
    ["approved", "Approved", "green", "none"],
    ["declined", "Declined", "red", "none"],
  ])("%s", (status, label, tone, nextActor) => {
    expect(describeInquiryStatus(status)).toMatchObject({ status, label, tone, nextActor, known: true });
  });

  it.each(["needs_review", "Needs Review", " NEEDS-REVIEW ", "needsReview", "marked_for_review", "Marked for review"])(
    "%j stands for the one that is reviewed",
    (word) => {
      expect(readInquiryStatus(word)).toBe("needs_review");
    },
  );

  it.each(["", "review", "redacted", "approved by", "toString", "ap proved"])("%j stands for none", (word) => {
    expect(readInquiryStatus(word)).toBeUndefined();
  });

  it("holds no status `redacted`: Persona has none", () => {
    expect(inquiryStatuses).not.toContain("redacted");
  });

  it("something happens by itself while the user can still act, and to reports and workflows after", () => {
    const byThemselves = inquiryStatuses.filter((status) => describeInquiryStatus(status).whatHappensByItself !== null);
    expect(byThemselves).toEqual(["created", "pending", "completed", "failed"]);
  });

  it("completed does not claim that anybody accepted the user", () => {
    expect(describeInquiryStatus("completed").sentence).toContain("Nobody has accepted");
  });

  it("only a redaction time makes an inquiry redacted", () => {
    expect(isRedacted({ redactedAt: "2026-03-01T00:00:00.000Z" })).toBe(true);
    expect(isRedacted({ redactedAt: null })).toBe(false);
    expect(isRedacted({})).toBe(false);
  });

  it("created and pending are open", () => {
    expect(inquiryStatuses.filter((status) => isOpen({ status }))).toEqual(["created", "pending"]);
  });
});

describe("verification statuses", () => {
  it("are those of the spec; there is no `created`", () => {
    expect(verificationStatuses.toSorted()).toEqual(
      [
        "initiated",
        "confirmed",
        "submitted",
        "passed",
        "failed",
        "requires_retry",
        "skipped",
        "canceled",
        "tentatively_passed",
        "tentatively_failed",
      ].toSorted(),
    );
  });
});

describe("any status Persona may add", () => {
  const describers = {
    describeInquiryStatus,
    describeVerificationStatus,
    describeCheckStatus,
    describeRequirement,
    describeSessionStatus,
    describeCaptureStatus,
    describeReportStatus,
    describeTemplateStatus,
  };

  it.each(Object.entries(describers))("%s shows it as itself, neutral", (_, describer) => {
    expect(describer("quantum_pending")).toMatchObject({ known: false, label: "quantum_pending", tone: "unknown", nextActor: "none" });
  });

  it.each(Object.entries(describers))("%s says when there is none", (_, describer) => {
    for (const nothing of [undefined, null, "", "  ", {}, []]) {
      expect(describer(nothing)).toMatchObject({
        label: describer === describeRequirement ? "Requirement not told" : "No status",
        known: false,
      });
    }
  });

  it("is made safe to show, and never read off a prototype", () => {
    expect(describeInquiryStatus("a\u202Eb".repeat(1000)).label.length).toBeLessThan(70);
    expect(describeInquiryStatus("constructor")).toMatchObject({ known: false, label: "constructor" });
    expect(describeInquiryStatus("__proto__")).toMatchObject({ known: false });
  });
});

describe("what only the desk has", () => {
  it("knows the contract's outcomes and states, and shows any other as itself", () => {
    expect(auditOutcomes).toEqual(["done", "refused", "failed", "unknown"]);
    expect(linkStates).toEqual(["live", "opened", "superseded", "lapsed"]);
    expect(describeAuditOutcome("refused")).toMatchObject({ label: "Refused", tone: "amber" });
    expect(describeLinkState("paused")).toEqual({ label: "paused", tone: "unknown", sentence: "Inquiry Desk does not know this state." });
    expect(describeAuditOutcome(null)).toMatchObject({ label: "No outcome", tone: "unknown" });
    // what an object inherits is no outcome
    expect(knownAuditOutcome("constructor")).toBeUndefined();
  });
});

it("that the user never finished is known by empty times alone, never by times that were not sent", () => {
  const empty = { status: "needs_review", completedAt: null, failedAt: null };
  expect(unfinishedAt({ ...empty, startedAt: "2026-03-04T11:00:00.000Z", expiredAt: null })).toBe("midway");
  expect(unfinishedAt({ ...empty, startedAt: null })).toBe("start");
  expect(unfinishedAt({ ...empty, startedAt: null, expiredAt: "2026-03-04T11:00:00.000Z" })).toBe("expiry");
  expect(unfinishedAt({ status: "needs_review" })).toBeUndefined();
  expect(unfinishedAt({ ...empty, failedAt: "2026-03-04T11:00:00.000Z" })).toBeUndefined();
  expect(unfinishedAt({ ...empty, status: "approved" })).toBeUndefined();
});
