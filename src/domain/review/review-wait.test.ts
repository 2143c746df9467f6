import { describe, expect, it } from "vitest";
import { reviewWait, serviceLevelWords } from "./review-wait";

const level = { reviewHours: 24, warnHours: 4 };
const now = Date.parse("2026-11-30T12:00:00Z");
const said = (since: string | null) => {
  const wait = reviewWait(since, level, now);
  return [wait.state, serviceLevelWords(wait)];
};

describe("what waits for review, against the service level", () => {
  it.each([
    ["2026-11-30T11:59:00Z", "inTime", undefined],
    ["2026-11-29T16:00:01Z", "inTime", undefined],
    ["2026-11-29T16:00:00Z", "dueSoon", "due in 4 h"],
    ["2026-11-29T12:40:00Z", "dueSoon", "due in 40 min"],
    ["2026-11-29T12:00:00Z", "dueSoon", "due in 0 s"],
    ["2026-11-29T09:00:00Z", "overdue", "3 h over"],
    ["2020-01-01T00:00:00Z", "overdue", "6 y over"],
    // a clock that is ahead
    ["2026-11-30T12:05:00Z", "inTime", undefined],
    ["yesterday", "unknown", undefined],
    [null, "unknown", undefined],
  ])("%s is %s: %s", (since, state, words) => expect(said(since)).toEqual([state, words]));

  it("without a warning time is due only once it is over", () => {
    expect(reviewWait("2026-11-29T12:30:00Z", { reviewHours: 24, warnHours: 0 }, now).state).toBe("inTime");
  });
});
