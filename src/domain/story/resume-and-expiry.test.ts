import { describe, expect, it } from "vitest";
import { at, event, find, hours, id, start, told } from "@/domain/story/story.fixture";
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
