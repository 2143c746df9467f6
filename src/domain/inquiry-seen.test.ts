import { describe, expect, it } from "vitest";
import { differencesBetween, type InquirySeen, seenOf } from "@/domain/inquiry-seen";

const seen: InquirySeen = {
  status: "needs_review",
  updatedAt: "2026-11-02T10:00:00.000Z",
  redactedAt: null,
  reviewerId: null,
  verifications: [{ id: "ver_1", status: "passed" }],
  reports: [{ id: "rep_1", status: "ready", hasMatch: false }],
};
const later = "2026-11-02T10:00:01.000Z";

describe("what is not as it was seen", () => {
  it("is nothing where nothing moved, in whatever order and however the time is written", () => {
    const verifications = [...seen.verifications, { id: "ver_2", status: "failed" }];
    const now = { ...seen, updatedAt: "2026-11-02T10:00:00Z", verifications: verifications.toReversed() };
    expect(differencesBetween({ ...seen, verifications }, now)).toEqual([]);
  });

  it.each<[string, Partial<InquirySeen>, object]>([
    ["the status", { status: "approved" }, { what: "status", id: null, seen: "needs_review", now: "approved" }],
    ["a redaction", { redactedAt: later }, { what: "redactedAt", id: null, seen: null, now: later }],
    ["who decided", { reviewerId: "usr_1" }, { what: "reviewer", id: null, seen: null, now: "usr_1" }],
    [
      "a verification's outcome",
      { verifications: [{ id: "ver_1", status: "failed" }] },
      { what: "verification", id: "ver_1", seen: "passed", now: "failed" },
    ],
    [
      "a new attempt",
      { verifications: [...seen.verifications, { id: "ver_2", status: "submitted" }] },
      { what: "verification", id: "ver_2", seen: null, now: "submitted" },
    ],
    ["an attempt that is gone", { verifications: [] }, { what: "verification", id: "ver_1", seen: "passed", now: null }],
    [
      "a match",
      { reports: [{ id: "rep_1", status: "ready", hasMatch: true }] },
      { what: "report", id: "rep_1", seen: "ready", now: "ready, match" },
    ],
  ])("is %s, and not that it was updated as well", (_, change, difference) => {
    expect(differencesBetween(seen, { ...seen, updatedAt: later, ...change })).toEqual([difference]);
  });

  it("is that it was updated where nothing else tells", () => {
    expect(differencesBetween(seen, { ...seen, updatedAt: later })).toEqual([
      { what: "updatedAt", id: null, seen: seen.updatedAt, now: later },
    ]);
  });
});

it("a picture holds what is compared, and nothing else", () => {
  const inquiry = { status: "failed", updatedAt: later, referenceId: "usr_1" };
  const reports = [{ id: "rep_1", status: "ready", name: "Ada" }];
  expect(seenOf({ inquiry, reviewerId: null, verifications: [], reports })).toEqual({
    status: "failed",
    updatedAt: later,
    redactedAt: null,
    reviewerId: null,
    verifications: [],
    reports: [{ id: "rep_1", status: "ready", hasMatch: null }],
  });
});
