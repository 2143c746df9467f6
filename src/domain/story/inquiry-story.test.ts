import { describe, expect, it } from "vitest";
import { tellInquiryStory } from "@/domain/story/inquiry-story";
import { storyDays } from "@/domain/story/story-days";
import { at, event, find, hours, id, ses, told, ver } from "@/domain/story/story.fixture";
import type { StoryInput } from "@/domain/story/story-types";

const goodRun: StoryInput = {
  inquiry: {
    id,
    status: "approved",
    createdAt: at(0),
    startedAt: at(5),
    completedAt: at(9),
    decisionedAt: at(10),
    links: { reviewer: { type: "workflow-run", id: "wfr_1" } },
  },
  events: [
    event("inquiry.approved", 10),
    event("inquiry.completed", 9),
    event("verification.passed", 8, ver("ver_1")),
    event("verification.submitted", 7, ver("ver_1")),
    event("inquiry.started", 5),
    event("verification.created", 5, ver("ver_1")),
    event("inquiry-session.started", 3, ses("iqse_1")),
    event("inquiry.created", 0),
  ],
  sessions: [{ id: "iqse_1", status: "active", createdAt: at(3), startedAt: at(3) }],
  verifications: [
    { id: "ver_1", type: "verification/government-id", status: "passed", createdAt: at(5), submittedAt: at(7), completedAt: at(8) },
  ],
};

describe("a good run", () => {
  it("is told once, oldest first, whatever order the events came in and although timestamps tell it too", () => {
    expect(told(goodRun)).toEqual([
      "The inquiry was created.",
      "The user opened the inquiry.",
      "Government ID: the user began.",
      "The user started: the inquiry is pending.",
      "Government ID: submitted.",
      "Government ID: passed.",
      "The user finished the flow.",
      "Approved.",
    ]);
  });

  it("names who did it, from the reviewer where there is one, and never guesses", () => {
    expect(find(goodRun, "Approved").actor).toBe("workflow");
    expect(find(goodRun, "created").actor).toBe("not recorded");
    expect(find(goodRun, "opened").actor).toBe("user");
    expect(find(goodRun, "passed").actor).toBe("persona");
    const byHand = { ...goodRun, inquiry: { ...goodRun.inquiry, links: { reviewer: { type: "user", id: "user_1" } } } };
    expect(find(byHand, "Approved").actor).toBe("reviewer");
    expect(find({ ...goodRun, inquiry: { ...goodRun.inquiry, links: {} } }, "Approved").actor).toBe("not recorded");
  });

  it("opens each sentence to its raw events and objects", () => {
    const passed = find(goodRun, "passed");
    expect(passed.refs).toEqual([ver("ver_1")]);
    expect(passed.eventIds).toHaveLength(1);
    expect(passed.source).toBe("event");
  });

  it("without any event tells the same from timestamps, and says so", () => {
    const story = tellInquiryStory({ ...goodRun, events: [] });
    expect(story.entries.map(({ sentence }) => sentence)).toEqual(told(goodRun));
    expect(new Set(story.entries.map(({ source }) => source))).toEqual(new Set(["timestamp"]));
    expect(story.notes[0]).toContain("limited time");
    expect(tellInquiryStory({ ...goodRun, events: null }).notes[0]).toContain("could not be read");
    expect(tellInquiryStory(goodRun).notes).toEqual([]);
  });

  it("counts an event that was delivered twice once", () => {
    expect(told({ ...goodRun, events: [...(goodRun.events ?? []), ...(goodRun.events ?? [])] })).toEqual(told(goodRun));
  });
});

describe("attempts", () => {
  it("are numbered where there are several of a kind", () => {
    const verifications = ["ver_1", "ver_2"].map((verId, index) => ({
      id: verId,
      type: "verification/selfie",
      status: index === 0 ? "failed" : "passed",
      createdAt: at(index * 10),
      completedAt: at(index * 10 + 5),
    }));
    expect(told({ inquiry: { id }, events: [], verifications })).toEqual([
      "Selfie, attempt 1: the user began.",
      "Selfie, attempt 1: failed.",
      "Selfie, attempt 2: the user began.",
      "Selfie, attempt 2: passed.",
    ]);
  });

  it("that failed by their event are not told a second time by their timestamp", () => {
    const input: StoryInput = {
      inquiry: { id },
      events: [event("verification.failed", 5, ver("ver_1"))],
      verifications: [{ id: "ver_1", type: "verification/government-id", status: "failed", completedAt: at(5) }],
    };
    expect(told(input)).toEqual(["Government ID: failed."]);
  });
});

