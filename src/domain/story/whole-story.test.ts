import { describe, expect, it } from "vitest";
import { tellInquiryStory } from "@/domain/story/inquiry-story";
import { at, event, id, ses, told } from "@/domain/story/story.fixture";
import type { StoryInput } from "@/domain/story/story-types";

const lines = (input: StoryInput) =>
  tellInquiryStory(input).entries.map(({ actor, sentence, note, refs }) =>
    [`${actor}: ${sentence}`, ...(note === null ? [] : [note]), ...refs.map((ref) => `(${ref.type} ${ref.id})`)].join(" "),
  );

describe("what the timestamps tell of all that belongs to an inquiry", () => {
  const input: StoryInput = {
    inquiry: {
      id,
      status: "declined",
      creator: "ops@example.com",
      createdAt: at(0),
      startedAt: at(3),
      failedAt: at(20),
      expiredAt: at(30),
      markedForReviewAt: at(40),
      decisionedAt: at(50),
      redactedAt: at(60),
      reviewerComment: "Forged",
      links: { reviewer: { type: "user", id: "user_1" } },
    },
    events: [],
    sessions: [
      { id: "iqse_1", createdAt: at(1), startedAt: at(2), expiredAt: at(30), deviceName: "Phone" },
      { id: "iqse_2", createdAt: at(5), startedAt: at(9), deviceHandoffMethod: "sms", deviceName: "Laptop" },
    ],
    verifications: [
      { id: "ver_1", type: "verification/selfie", status: "requires_retry", createdAt: at(10), submittedAt: at(11), completedAt: at(12) },
    ],
    documents: [{ id: "doc_1", type: "document/government-id", status: "processed", createdAt: at(13), processedAt: at(14) }],
    selfies: [{ id: "self_1", type: "selfie/center", status: "errored", createdAt: at(15), processedAt: at(16) }],
    reports: [
      { id: "rep_1", type: "report/watchlist", status: "errored", createdAt: at(17), completedAt: at(18) },
      { id: "rep_2", type: "report/adverse-media", status: "ready", createdAt: at(18.5), completedAt: at(19), hasMatch: false },
    ],
  };

  it("is who did what to which object, and what is not known of it", () => {
    expect(lines(input)).toEqual([
      "not recorded: The inquiry was created. Persona names ops@example.com as its creator.",
      "user: The user opened the inquiry. On Phone. (inquiry-session iqse_1)",
      "user: The user started: the inquiry is pending.",
      "user: The user asked to go on at another device. (inquiry-session iqse_2)",
      "user: The user opened the inquiry. On Laptop. (inquiry-session iqse_2)",
      "user: Selfie: the user began. (verification/selfie ver_1)",
      "user: Selfie: submitted. (verification/selfie ver_1)",
      "persona: Selfie: could not be processed, the user has to try again. (verification/selfie ver_1)",
      "user: Picture of the ID: begun. (document/government-id doc_1)",
      "persona: Picture of the ID: processed. (document/government-id doc_1)",
      "user: Selfie picture: begun. (selfie/center self_1)",
      "persona: Selfie picture: could not be processed. (selfie/center self_1)",
      "persona: Watchlist report: started. (report/watchlist rep_1)",
      "persona: Watchlist report: could not run. (report/watchlist rep_1)",
      "persona: Adverse media report: started. (report/adverse-media rep_2)",
      "persona: Adverse media report: ready. No match. (report/adverse-media rep_2)",
      "user: The user reached the failed screen.",
      "not recorded: The inquiry expired. Whether the timer ran out or somebody ended it is not recorded.",
      "not recorded: A session expired. (inquiry-session iqse_1)",
      "not recorded: Marked for review.",
      "reviewer: Declined. Comment: Forged",
      "not recorded: Redacted: the personal data was erased.",
    ]);
  });

  it("is of objects without a type what they were found as", () => {
    const bare: StoryInput = {
      inquiry: { id },
      events: [],
      sessions: [{ id: "iqse_1", createdAt: at(1) }],
      verifications: [{ id: "ver_1", createdAt: at(2) }],
      documents: [{ id: "doc_1", createdAt: at(3) }],
      reports: [{ id: "rep_1", createdAt: at(4) }],
    };
    expect(tellInquiryStory(bare).entries.map(({ refs }) => refs[0])).toEqual([
      { type: "inquiry-session", id: "iqse_1" },
      { type: "verification", id: "ver_1" },
      { type: "document", id: "doc_1" },
      { type: "report", id: "rep_1" },
    ]);
  });

  it("is no making of a session that was opened within the minute", () => {
    const of = (opened: number) =>
      told({ inquiry: { id }, events: [], sessions: [{ id: "iqse_1", createdAt: at(1), startedAt: at(opened) }] });
    expect(of(1.9)).toEqual(["The user opened the inquiry."]);
    expect(of(2.1)).toEqual(["A session was made for the user.", "The user opened the inquiry."]);
  });

  it("is no decision of an inquiry that nobody decided", () => {
    expect(told({ inquiry: { id, status: "needs_review", decisionedAt: at(5) }, events: [] })).toEqual([]);
  });
});

