import { describe, expect, it } from "vitest";
import { hasChangedSince, type SeenState } from "./seen-state";

const seen: SeenState = { status: "completed", decisionedAt: null, markedForReviewAt: null, redactedAt: null };

describe("whether a decision would be made on something else than was seen", () => {
  it("nothing changed", () => {
    expect(hasChangedSince(seen, { ...seen })).toBe(false);
  });

  it.each([
    ["another status", { status: "declined" }],
    ["redacted, the status unchanged", { redactedAt: "2026-03-02T09:00:00.000Z" }],
    ["marked for review once more", { markedForReviewAt: "2026-03-02T09:00:00.000Z" }],
    ["decided back and forth to the same status", { decisionedAt: "2026-03-02T09:00:00.000Z" }],
  ])("%s", (_, change) => {
    expect(hasChangedSince(seen, { ...seen, ...change })).toBe(true);
  });
});