describe("folding", () => {
  const step = (minutes: number, from: string, to: string) =>
    event("inquiry.transitioned", minutes, { type: "inquiry", id, attributes: { previousStepName: from, nextStepName: to } });

  it("makes one entry of steps in a row, and keeps all their events", () => {
    const [entry, ...rest] = tellInquiryStory({
      inquiry: { id },
      events: [step(1, "start", "country"), step(2, "country", "verification_government_id")],
    }).entries;
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({ minor: true, sentence: "2 steps. Step: Country, then Verification government ID." });
    expect(entry?.eventIds).toHaveLength(2);
  });

  it("makes one entry of the sessions an expiry ends", () => {
    const events = ["iqse_1", "iqse_2", "iqse_3"].map((sesId) => event("inquiry-session.expired", 60, ses(sesId)));
    expect(told({ inquiry: { id }, events })).toEqual(["3 sessions expired."]);
  });

  it("makes one entry of openings close to each other, and names the devices", () => {
    const session = (sesId: string, minutes: number, deviceName: string) => ({
      id: sesId,
      deviceName,
      createdAt: at(minutes),
      startedAt: at(minutes),
    });
    const sessions = [
      session("iqse_1", 0, "Phone"),
      session("iqse_2", 20, "Laptop"),
      session("iqse_3", 40, "Phone"),
      session("iqse_4", 300, "Phone"),
    ];
    const { entries } = tellInquiryStory({ inquiry: { id }, events: [], sessions });
    expect(entries.map(({ sentence, note, refs }) => [sentence, note, refs.length])).toEqual([
      ["The user opened the inquiry 3 times.", "On Phone. On Laptop.", 3],
      ["The user opened the inquiry.", "On Phone.", 1],
    ]);
  });

  describe("an opening that looks like a program's", () => {
    const usual = { id: "iqse_1", countryCode: "GB", deviceName: "iPhone", createdAt: at(0), startedAt: at(0) };
    const scanned = { id: "iqse_2", countryCode: "US", deviceName: "Server", createdAt: at(60), startedAt: at(60.4) };
    const storyOf = (more: Partial<StoryInput>) =>
      tellInquiryStory({ inquiry: { id }, events: [], sessions: [usual, scanned], verifications: [], ...more }).entries.map((entry) => [
        entry.actor,
        entry.sentence,
        entry.note,
      ]);
    const byUser = ["user", "The user opened the inquiry.", "On iPhone."];
    const byScanner = ["not recorded", "The inquiry was opened, perhaps by a mail scanner.", "On Server."];

    it("is not told as the user's doing, by its event or by its timestamp", () => {
      expect(storyOf({})).toEqual([byUser, byScanner]);
      expect(storyOf({ events: [event("inquiry-session.started", 60.4, ses("iqse_2"))] })).toEqual([byUser, byScanner]);
    });

    it("is not put together with the user's own a little later", () => {
      const later = { ...usual, id: "iqse_3", createdAt: at(70), startedAt: at(70) };
      const verifications = [{ id: "ver_1", type: "verification/government-id", status: "initiated", createdAt: at(71) }];
      expect(storyOf({ sessions: [usual, scanned, later], verifications }).slice(0, 3)).toEqual([byUser, byScanner, byUser]);
    });

    it("is the user's where a verification followed, or where nobody knows whether one did", () => {
      const verifications = [{ id: "ver_1", type: "verification/government-id", status: "initiated", createdAt: at(61) }];
      const user = ["user", "The user opened the inquiry.", "On Server."];
      expect(storyOf({ verifications })[1]).toEqual(user);
      expect(storyOf({ verifications: null })[1]).toEqual(user);
    });
  });

  it("does not fold over what happened in between", () => {
    const events = [step(1, "a", "b"), event("verification.failed", 2, ver("ver_1")), step(3, "b", "c")];
    expect(told({ inquiry: { id }, events })).toHaveLength(3);
  });
});

