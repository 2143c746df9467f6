import { describe, expect, it } from "vitest";
import type { EventFacts } from "@/domain/facts";
import { tellInquiryStory } from "@/domain/story/inquiry-story";
import { storyDays } from "@/domain/story/story-days";
import type { StoryEntry, StoryInput } from "@/domain/story/story-types";

const start = Date.parse("2026-03-02T09:00:00.000Z");
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const hours = (n: number) => n * 60;
const id = "inq_1";
let serial = 0;
const event = (name: string, minutes: number, data: object = { type: "inquiry", id }, context?: object): EventFacts => {
  serial += 1;
  return { id: `evt_${serial}`, name, createdAt: at(minutes), payload: { data }, context };
};
const ver = (verId: string, kind = "government-id") => ({ type: `verification/${kind}`, id: verId });
const ses = (sesId: string) => ({ type: "inquiry-session", id: sesId });
const told = (input: StoryInput) => tellInquiryStory(input).entries.map((entry) => entry.sentence);
const find = (input: StoryInput, text: string): StoryEntry => {
  const entry = tellInquiryStory(input).entries.find(({ sentence }) => sentence.includes(text));
  if (!entry) throw new Error(`no entry says “${text}”: ${told(input).join(" | ")}`);
  return entry;
};

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
      "The user reached the end: completed.",
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

describe("a resume leaves no event", () => {
  const lapsed = [event("inquiry.created", 0), event("inquiry.expired", hours(24))];

  it("and is inferred from the session made after an expiry", () => {
    const input: StoryInput = {
      inquiry: { id, status: "pending", createdAt: at(0), updatedAt: at(hours(66)), links: {} },
      events: lapsed,
      sessions: [{ id: "iqse_2", status: "new", createdAt: at(hours(65)) }],
    };
    const resume = find(input, "resumed");
    expect(resume).toMatchObject({ source: "inferred", actor: "not recorded", at: start + hours(65) * 60_000, eventIds: [] });
    expect(resume.note).toContain("no event for a resume");
    expect(told(input)).toEqual(["The inquiry was created.", "The inquiry expired.", "The inquiry was resumed: it is pending again."]);
  });

  it("and is inferred from the status alone", () => {
    expect(find({ inquiry: { id, status: "pending", updatedAt: at(hours(30)) }, events: lapsed }, "resumed").at).toBe(
      start + hours(30) * 60_000,
    );
  });

  it("and is inferred between two expiries", () => {
    const sentences = told({ inquiry: { id, status: "expired" }, events: [...lapsed, event("inquiry.expired", hours(72))] });
    expect(sentences.filter((sentence) => sentence.includes("resumed"))).toHaveLength(1);
  });

  it.each(["expired", "approved", "declined", "needs_review"])(
    "and is not inferred when it is %s: an expired inquiry can become that as it is",
    (status) => {
      const decision =
        status === "expired" ? [] : [event(`inquiry.${status === "needs_review" ? "marked-for-review" : status}`, hours(30))];
      expect(told({ inquiry: { id, status, updatedAt: at(hours(30)) }, events: [...lapsed, ...decision] }).join(" ")).not.toContain(
        "resumed",
      );
    },
  );
});

describe("who expired it", () => {
  const snapshot = (expiresAt: string) => ({ type: "inquiry", id, attributes: { "expires-at": expiresAt } });

  it("the clock, when an earlier snapshot shows that its window was over", () => {
    const input: StoryInput = {
      inquiry: { id, status: "expired" },
      events: [event("inquiry.created", 0, snapshot(at(60))), event("inquiry.expired", 60)],
    };
    expect(find(input, "expired")).toMatchObject({ actor: "clock", note: null });
  });

  it("somebody, when it had time left; which one is not recorded", () => {
    const input: StoryInput = {
      inquiry: { id, status: "expired" },
      events: [event("inquiry.created", 0, snapshot(at(600))), event("inquiry.expired", 60)],
    };
    expect(find(input, "expired").actor).toBe("not recorded");
    expect(find(input, "expired").note).toContain("before its window ran out");
  });

  it("nobody knows, when there is no snapshot", () => {
    expect(find({ inquiry: { id, status: "expired", expiredAt: at(60) }, events: [] }, "expired")).toMatchObject({ actor: "not recorded" });
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

  it("does not fold over what happened in between", () => {
    const events = [step(1, "a", "b"), event("verification.failed", 2, ver("ver_1")), step(3, "b", "c")];
    expect(told({ inquiry: { id }, events })).toHaveLength(3);
  });
});

describe("other happenings", () => {
  it.each([
    [event("report/watchlist.matched", 1, { type: "report/watchlist", id: "rep_1" }), "Watchlist report: found a match.", "report"],
    [event("document.processed", 1, { type: "document/government-id", id: "doc_1" }), "Picture of the ID: processed.", "capture"],
    [event("inquiry-session.canceled", 1, ses("iqse_1")), "The user left the flow.", "session"],
    [event("inquiry.updated-tags", 1, undefined, { addedTags: ["vip"], removedTags: [] }), "Tags added vip.", "tags"],
    [event("inquiry.updated-tags", 1, undefined, { "added-tags": [], "removed-tags": ["a", "b"] }), "Tags removed a and b.", "tags"],
    [event("workflow-run.errored", 1, { type: "workflow-run", id: "wfr_1" }), "A workflow stopped with an error.", "workflow"],
    [event("inquiry.teleported", 1), "inquiry.teleported.", "other"],
    [event("bad\u202Ename", 1), "badname.", "other"],
  ])("%o", (happening, sentence, kind) => {
    expect(tellInquiryStory({ inquiry: { id }, events: [happening] }).entries).toMatchObject([{ sentence, kind }]);
  });

  it("a session made and not opened is told, with what makes one", () => {
    const input: StoryInput = {
      inquiry: { id, status: "pending" },
      events: [],
      sessions: [{ id: "iqse_1", status: "new", createdAt: at(5) }],
    };
    expect(find(input, "A session was made").note).toContain("one-time link");
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
