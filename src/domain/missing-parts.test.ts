import { describe, expect, it } from "vitest";
import { missingParts, missingSentence } from "@/domain/missing-parts";

const named = (type: string, ...ids: readonly string[]) => ids.map((id) => ({ type, id }));
const inquiry = {
  links: {
    verifications: named("verification/selfie", "ver_1", "ver_2"),
    reports: named("report/watchlist", "rep_1"),
    sessions: named("inquiry-session", "iqse_1"),
    documents: named("document/government-id", "doc_1"),
    selfies: named("selfie/center", "self_1"),
  },
};
const none = { verifications: 0, reports: 0, sessions: 0, documents: 0, selfies: 0 };
const nothing = { verifications: [], reports: [], sessions: [], documents: [], selfies: [] };

describe("what an inquiry names and Persona's answer did not bring", () => {
  it("is counted by kind, what came left out", () => {
    expect(
      missingParts(inquiry, { ...nothing, verifications: [{ id: "ver_2" }, { id: "ver_other" }], reports: [{ id: "rep_1" }] }),
    ).toEqual({
      verifications: 1,
      reports: 0,
      sessions: 1,
      documents: 1,
      selfies: 1,
    });
  });

  it("is nothing of what was not asked for, or is not named", () => {
    expect(missingParts(inquiry, {})).toEqual(none);
    expect(missingParts({ links: {} }, nothing)).toEqual(none);
  });

  it("is nothing once it was redacted: that is gone for good", () => {
    expect(missingParts({ ...inquiry, redactedAt: "2026-03-02T09:00:00.000Z" }, nothing)).toEqual(none);
  });

  it("is said, each kind by its number, and not said where nothing is missing", () => {
    const rest = "of it did not come with Persona's answer: what is said here is said without. Refresh to ask again.";
    expect(missingSentence(none)).toBeNull();
    expect(missingSentence({ ...none, reports: 1 })).toBe(`1 report ${rest}`);
    expect(missingSentence({ verifications: 2, reports: 0, sessions: 1, documents: 3, selfies: 1 })).toBe(
      `2 verifications, 1 session, 3 documents and 1 selfie ${rest}`,
    );
  });
});