describe("what is folded together", () => {
  const expiry = (minutes: number, sessionId: string) => event("inquiry-session.expired", minutes, ses(sessionId));

  it("lies within ten minutes of its neighbour; the notes of three are told", () => {
    expect(told({ inquiry: { id }, events: [expiry(0, "a"), expiry(10, "b"), expiry(20.5, "c")] })).toEqual([
      "2 sessions expired.",
      "A session expired.",
    ]);
    const sessions = ["A", "B", "C", "D"].map((deviceName, index) => ({
      id: deviceName,
      deviceName,
      createdAt: at(index),
      startedAt: at(index),
    }));
    const [entry] = tellInquiryStory({ inquiry: { id }, events: [], sessions }).entries;
    expect([entry?.note, entry?.refs.map((ref) => ref.id)]).toEqual(["On A. On B. On C.", ["A", "B", "C", "D"]]);
  });

  it("reports without a match are only counted", () => {
    const reports = ["rep_1", "rep_2"].map((name) => ({ id: name, type: "report/watchlist", status: "ready", completedAt: at(6) }));
    const { entries } = tellInquiryStory({ inquiry: { id }, events: [], reports });
    expect(entries.map(({ sentence, note }) => [sentence, note])).toEqual([["2 reports ready.", null]]);
  });

  it("a short telling leaves out that it was started once it was opened, and only then", () => {
    const minor = (sessions: StoryInput["sessions"]) =>
      tellInquiryStory({ inquiry: { id, createdAt: at(0), startedAt: at(5) }, events: [], sessions })
        .entries.filter((entry) => entry.minor)
        .map(({ sentence }) => sentence);
    expect(minor([{ id: "iqse_1", createdAt: at(1), startedAt: at(1) }])).toEqual(["The user started: the inquiry is pending."]);
    expect(minor([{ id: "iqse_1", createdAt: at(1) }])).toEqual([]);
  });
});

describe("what a story can't tell", () => {
  const notes = (input: Partial<StoryInput>) => tellInquiryStory({ inquiry: { id, createdAt: at(0) }, events: [], ...input }).notes;

  it("is said: events that were left for later, that begin too late, that have no time", () => {
    expect(notes({ events: null, areEventsLeft: true })).toEqual([
      "Persona is busy and the events are left for later, so this is told from timestamps alone: steps, tags and earlier expiries are missing.",
    ]);
    expect(notes({ events: [event("inquiry.completed", 5)] })).toEqual([
      "The events do not go back to the beginning: what came before is told from timestamps.",
    ]);
    const timeless = ["inquiry.failed", "inquiry.expired"].map((name) => ({ id: name, name }));
    expect(notes({ events: [...timeless, event("inquiry.created", 0)] })).toEqual(["2 events have no time and can't be placed."]);
  });

  it("is nothing where they go back to the beginning, or where nobody knows when that was", () => {
    expect(notes({ events: [event("inquiry.started", 5), event("inquiry.created", 2)] })).toEqual([]);
    expect(notes({ events: [event("inquiry.started", 1)] })).toEqual([]);
    expect(notes({ inquiry: { id }, events: [event("inquiry.completed", 5)] })).toEqual([]);
  });
});
