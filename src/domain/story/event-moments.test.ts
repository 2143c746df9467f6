import { describe, expect, it } from "vitest";
import { tellInquiryStory } from "@/domain/story/inquiry-story";
import { at, event, find, id, told, ver } from "@/domain/story/story.fixture";

describe("events and timestamps of one happening", () => {
  it("are told once where they lie within ten minutes, for what can happen twice", () => {
    const expired = (minutes: number) =>
      told({ inquiry: { id, status: "expired", expiredAt: at(minutes) }, events: [event("inquiry.expired", 60)] }).filter((sentence) =>
        sentence.includes("expired"),
      );
    expect(expired(70)).toHaveLength(1);
    expect(expired(71)).toHaveLength(2);
  });

  it("are two where the objects are two", () => {
    const events = [event("verification.passed", 5, ver("ver_1"))];
    const verifications = [{ id: "ver_2", type: "verification/selfie", status: "passed", completedAt: at(5) }];
    expect(told({ inquiry: { id }, events, verifications })).toHaveLength(2);
  });

  it("that name no object are of the inquiry itself, or of none", () => {
    const { entries } = tellInquiryStory({
      inquiry: { id, status: "completed", completedAt: at(5) },
      events: [
        { id: "evt_a", name: "inquiry.completed", createdAt: at(5) },
        { id: "evt_b", name: "workflow-run.created", createdAt: at(6) },
      ],
    });
    expect(entries.map(({ sentence, refs }) => [sentence, refs])).toEqual([
      ["The user finished the flow.", []],
      ["A workflow ran.", [{ type: "workflow-run", id: "" }]],
    ]);
  });

  it("without a name or an ID are told as what they are", () => {
    const [entry] = tellInquiryStory({ inquiry: { id }, events: [{ createdAt: at(5) }] }).entries;
    expect(entry).toMatchObject({
      sentence: "An event without a name.",
      actor: "not recorded",
      tone: "unknown",
      eventIds: [],
      minor: false,
    });
  });

  it.each([
    ["Document: processed.", "document.processed", "document/utility-bill"],
    ["Selfie picture: data read from it.", "selfie.extracted", "selfie/center"],
    ["Watchlist report: ready.", "report/watchlist.ready", "report/watchlist"],
    ["Government ID: skipped.", "verification.skipped", "verification/government-id"],
    ["Sheet: ready.", "report/x.ready", "sheet"],
  ])("are named by the type of their object: %s", (sentence, name, type) => {
    expect(told({ inquiry: { id }, events: [event(name, 1, { type, id: "x" })] })).toEqual([sentence]);
  });

  it("name both tags that came and tags that went, whoever they are of", () => {
    const tags = (context: object, name = "inquiry.updated-tags") =>
      told({ inquiry: { id }, events: [event(name, 1, undefined, context)] });
    expect(tags({ added_tags: ["a"], removed_tags: ["b"] })).toEqual(["Tags added a; removed b."]);
    expect(tags({ addedTags: ["a", "b"] }, "verification.updated-tags")).toEqual(["Tags added a and b."]);
    expect(tags({})).toEqual(["The tags changed."]);
  });

  it("of a first step tell where it led", () => {
    const step = (attributes: object) =>
      told({ inquiry: { id }, events: [event("inquiry.transitioned", 1, { type: "inquiry", id, attributes })] });
    expect(step({ "next-step-name": "selfie" })).toEqual(["Step: Selfie."]);
    expect(step({ "previous-step-name": "start" })).toEqual(["The user moved on a step."]);
  });
});

describe("a decision in its event", () => {
  const decided = (reviewer: object | undefined, more: object = {}) =>
    find(
      {
        inquiry: {
          id,
          status: "declined",
          decisionedAt: at(90),
          reviewerComment: "Forged",
          links: { reviewer: { type: "user", id: "u" } },
          ...more,
        },
        events: [event("inquiry.declined", 90, { type: "inquiry", id, relationships: { reviewer } })],
      },
      "Declined",
    );

  it("is of whom its own snapshot names, before whom the inquiry names now", () => {
    expect(decided({ data: { type: "workflow-run", id: "wfr_1" } })).toMatchObject({ actor: "workflow", note: "Comment: Forged" });
    expect(decided({ data: { type: "robot", id: "r" } }).actor).toBe("not recorded");
    expect(decided(undefined).actor).toBe("reviewer");
  });

  it("is not of the present reviewer, nor has the present comment, where it is another decision", () => {
    expect(decided(undefined, { decisionedAt: at(95) })).toMatchObject({ actor: "not recorded", note: null });
    expect(decided(undefined, { decisionedAt: null })).toMatchObject({ actor: "not recorded", note: null });
    expect(decided(undefined, { decisionedAt: at(91) })).toMatchObject({ actor: "reviewer", note: "Comment: Forged" });
  });
});
