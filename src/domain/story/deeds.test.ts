import { describe, expect, it } from "vitest";
import { decisionComment } from "@/domain/decision-comment";
import { deedsOfDashboard, deedsOfDecisions, deedsOfInquiry, deedsOfLog } from "@/domain/story/deeds";
import { happenings } from "@/domain/story/story-words";
import { tellInquiryStory } from "@/domain/story/inquiry-story";
import { at, event, find, id, told, ver } from "@/domain/story/story.fixture";
import type { StoryInput } from "@/domain/story/story-types";

const inquiry = { id, type: "inquiry", status: "needs_review", createdAt: at(0) };
const entry = (action: string, minutes: number, name = "Théo Marchetti", outcome = "done") => ({
  action,
  outcome,
  createdAt: at(minutes),
  actor: { name },
});
const click = (path: string, minutes: number, name: string, more: object = {}) => ({
  method: "POST",
  path,
  createdAt: at(minutes),
  inquiryId: id,
  user: { name, emailAddress: "t@example.com" },
  ...more,
});

describe("who did it", () => {
  const marked = { inquiry, events: [event("inquiry.marked-for-review", 10)] };

  it("is told by the desk's own log", () => {
    const deeds = deedsOfLog([entry("mark-an-inquiry-for-review", 11)]);
    expect(find({ ...marked, deeds }, "Marked")).toMatchObject({ who: "Théo Marchetti", actor: "reviewer" });
  });

  it("is told by a decision of the desk once Persona has confirmed it, to everybody", () => {
    const decision = { action: "markForReview" as const, changedAt: at(11), by: { name: "Maya Lindqvist" } };
    expect(find({ ...marked, deeds: deedsOfDecisions([{ ...decision, state: "confirmed" }]) }, "Marked").who).toBe("Maya Lindqvist");
    expect(find({ ...marked, deeds: deedsOfDecisions([{ ...decision, state: "taken-back" }]) }, "Marked").who).toBeNull();
  });

  it("is told by Persona's log of its dashboard, of this inquiry alone", () => {
    const path = `/dashboard/inquiries/${id}/mark-for-review`;
    const requests = [click(path, 10, "Somebody Else", { inquiryId: "inq_2" }), click(path, 10, "Inés Valverde")];
    expect(find({ ...marked, deeds: deedsOfDashboard(requests, id) }, "Marked").who).toBe("Inés Valverde");
    const seen = deedsOfDashboard([click(path, 10, "Inés Valverde", { method: "GET" })], id);
    expect(find({ ...marked, deeds: seen }, "Marked").who).toBeNull();
  });

  it.each([
    ["another deed", [entry("approve-an-inquiry", 10)]],
    ["one long after", [entry("mark-an-inquiry-for-review", 20)]],
    ["one that was refused", [entry("mark-an-inquiry-for-review", 10, "X", "refused")]],
    ["two people at once", [entry("mark-an-inquiry-for-review", 11, "A"), entry("mark-an-inquiry-for-review", 9, "B")]],
  ])("is not guessed from %s", (_, entries) => {
    expect(find({ ...marked, deeds: deedsOfLog(entries) }, "Marked")).toMatchObject({ who: null, actor: "not recorded" });
  });

  it("is told by the signature of a decision where it is Persona's own user, and of its creation by the creator", () => {
    const decided = {
      ...inquiry,
      status: "approved",
      decisionedAt: at(10),
      creator: "ops@example.com",
      reviewerComment: decisionComment("Fine", { name: "Théo Marchetti", emailAddress: "t@example.com" }),
    };
    const deeds = deedsOfInquiry(decided, { nameFirst: "Théo", nameLast: "Marchetti", emailAddress: "T@example.com" });
    expect(find({ inquiry: decided, events: [], deeds }, "Approved").who).toBe("Théo Marchetti");
    expect(find({ inquiry: decided, events: [], deeds }, "created").who).toBe("ops@example.com");
    const byKey = deedsOfInquiry({ ...decided, creator: "API" });
    expect(find({ inquiry: decided, events: [], deeds: byKey }, "created")).toMatchObject({ who: "API", actor: "api" });
    const unsigned = deedsOfInquiry({ ...decided, reviewerComment: null }, { nameFirst: "Inés", nameLast: "Valverde" });
    expect(find({ inquiry: decided, events: [], deeds: unsigned }, "Approved").who).toBe("Inés Valverde");
  });

  it("is told as signed where anybody may have typed the signature, until the desk's own log tells", () => {
    const decided = {
      ...inquiry,
      status: "approved",
      decisionedAt: at(10),
      reviewerComment: decisionComment("Fine", { name: "Théo Marchetti", emailAddress: "t@example.com" }),
    };
    const who = (of: typeof decided & { links?: object }, reviewer?: object, entries: Parameters<typeof deedsOfLog>[0] = []) =>
      find({ inquiry: of, events: [], deeds: [...deedsOfInquiry(of, reviewer), ...deedsOfLog(entries)] }, "Approved").who;
    expect(who(decided)).toBe("Théo Marchetti (as signed)");
    const other = { nameFirst: "Inés", nameLast: "Valverde", emailAddress: "i@example.com" };
    expect(who(decided, other)).toBe("Théo Marchetti (as signed; Persona names Inés Valverde)");
    expect(who(decided, other, [entry("approve-an-inquiry", 11, "Théo Marchetti")])).toBe("Théo Marchetti");
    expect(who(decided, other, [entry("approve-an-inquiry", 11, "Eve")])).toBe("Eve");
    expect(who({ ...decided, links: { reviewer: { type: "workflow-run", id: "wfr_1" } } })).toBeNull();
  });

  it("ends what was not known of an expiry, and takes nothing from the user", () => {
    const expired = { ...inquiry, status: "expired", startedAt: at(1), expiredAt: at(10) };
    const deeds = deedsOfLog([entry("expire-an-inquiry", 10)]);
    expect(find({ inquiry: expired, events: [], deeds }, "expired")).toMatchObject({
      who: "Théo Marchetti",
      actor: "reviewer",
      note: null,
    });
    const theirs = [{ at: Date.parse(at(1)), by: "Théo Marchetti", happening: "inquiry.started" }];
    expect(find({ inquiry: expired, events: [], deeds: theirs }, "started").who).toBeNull();
  });
});

