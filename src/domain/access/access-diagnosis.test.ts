import { describe, expect, it } from "vitest";
import { accessCases } from "@/domain/access/access-cases.fixture";
import {
  before,
  created,
  everythingAnswered,
  expired,
  id,
  links,
  now,
  other,
  pending,
  session,
  template,
} from "@/domain/access/access-facts.fixture";
import { accessCauses } from "@/domain/access/access-cause";
import { diagnoseAccess } from "@/domain/access/access-diagnosis";
import type { SessionFacts } from "@/domain/facts";
import { strayInquiries, strayWindow } from "@/domain/access/stray-inquiries";
import { tooOldAfterDaysOf } from "@/domain/access/too-old";
import { wordsFor } from "@/domain/access/safe-to-say";
import { capability } from "@/domain/capability";

describe("one cause, from what the API can show", () => {
  it.each(accessCases)("%s → %s", (_, cause, certainty, action, input) => {
    const diagnosis = diagnoseAccess({ ...everythingAnswered, ...input, now });
    expect([diagnosis.cause, diagnosis.certainty, diagnosis.remedy.action]).toEqual([cause, certainty, action]);
  });

  it("does not speak of the limit where a session waits that nobody has opened", () => {
    const used = Array.from({ length: 24 }, () => session("expired"));
    const of = (last: SessionFacts) => diagnoseAccess({ ...everythingAnswered, inquiry: pending, sessions: [...used, last], now });
    expect([of(session("new")).cause, of(session("new")).remedy.action]).toEqual(["link-not-opened", "generateOneTimeLink"]);
    expect(of(session("expired")).cause).toBe("session-limit");
  });

  it("does not take who opened it a moment ago for stuck", () => {
    const causeOf = (hours: number) =>
      diagnoseAccess({ ...everythingAnswered, inquiry: created, sessions: [{ ...session("active"), startedAt: before(hours) }], now })
        .cause;
    expect([causeOf(0.01), causeOf(0.2)]).toEqual(["in-use", "stuck-in-flow"]);
  });

  it("says how often it was resumed", () => {
    const sentenceOf = (...hours: number[]) =>
      diagnoseAccess({ inquiry: expired, events: hours.map((ago) => ({ name: "inquiry.expired", createdAt: before(ago) })), now }).sentence;
    expect(sentenceOf(6, 60)).toMatch(/^It was resumed once and expired again/);
    expect(sentenceOf(6, 60, 90)).toMatch(/^It was resumed 2 times and expired again/);
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
    for (const text of [
      diagnosis.sentence,
      diagnosis.remedy.sentence,
      diagnosis.sayToUser,
      diagnosis.doNotSay ?? "None.",
      diagnosis.ticketNote,
    ]) {
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

describe("is never certain where an answer was missing, cut or refused", () => {
  const certain = { inquiry: expired, ...everythingAnswered, now };

  it("but is where all are there", () => {
    expect(diagnoseAccess(certain)).toMatchObject({ certainty: "certain", doubts: [] });
  });

  it.each([
    ["the person's other inquiries were refused", { siblings: null }, /other inquiries are not known/],
    ["there are more of them", { siblingsCut: true }, /Only the newest of the person's/],
    ["its events were refused", { events: null }, /^Its events are not known/],
    ["there are more of them", { eventsCut: true }, /Only its newest events/],
    ["its template did not come along", { template: null }, /^Its template is not known/],
  ])("%s: %j", (_, missing, doubt) => {
    const { certainty, doubts, ticketNote } = diagnoseAccess({ ...certain, ...missing });
    expect([certainty, doubts]).toEqual(["likely", [expect.stringMatching(doubt)]]);
    expect(ticketNote).toContain("Likely, as of");
  });

  it("that nothing is wrong: the user may have begun under another account", () => {
    const { certainty, doubts } = diagnoseAccess({ ...everythingAnswered, inquiry: created, sessions: [], now });
    expect(certainty).toBe("likely");
    expect(doubts).toEqual([expect.stringContaining("under another account")]);
  });

  it("and stays so where the inquiry alone tells it", () => {
    expect(diagnoseAccess({ inquiry: { id, status: "declined" }, now })).toMatchObject({ certainty: "certain", doubts: [] });
  });
});

describe("an inquiry that expired too long ago, by the company's own setting", () => {
  const rule = (advice: string) => ({ tooOldAfterDays: 30, rules: [{ situation: "expiredTooOld", advice, override: "freely" }] });
  const tooOldAfterDays = tooOldAfterDaysOf(rule("create"));
  const old = { ...everythingAnswered, inquiry: { ...expired, expiredAt: before(33 * 24), createdAt: before(34 * 24) }, now };

  it("needs a new one; the age and the setting are named, and the user is told that they begin anew", () => {
    const { remedy, rejectedRemedy, sayToUser } = diagnoseAccess({ ...old, tooOldAfterDays });
    expect(remedy).toMatchObject({
      action: "createInquiry",
      sentence: "Create a new inquiry with the same reference ID: it expired 33 d ago, and the setting “Too old after” says 30 days.",
    });
    expect(rejectedRemedy?.action).toBe("restoreAccess");
    expect(sayToUser).toContain("from the beginning");
    expect(sayToUser).not.toContain("kept");
  });

  it.each([
    ["is younger than the setting says", 34],
    ["is of a company that resumes what is too old", tooOldAfterDaysOf(rule("resume"))],
    ["is of a company whose setting can't be read", tooOldAfterDaysOf({ tooOldAfterDays: "30", rules: 7 })],
    ["is of a company whose days can't be read", tooOldAfterDaysOf({ ...rule("create"), tooOldAfterDays: "30" })],
    ["is of a company whose setting is not known", undefined],
  ])("is resumed where it %s", (_, given) => {
    expect(diagnoseAccess({ ...old, tooOldAfterDays: given }).remedy.action).toBe("restoreAccess");
  });
});

describe("a user of the mobile app", () => {
  const app = { ...session("expired"), mobileSdkName: "Persona iOS" };

  it.each([
    ["pending", pending],
    ["expired", expired],
  ])("gets no link while it is %s: the token is handed over by the company's own system", (_, inquiry) => {
    const { remedy, rejectedRemedy, sayToUser } = diagnoseAccess({
      ...everythingAnswered,
      inquiry,
      sessions: [app, session("expired", 9)],
      now,
    });
    expect([remedy.action, rejectedRemedy?.action]).toEqual(["handOverToken", "generateOneTimeLink"]);
    expect(sayToUser).not.toMatch(/sending|new link/);
  });

  it("whose inquiry is begun anew hears of it from who runs the app", () => {
    const sessions = Array.from({ length: 25 }, () => app);
    const { remedy } = diagnoseAccess({ ...everythingAnswered, inquiry: pending, sessions, now });
    expect(remedy).toMatchObject({
      action: "createInquiry",
      cost: expect.stringMatching(/from the beginning\. They were in your mobile app/) as string,
    });
    const inBrowser = diagnoseAccess({ ...everythingAnswered, inquiry: pending, sessions: sessions.map(() => session("expired")), now });
    expect(inBrowser.remedy.cost).not.toContain("app");
  });

  it("who went on in a browser since gets one", () => {
    const sessions = [{ ...app, startedAt: before(9) }, session("expired", 2)];
    expect(diagnoseAccess({ ...everythingAnswered, inquiry: pending, sessions, now }).remedy.action).toBe("generateOneTimeLink");
  });
});

describe("a link that was opened seconds after it was issued", () => {
  const seconds = (count: number) => count / 3600;
  const usual = { ...session("expired", 4), countryCode: "GB", deviceName: "iPhone" };
  const opened = (after: number, more: object = {}) => ({
    ...session("active", 0.1),
    startedAt: before(0.1 - seconds(after)),
    countryCode: "US",
    deviceName: "Server",
    ...more,
  });
  const causeOf = (last: object, more: object = {}) =>
    diagnoseAccess({ ...everythingAnswered, inquiry: pending, sessions: [usual, last], lastVerificationAt: null, now, ...more }).cause;

  it("elsewhere, and nothing followed, may have been opened by a mail scanner: the next one goes another way", () => {
    const { cause, certainty, sentence, remedy } = diagnoseAccess({
      ...everythingAnswered,
      inquiry: pending,
      sessions: [usual, opened(20)],
      lastVerificationAt: null,
      now,
    });
    expect([cause, certainty, remedy.action]).toEqual(["opened-by-scanner", "likely", "generateOneTimeLink"]);
    expect(sentence).toMatch(/^The last link was opened 20 s after it was issued, .*perhaps a mail scanner/);
    expect(remedy.sentence).toMatch(/by chat or in your app/);
  });

  it.each([
    ["later", opened(120), {}],
    ["in the country of the sessions before", opened(20, { countryCode: "GB" }), {}],
    ["where the device said where it is", opened(20, { gpsCountryCode: "TH" }), {}],
    ["on the same device", opened(20, { deviceName: "iPhone" }), {}],
    ["and followed by a verification", opened(20), { lastVerificationAt: now }],
    ["with nobody knowing what followed", opened(20), { lastVerificationAt: undefined }],
    ["with no session before it to compare with", opened(20), { sessions: [opened(20)] }],
  ])("is the user's where it was opened %s", (_, last, more) => {
    expect(causeOf(last, more)).toBe("in-use");
  });

  it("out of a data center needs no session before it", () => {
    expect(causeOf({}, { sessions: [opened(5, { isDatacenter: true })] })).toBe("opened-by-scanner");
  });
});

it("a user who began a verification minutes ago may still be at it, however long ago they opened it", () => {
  const opened = { ...everythingAnswered, inquiry: pending, sessions: [session("active", 3)], now };
  expect(diagnoseAccess({ ...opened, lastVerificationAt: now - 10 * 60_000 }).cause).toBe("in-use");
  expect(diagnoseAccess({ ...opened, lastVerificationAt: now - 40 * 60_000 }).cause).toBe("session-lost");
});

describe("inquiries that were begun with a general link about the time of one that waits unopened", () => {
  const mine = { ...created, links: { ...links, account: { type: "account", id: "act_mine" } } };
  const stray = (name: string, minutes: number, more: object = {}) => ({
    id: name,
    status: "pending",
    createdAt: new Date(Date.parse(created.createdAt) + minutes * 60_000).toISOString(),
    startedAt: created.createdAt,
    referenceId: null,
    links: { account: { type: "account", id: `act_${name}` } },
    ...more,
  });

  it("are looked for within half an hour, on its template, and only while nobody has opened it", () => {
    expect(strayWindow(mine)).toEqual({
      templateId: "itmpl_1",
      from: Date.parse(created.createdAt) - 5 * 60_000,
      to: Date.parse(before(4.5)),
    });
    expect(strayWindow(pending)).toBeNull();
    expect(strayWindow({ ...mine, links: {} })).toBeNull();
  });

  it("are those without a reference ID under other accounts that were begun, the nearest first", () => {
    const others = [
      stray("later", 40),
      stray("near", -6),
      stray("known", 1, { referenceId: "usr_1" }),
      stray("unbegun", 1, { startedAt: null }),
      stray("gone", 1, { redactedAt: before(1) }),
      stray("own", 1, { links: mine.links }),
      { ...mine, startedAt: before(1), referenceId: null },
    ];
    expect(strayInquiries(mine, others).map((inquiry) => inquiry.id)).toEqual(["near", "later"]);
  });

  it("are told with the doubt whose they are", () => {
    const { certainty, sentence, strayIds, doubts } = diagnoseAccess({
      ...everythingAnswered,
      inquiry: mine,
      sessions: [],
      strays: [stray("near", -6), stray("later", 40)],
      now,
    });
    expect([certainty, strayIds]).toEqual(["likely", ["near", "later"]]);
    expect(sentence).toMatch(
      /^It was never opened, .* But 2 inquiries without a reference ID were begun within half an hour of it under another account/,
    );
    expect(doubts).toEqual([expect.stringContaining("can't be told")]);
  });
});

describe("the price and the rejected remedy", () => {
  it("of what is approved asks for no decision any more", () => {
    const remedyOf = (status: string) => diagnoseAccess({ inquiry: { id: "inq_1", status }, now: Date.UTC(2026, 2, 4) }).remedy.sentence;
    expect(remedyOf("approved")).toMatch(/^Let the user in: they are approved/);
    expect(remedyOf("completed")).toContain("decide it");
    expect(remedyOf("approved")).not.toContain("decide it");
  });

  it("a resume sets the status back to pending, begins a new window and may use a session", () => {
    const { remedy, rejectedRemedy } = diagnoseAccess({ inquiry: expired, sessions: [session("expired")], now });
    expect(remedy.cost).toBe(
      "Its status goes back to pending and a new window begins. It may use two more sessions: 1 of 25 sessions used.",
    );
    expect(rejectedRemedy).toMatchObject({ action: "createInquiry" });
  });

  it("says when no session is left for it", () => {
    const sessions = Array.from({ length: 25 }, () => session("expired"));
    const { remedy, rejectedRemedy, sayToUser } = diagnoseAccess({ inquiry: expired, sessions, now });
    expect(remedy.sentence).toContain("25 of 25 sessions used");
    expect(rejectedRemedy).toMatchObject({ action: "restoreAccess" });
    expect(sayToUser).toContain("from the beginning");
    const ending = { ...pending, expiresAt: before(1) };
    expect(diagnoseAccess({ inquiry: ending, sessions, now }).remedy.action).toBe("createInquiry");
  });

  it("says when one is left, which a link after a resume is not enough for, and a token in the app is", () => {
    const sessions = Array.from({ length: 24 }, () => session("expired"));
    const { remedy, rejectedRemedy } = diagnoseAccess({ inquiry: expired, sessions, now });
    expect(remedy.action).toBe("createInquiry");
    expect(rejectedRemedy?.sentence).toBe("Not a resume: it takes the last session, and none is left for the link.");
    const inApp = sessions.map((each) => ({ ...each, mobileSdkName: "persona-ios" }));
    expect(diagnoseAccess({ inquiry: expired, sessions: inApp, now }).remedy.action).toBe("handOverToken");
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
    for (const cause of accessCauses) {
      for (const action of ["generateOneTimeLink", "createInquiry", "handOverToken", "askUser"] as const) {
        expect(wordsFor(cause, action, "pending").sayToUser).not.toMatch(/fraud|check|token|limit|25|API|workflow|Persona/i);
      }
    }
  });

  it.each(["completed", "approved"])("a finished inquiry is not said to be accepted unless it was: %s", (status) => {
    const { doNotSay } = wordsFor("finished", "none", status);
    expect(doNotSay).toBe(status === "approved" ? undefined : "say that it was accepted: nobody has accepted it yet.");
  });

  it("the ticket holds the inquiry, the certainty and the time in UTC, and nothing about the person", () => {
    const person = { ...expired, referenceId: "u-1", note: "secret note", fields: { "name-first": { type: "string", value: "Ada" } } };
    const { ticketNote } = diagnoseAccess({ ...everythingAnswered, inquiry: person, now });
    expect(ticketNote).toMatch(new RegExp(`^${id}: .+ Certain, as of 4 Mar 2026, 12:00:00 UTC\\. Advice: .+`));
    expect(ticketNote).not.toMatch(/Ada|secret/);
  });
});

describe("inquiries of other accounts on the same device", () => {
  const on = (inquiryId: string, status: string, inquiryTemplateId = "itmpl_1") => ({ inquiryId, status, inquiryTemplateId });
  const lost = { inquiry: expired, sessions: [], ...everythingAnswered, now };
  const told = (input: object) => {
    const { cause, certainty, doubts, deviceSiblingIds } = diagnoseAccess({ ...lost, ...input });
    return [cause, certainty, deviceSiblingIds, doubts];
  };

  it("change nothing where nobody else used it, or nothing is known", () => {
    expect(told({})).toEqual(["expired-before-start", "certain", [], []]);
    expect(told({ sameDevice: [] })).toEqual(["expired-before-start", "certain", [], []]);
  });

  it("are told, and are never the cause: whose they are is not known", () => {
    expect(told({ sameDevice: [on("inq_1", "pending"), on("inq_2", "approved")] })).toEqual([
      "expired-before-start",
      "likely",
      ["inq_1", "inq_2"],
      ["On the same device 2 inquiries of other accounts were opened: whether any of them is the user's can't be told here."],
    ]);
  });

  it("are of the same template, and begun", () => {
    const others = [on("inq_1", "created"), on("inq_2", "expired"), on("inq_3", "pending", "itmpl_other"), on("inq_4", "completed")];
    expect(told({ sameDevice: others })).toEqual([
      "expired-before-start",
      "likely",
      ["inq_4"],
      [expect.stringContaining("1 inquiry of another account was opened")],
    ]);
  });

  it("that could not be read leave a doubt", () => {
    expect(told({ sameDevice: null })).toEqual([
      "expired-before-start",
      "likely",
      [],
      [expect.stringMatching(/^Who else used the same device could not be read/)],
    ]);
  });

  it("are no matter where the inquiry itself tells why", () => {
    const sameDevice = [on("inq_1", "pending")];
    expect(told({ inquiry: { ...pending, status: "approved" }, sameDevice })).toEqual(["finished", "certain", [], []]);
  });
});
