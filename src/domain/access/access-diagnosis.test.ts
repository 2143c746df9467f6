import { describe, expect, it } from "vitest";
import {
  accessCases,
  before,
  created,
  expired,
  id,
  links,
  now,
  other,
  pending,
  session,
  template,
} from "@/domain/access/access-cases.fixture";
import { accessCauses } from "@/domain/access/access-cause";
import { diagnoseAccess } from "@/domain/access/access-diagnosis";
import { wordsFor } from "@/domain/access/safe-to-say";
import { capability } from "@/domain/capability";

describe("one cause, from what the API can show", () => {
  it.each(accessCases)("%s → %s", (_, cause, certainty, action, input) => {
    const diagnosis = diagnoseAccess({ ...input, now });
    expect([diagnosis.cause, diagnosis.certainty, diagnosis.remedy.action]).toEqual([cause, certainty, action]);
  });

  it("every cause of the closed list has a case", () => {
    expect([...new Set(accessCases.map(([, cause]) => cause))].toSorted()).toEqual(accessCauses.toSorted());
  });

  it.each(accessCases)("%s: a remedy the desk offers is one the capability table allows", (_, __, ___, ____, { inquiry, ...rest }) => {
    const { remedy } = diagnoseAccess({ inquiry, ...rest, now });
    if (remedy.action !== "restoreAccess" && remedy.action !== "generateOneTimeLink") return;
    expect(capability(remedy.action, inquiry, { role: "support", permissions: ["inquiry.write"] }).allowed).toBe(true);
  });

  it.each(accessCases)("%s: sentences are whole, and something proves it", (_, __, ___, ____, input) => {
    const diagnosis = diagnoseAccess({ ...input, now });
    expect(diagnosis.proof.length).toBeGreaterThan(0);
    for (const text of [diagnosis.sentence, diagnosis.remedy.sentence, diagnosis.sayToUser, diagnosis.doNotSay, diagnosis.ticketNote]) {
      expect(text).toMatch(/^\S.+\.$/);
      expect(text).not.toMatch(/undefined|null|NaN|Infinity/);
    }
  });
});

describe("a session that was opened minutes ago", () => {
  it("may simply be in use", () => {
    expect(diagnoseAccess({ inquiry: pending, sessions: [session("active", 0.2)], now }).sentence).toContain("may be in it now");
    expect(diagnoseAccess({ inquiry: pending, sessions: [session("active", 2)], now }).sentence).not.toContain("may be in it now");
  });
});

describe("the price and the rejected remedy", () => {
  it("of what is approved asks for no decision any more", () => {
    const remedyOf = (status: string) => diagnoseAccess({ inquiry: { id: "inq_1", status }, now: Date.UTC(2026, 2, 4) }).remedy.sentence;
    expect(remedyOf("approved")).toMatch(/^Let the user in: they are approved/);
    expect(remedyOf("completed")).toContain("decide it");
  });

  it("a resume sets the status back to pending, begins a new window and may use a session", () => {
    const { remedy, rejectedRemedy } = diagnoseAccess({ inquiry: expired, sessions: [session("expired")], now });
    expect(remedy.cost).toBe(
      "Its status goes back to pending and a new window begins. It may use two more sessions: 1 of 25 sessions used.",
    );
    expect(rejectedRemedy).toMatchObject({ action: "createInquiry" });
  });

  it("says when no session may be left for it", () => {
    const sessions = Array.from({ length: 25 }, () => session("expired"));
    expect(diagnoseAccess({ inquiry: expired, sessions, now }).remedy.cost).toContain("25 of 25 sessions used, so Persona may refuse.");
  });

  it("a link that waits unopened is handed out again, so it costs nothing", () => {
    expect(diagnoseAccess({ inquiry: pending, sessions: [session("new")], now }).remedy.cost).toBeNull();
  });

  it("where the template has moved on the resume is the rejected one", () => {
    expect(diagnoseAccess({ inquiry: expired, template: template("itmplv_2"), now })).toMatchObject({
      rejectedRemedy: { action: "restoreAccess" },
      warning: expect.stringContaining("newer version") as string,
    });
  });

  it("the other inquiry is named, for the way there and in the ticket", () => {
    const diagnosis = diagnoseAccess({ inquiry: created, siblings: [{ id: other, status: "pending", createdAt: before(4), links }], now });
    expect(diagnosis.remedy.inquiryId).toBe(other);
    expect(diagnosis.ticketNote).toContain(other);
  });
});

describe("safe to say", () => {
  it("no word about checks, fraud, sessions' tokens or limits reaches the user", () => {
    for (const cause of accessCauses) expect(wordsFor(cause).sayToUser).not.toMatch(/fraud|check|token|limit|25|API|workflow|Persona/i);
  });

  it("the ticket holds the inquiry, the certainty and the time in UTC, and nothing about the person", () => {
    const person = { ...expired, referenceId: "u-1", note: "secret note", fields: { "name-first": { type: "string", value: "Ada" } } };
    const { ticketNote } = diagnoseAccess({ inquiry: person, now });
    expect(ticketNote).toMatch(new RegExp(`^${id}: .+ Certain, as of 4 Mar 2026, 12:00:00 UTC\\. Advice: .+`));
    expect(ticketNote).not.toMatch(/Ada|secret/);
  });
});
