import { describe, expect, it } from "vitest";
import { tellInquiryStory } from "@/domain/story/inquiry-story";
import { at, event, find, hours, id, start, told, ver } from "@/domain/story/story.fixture";
import type { StoryInput } from "@/domain/story/story-types";

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

  it("also ended the sessions that ended with it", () => {
    const sessions = [{ id: "iqse_1", status: "expired", expiredAt: at(60) }];
    const input: StoryInput = {
      inquiry: { id, status: "expired" },
      sessions,
      events: [event("inquiry.created", 0, snapshot(at(600))), event("inquiry.expired", 60)],
    };
    expect(find(input, "session expired").actor).toBe("not recorded");
    expect(find({ inquiry: { id, status: "completed" }, events: [], sessions }, "session expired").actor).toBe("clock");
  });

  it("nobody knows, when there is no snapshot", () => {
    expect(find({ inquiry: { id, status: "expired", expiredAt: at(60) }, events: [] }, "expired")).toMatchObject({ actor: "not recorded" });
  });
});

describe("when it was resumed", () => {
  const lapsed = [event("inquiry.created", 0), event("inquiry.expired", hours(24))];
  const resumes = (input: StoryInput) =>
    tellInquiryStory(input).entries.flatMap(({ sentence, at: time, note }) =>
      sentence.includes("resumed") ? [[new Date(time).toISOString(), note]] : [],
    );

  it("lies before the first sign of life after an expiry, and before the next one", () => {
    const events = [
      ...lapsed,
      event("verification.submitted", hours(50), ver("ver_1")),
      event("inquiry.transitioned", hours(40)),
      event("inquiry.expired", hours(60)),
    ];
    expect(resumes({ inquiry: { id, status: "expired" }, events })).toEqual([
      [at(hours(40)), "Persona records no event for a resume. What followed shows that it was open again by then."],
    ]);
  });

  it("is between two expiries with nothing in between, and said to be at some time", () => {
    const events = [...lapsed, event("inquiry.expired", hours(60)), event("inquiry.completed", hours(70))];
    expect(resumes({ inquiry: { id, status: "completed" }, events })).toEqual([
      [at(hours(24)), "Persona records no event for a resume. It expired a second time, so it was resumed at some time in between."],
      [at(hours(70)), "Persona records no event for a resume. What followed shows that it was open again by then."],
    ]);
  });

  it("is at the last change where only the status tells it, and never before the expiry", () => {
    const note = "Persona records no event for a resume. Its status shows that it happened; the time is that of its last change.";
    for (const [updatedAt, time] of [
      [at(hours(30)), at(hours(30))],
      [at(hours(2)), at(hours(24))],
      [null, at(hours(24))],
    ]) {
      expect(resumes({ inquiry: { id, status: "failed", updatedAt }, events: lapsed })).toEqual([[time, note]]);
    }
  });

  it("is not seen in a session that was made before the expiry or at its second", () => {
    const sessions = [
      { id: "iqse_1", createdAt: at(hours(23)) },
      { id: "iqse_2", createdAt: at(hours(24)) },
    ];
    expect(resumes({ inquiry: { id, status: "expired" }, events: lapsed, sessions })).toEqual([]);
  });
});
