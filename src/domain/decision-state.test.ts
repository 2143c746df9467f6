import { describe, expect, it } from "vitest";
import { describeDecisionState, differenceSentence } from "@/domain/decision-state";

describe("what is not as it was seen, in words", () => {
  it.each([
    ["status", "needs_review", "declined", "It was marked for review; now it is declined."],
    ["status", null, "approved", "It was without a status; now it is approved."],
    ["redactedAt", null, "2026-03-02T09:00:00.000Z", "It was redacted."],
    ["reviewer", null, "usr_1", "Somebody or something else has decided it."],
    ["verification", "submitted", "failed", "A verification was processing; now it is failed."],
    ["verification", null, "passed", "A verification was added: passed."],
    ["verification", "initiated", null, "A verification is gone: it was collecting."],
    ["report", "pending", "ready, match", "A report was pending; now it is ready, match."],
    ["decision", null, "dec_1", "Another decision was taken from the same picture."],
    ["updatedAt", "a", "b", "Persona has changed something about it, such as a tag or a field."],
    ["weather", "sun", "rain", "Something changed: weather."],
  ])("%s: %s → %s", (what, seen, now, sentence) => {
    expect(differenceSentence({ what, seen, now })).toBe(sentence);
  });
});

it("a state that nobody has heard of is shown as itself", () => {
  expect(describeDecisionState("marinating")).toMatchObject({ label: "marinating", tone: "unknown" });
});