describe("a short telling", () => {
  const short = (input: Parameters<typeof tellInquiryStory>[0]) =>
    tellInquiryStory(input)
      .entries.filter(({ minor }) => !minor)
      .map(({ sentence }) => sentence);

  it("tells a verification by how it ended, and one that has not ended by what was done", () => {
    const steps = (name: string, minutes: number) => [
      event("verification.created", minutes, ver(name)),
      event("verification.submitted", minutes + 1, ver(name)),
    ];
    const events = [...steps("ver_1", 1), event("verification.passed", 3, ver("ver_1")), ...steps("ver_2", 20)];
    expect(short({ inquiry, events })).toEqual([
      "The inquiry was created.",
      "Government ID: passed.",
      "Government ID: the user began.",
      "Government ID: submitted.",
    ]);
  });

  it("tells reports that came together in one sentence, with their matches", () => {
    const report = (reportId: string, kind: string, hasMatch: boolean) => ({
      id: reportId,
      type: `report/${kind}`,
      status: "ready",
      completedAt: at(6),
      hasMatch,
    });
    const reports = [report("rep_1", "watchlist", true), report("rep_2", "adverse-media", false), report("rep_3", "profile", true)];
    expect(short({ inquiry, events: [], reports })).toContain("3 reports ready, 2 with a match.");
    expect(short({ inquiry, events: [], reports: reports.slice(1, 2) })).toContain("Adverse media report: ready.");
  });
});

it("has words for every event that Persona documents beside the inquiry's own", () => {
  const named = [
    "inquiry.reusable-persona-created inquiry.reusable-persona-used account.created account.archived account.restored account.redacted",
    "account.status-updated account.updated-fields account.tag-added account.tag-removed account.updated-tags account.consolidated",
    "account.consolidated-with account.added-relation account.removed-relation case.created case.assigned case.status-updated case.resolved",
    "case.reopened case.queue-updated case.updated-fields case.updated-tags case.sla-expired case.redacted case.exported",
    "workflow-run.created workflow-run.errored workflow-run.resumed",
  ].flatMap((names) => names.split(" "));
  expect(named.filter((name) => !happenings.has(name))).toEqual([]);
  for (const sentence of told({ inquiry, events: named.map((name, index) => event(name, index, { type: "x", id: "y" })) })) {
    expect(sentence).not.toMatch(/[a-z]\.[a-z]/);
  }
});

describe("who did it, by two logs", () => {
  const marked: StoryInput = { inquiry: { id }, events: [event("inquiry.marked-for-review", 10)] };
  const by = (name: string, minutes: number) => ({ at: Date.parse(at(minutes)), by: name, happening: "inquiry.marked-for-review" });
  const who = (...deeds: ReturnType<typeof by>[]) => find({ ...marked, deeds }, "Marked").who;

  it("is whoever did it nearest, within two minutes", () => {
    expect(who(by("Far", 8.5), by("Near", 10.5))).toBe("Near");
    expect(who(by("Near", 10.5), by("Far", 8.5))).toBe("Near");
    expect(who(by("Edge", 12))).toBe("Edge");
    expect(who(by("Late", 12.1))).toBeNull();
  });

  it("is one person whom both name, and nobody where two are as near", () => {
    expect(who(by("Maya", 9), by("Maya", 11))).toBe("Maya");
    expect(who(by("Maya", 9), by("Noah", 11))).toBeNull();
  });

  it("leaves a workflow's doing a workflow's, with whose name it ran under", () => {
    const inquiry = { id, status: "approved", decisionedAt: at(10), links: { reviewer: { type: "workflow-run", id: "wfr_1" } } };
    const deeds = [{ at: Date.parse(at(10)), by: "Maya", happening: "inquiry.approved" }];
    expect(find({ inquiry, events: [], deeds }, "Approved")).toMatchObject({ actor: "workflow", who: "Maya" });
  });
});