describe("other happenings", () => {
  it.each([
    ["Watchlist report: found a match.", "report", event("report/watchlist.matched", 1, { type: "report/watchlist", id: "rep_1" })],
    ["Picture of the ID: processed.", "capture", event("document.processed", 1, { type: "document/government-id", id: "doc_1" })],
    ["The user left the flow.", "session", event("inquiry-session.canceled", 1, ses("iqse_1"))],
    ["Tags added vip.", "tags", event("inquiry.updated-tags", 1, undefined, { addedTags: ["vip"], removedTags: [] })],
    ["Tags removed a and b.", "tags", event("inquiry.updated-tags", 1, undefined, { "added-tags": [], "removed-tags": ["a", "b"] })],
    ["A workflow stopped with an error.", "workflow", event("workflow-run.errored", 1, { type: "workflow-run", id: "wfr_1" })],
    ["inquiry.teleported.", "other", event("inquiry.teleported", 1)],
    ["badname.", "other", event("bad\u202Ename", 1)],
  ])("%s (%s)", (sentence, kind, happening) => {
    expect(tellInquiryStory({ inquiry: { id }, events: [happening] }).entries).toMatchObject([{ sentence, kind }]);
  });

  it.each([
    [true, "It has a match."],
    [false, "No match."],
    [null, null],
  ])("a ready report tells its match (%s), which is not its status", (hasMatch, note) => {
    const reports = [{ id: "rep_1", type: "report/watchlist", status: "ready", completedAt: at(5), hasMatch }];
    expect(find({ inquiry: { id }, events: [], reports }, "ready").note).toBe(note);
  });

  it("a failed attempt says on what", () => {
    const checks = [{ name: "id_mrz_detection", status: "failed", requirement: "required", reasons: [], metadata: {} }];
    const verifications = [{ id: "ver_1", type: "verification/government-id", status: "failed", completedAt: at(5), checks }];
    expect(find({ inquiry: { id }, events: [], verifications }, "failed").note).toBe(
      "Failed: the machine-readable lines could not be read.",
    );
  });

  it("a session made and not opened is told, with what makes one", () => {
    const input: StoryInput = {
      inquiry: { id, status: "pending" },
      events: [],
      sessions: [{ id: "iqse_1", status: "new", createdAt: at(5) }],
    };
    expect(find(input, "A session was made").note).toContain("one-time link");
  });

  it.each([
    ["from its event", true],
    ["from its timestamp", false],
  ])("the comment stands with the decision it belongs to, told %s", (_, kept) => {
    const inquiry = { id, status: "approved", decisionedAt: at(90), reviewerComment: "Papers checked" };
    const events = kept ? [event("inquiry.declined", 30), event("inquiry.approved", 90)] : [];
    expect(tellInquiryStory({ inquiry, events }).entries.map(({ note }) => note)).toEqual([
      ...(kept ? [null] : []),
      "Comment: Papers checked",
    ]);
  });

  it("a decision and its reversal are both told; the timestamp repeats only the last", () => {
    const input: StoryInput = {
      inquiry: { id, status: "approved", decisionedAt: at(90) },
      events: [event("inquiry.declined", 30), event("inquiry.approved", 90)],
    };
    expect(told(input)).toEqual(["Declined.", "Approved."]);
  });

  it("events that do not go back to the beginning are noted, and so are those without a time", () => {
    const { notes } = tellInquiryStory({
      inquiry: { id, createdAt: at(0) },
      events: [event("inquiry.completed", hours(1000)), { id: "evt_x", name: "inquiry.failed" }],
    });
    expect(notes).toEqual([
      "The events do not go back to the beginning: what came before is told from timestamps.",
      "1 event has no time and can't be placed.",
    ]);
  });
});

describe("days and gaps", () => {
  it("stand in the reader's zone, with the gap since what came before, across midnight too", () => {
    const input: StoryInput = {
      inquiry: { id, status: "approved", createdAt: at(0), decisionedAt: at(hours(41)) },
      events: [],
      sessions: [{ id: "iqse_1", startedAt: at(30), createdAt: at(30) }],
    };
    const days = storyDays(tellInquiryStory(input).entries, "Asia/Tokyo");
    expect(days.map(({ heading, items }) => [heading, items.map(({ gap }) => gap)])).toEqual([
      ["Monday, 2 March 2026", [null, null]],
      ["Wednesday, 4 March 2026", ["40 h later"]],
    ]);
  });
});
