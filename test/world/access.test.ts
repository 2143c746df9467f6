import { openLink } from "@mocks/world/session/end-user";
import { handOffDevice } from "@mocks/world/session/handoff";
import { expireInquiry, resumeInquiry } from "@mocks/world/inquiry/inquiry-access";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { dedicatedLink } from "@mocks/world/session/link-parts";
import { generateOneTimeLink, generateOneTimeLinkForSession } from "@mocks/world/session/links";
import { createInquirySession, expireInquirySession, expireInquirySessions } from "@mocks/world/session/sessions";
import { day, hour, iso, minute, second } from "@mocks/world/core/time";
import { expect, it } from "vitest";
import { allEventNames, apiKey, eventNames, newInquiry, openPlainly, pendingInquiry, sampleWorld, start, templateId } from "./sample-world";

const phone = { key: "phone" };
const laptop = { key: "laptop" };

it("an inquiry expires with its window, and its sessions and open verifications with it", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world);
  const sessionId = openPlainly(world, inquiry.id);
  expect(inquiry.attributes.expiresAt).toBe(iso(start + day));
  world.clock.advance(day - 1);
  world.settle();
  expect(inquiry.attributes.status).toBe("created");
  world.clock.advance(5 * hour);
  world.settle();
  // It happened at its own time, not when somebody looked.
  expect(inquiry.attributes).toMatchObject({
    status: "expired",
    expiredAt: iso(start + day),
    expiresAt: null,
    updatedAt: iso(start + day),
  });
  expect(eventNames(world, inquiry.id)).toEqual(["inquiry.created", "inquiry.expired"]);
  expect(eventNames(world, sessionId)).toEqual(["inquiry-session.started", "inquiry-session.expired"]);
});

it("resuming a pending inquiry hands out the unused session, else a new one; the status and the window stay", () => {
  const world = sampleWorld();
  const { inquiry } = pendingInquiry(world);
  const before = inquiry.attributes.expiresAt;
  const first = resumeInquiry(world, { inquiryId: inquiry.id }, apiKey).sessionToken;
  expect(inquiry.relationships.sessions.data).toHaveLength(2);
  expect(resumeInquiry(world, { inquiryId: inquiry.id }, apiKey).sessionToken).toBe(first);
  openLink(world, { link: dedicatedLink("inquiry", inquiry.id, first), device: laptop });
  expect(resumeInquiry(world, { inquiryId: inquiry.id }, apiKey).sessionToken).not.toBe(first);
  expect(inquiry.relationships.sessions.data).toHaveLength(3);
  expect(inquiry.attributes).toMatchObject({ status: "pending", expiresAt: before });
});

it("resuming an expired inquiry makes it pending without an event; the old sessions stay expired", () => {
  const world = sampleWorld({ settings: { windows: { afterResumeSeconds: 600 } } });
  const { inquiry, sessionId } = pendingInquiry(world);
  world.clock.advance(3 * day);
  const { sessionToken } = resumeInquiry(world, { inquiryId: inquiry.id }, apiKey);
  expect(inquiry.attributes).toMatchObject({
    status: "pending",
    expiredAt: null,
    expiresAt: iso(start + 3 * day + 10 * minute),
    startedAt: iso(start),
    nextStepName: "verification_selfie",
  });
  expect(eventNames(world, inquiry.id).at(-1)).toBe("inquiry.expired");
  expect(world.tables.inquirySessions.get(sessionId)?.attributes.status).toBe("expired");
  expect(openLink(world, { link: dedicatedLink("inquiry", inquiry.id, sessionToken) })).toMatchObject({
    outcome: "opened",
    nextStepName: "verification_selfie",
  });
  world.clock.advance(11 * minute);
  world.settle();
  expect(inquiry.attributes.status).toBe("expired");
});

it("a later window does not lengthen a session: it ends while the inquiry goes on", () => {
  const world = sampleWorld({ settings: { windows: { afterCreateSeconds: 3_600, afterStartSeconds: 7_200 } } });
  const { inquiry, sessionId } = pendingInquiry(world);
  expect(inquiry.attributes.expiresAt).toBe(iso(start + 2 * hour));
  world.clock.advance(hour);
  world.settle();
  expect(world.tables.inquirySessions.get(sessionId)?.attributes.status).toBe("expired");
  expect(inquiry.attributes.status).toBe("pending");
});

it("the 26th session is refused: by creation, resume and one-time link alike", () => {
  const world = sampleWorld();
  const { inquiry } = pendingInquiry(world);
  const inquiryId = inquiry.id;
  for (let made = 1; made < 25; made += 1) createInquirySession(world, { inquiryId }, apiKey);
  // None is left unused to be handed out again.
  expireInquirySessions(world, { inquiryIds: [inquiryId] }, apiKey);
  const limit = "Unprocessable entity: Inquiry has reached the limit of 25 sessions";
  expect(() => createInquirySession(world, { inquiryId }, apiKey)).toThrow(limit);
  expect(() => resumeInquiry(world, { inquiryId }, apiKey)).toThrow(limit);
  expect(() => generateOneTimeLink(world, { inquiryId }, apiKey)).toThrow(limit);
  expireInquiry(world, { inquiryId }, apiKey);
  expect(() => resumeInquiry(world, { inquiryId }, apiKey)).toThrow(limit);
  expect(inquiry.attributes.status).toBe("expired");
});

it("the 26th opening of a plain link is refused as well", () => {
  const world = sampleWorld({ settings: { sessionCap: 2 } });
  const inquiry = newInquiry(world);
  const link = dedicatedLink("inquiry", inquiry.id);
  expect([1, 2, 3].map(() => openLink(world, { link }).outcome)).toEqual(["opened", "opened", "refused"]);
});

it("a one-time link lets the user back into that very inquiry, once", () => {
  const world = sampleWorld();
  const { inquiry } = pendingInquiry(world);
  const { oneTimeLink, oneTimeLinkShort, expiresAt } = generateOneTimeLink(world, { inquiryId: inquiry.id }, apiKey);
  expect(expiresAt).toBe(iso(start + day));
  expect(oneTimeLink).not.toContain(inquiry.id);
  expect(openLink(world, { link: oneTimeLinkShort, device: laptop })).toMatchObject({
    outcome: "opened",
    inquiryId: inquiry.id,
    nextStepName: "verification_selfie",
  });
  world.clock.advance(5 * minute);
  expect(openLink(world, { link: oneTimeLink, device: laptop })).toMatchObject({ outcome: "opened" });
  world.clock.advance(1);
  expect(openLink(world, { link: oneTimeLink, device: laptop })).toEqual({
    outcome: "refused",
    code: "unauthenticated",
    status: 409,
    details: "The link has been used",
    inquiryId: undefined,
  });
});

it("an unused live link is handed out again; with a life of its own it is always a new one", () => {
  const world = sampleWorld();
  const { id: inquiryId } = newInquiry(world);
  const first = generateOneTimeLink(world, { inquiryId }, apiKey);
  expect(generateOneTimeLink(world, { inquiryId }, apiKey)).toEqual(first);
  const short = generateOneTimeLink(world, { inquiryId, expiresInSeconds: 60 }, apiKey);
  expect(short.oneTimeLink).not.toBe(first.oneTimeLink);
  world.clock.advance(minute);
  expect(openLink(world, { link: short.oneTimeLink })).toMatchObject({ outcome: "refused", details: "The link has expired" });
  openLink(world, { link: first.oneTimeLink });
  expect(generateOneTimeLink(world, { inquiryId }, apiKey).oneTimeLink).not.toBe(first.oneTimeLink);
});

it.each([0, -5, 1.5])("a link cannot live %s seconds", (expiresInSeconds) => {
  const world = sampleWorld();
  const { id: inquiryId } = newInquiry(world);
  expect(() => generateOneTimeLink(world, { inquiryId, expiresInSeconds }, apiKey)).toThrow("Unprocessable entity");
});

it("expiring an inquiry ends its links for good, even if it is resumed", () => {
  const world = sampleWorld();
  const { id: inquiryId } = newInquiry(world);
  const { oneTimeLink } = generateOneTimeLink(world, { inquiryId }, apiKey);
  expireInquiry(world, { inquiryId }, apiKey);
  expect(openLink(world, { link: oneTimeLink })).toMatchObject({ outcome: "refused", details: "Inquiry is expired" });
  resumeInquiry(world, { inquiryId }, apiKey);
  expect(openLink(world, { link: oneTimeLink })).toMatchObject({ outcome: "refused", details: "The link has expired" });
});

it("resuming leaves the session of a link that was sent out alone", () => {
  const world = sampleWorld();
  const { inquiry } = pendingInquiry(world);
  const { oneTimeLink } = generateOneTimeLink(world, { inquiryId: inquiry.id }, apiKey);
  const { sessionToken } = resumeInquiry(world, { inquiryId: inquiry.id }, apiKey);
  const token = openLink(world, { link: dedicatedLink("inquiry", inquiry.id, sessionToken), device: laptop });
  const link = openLink(world, { link: oneTimeLink, device: phone });
  expect([token.outcome, link.outcome]).toEqual(["opened", "opened"]);
  expect(token).not.toMatchObject({ sessionId: link.outcome === "opened" && link.sessionId });
});

it("a token opens many times on any device, each device in a session of its own", () => {
  const world = sampleWorld();
  const meta = { autoCreateInquirySession: true };
  const { inquiry, sessionToken } = createInquiry(world, { attributes: { inquiryTemplateId: templateId }, meta }, apiKey);
  const link = dedicatedLink("inquiry", inquiry.id, sessionToken ?? "");
  const sessions = [phone, phone, laptop].map((device) => {
    const outcome = openLink(world, { link, device });
    return outcome.outcome === "opened" ? outcome.sessionId : outcome.details;
  });
  expect(sessions[1]).toBe(sessions[0]);
  expect(sessions[2]).not.toBe(sessions[0]);
  expect(world.tables.devices.size).toBe(2);
});

it("the tokens of a session are never told again, and look like the published sample", () => {
  const world = sampleWorld();
  const { inquiry } = pendingInquiry(world);
  const { sessionToken } = resumeInquiry(world, { inquiryId: inquiry.id }, apiKey);
  expect(JSON.stringify(Object.values(world.tables).map((table) => [...table.newestFirst()]))).not.toContain(sessionToken);
  const claims: unknown = JSON.parse(atob((sessionToken.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
  const iat = start / second;
  expect(claims).toMatchObject({ aud: "persona-verify", sub: inquiry.relationships.sessions.data.at(-1)?.id, iat, exp: iat + 86_400 });
});

it("a link for a session leads into that session", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world);
  const session = createInquirySession(world, { inquiryId: inquiry.id }, apiKey);
  const { oneTimeLink } = generateOneTimeLinkForSession(world, { inquirySessionId: session.id }, apiKey);
  expect(openLink(world, { link: oneTimeLink })).toMatchObject({ outcome: "opened", sessionId: session.id });
  expireInquirySession(world, { inquirySessionId: session.id }, apiKey);
  expect(() => generateOneTimeLinkForSession(world, { inquirySessionId: session.id }, apiKey)).toThrow("already expired");
  expect(() => expireInquirySession(world, { inquirySessionId: session.id }, apiKey)).toThrow("Conflict");
});

it("a device hand-off leads another device into a session of its own, within its hour", () => {
  const world = sampleWorld();
  const { inquiry, sessionId } = pendingInquiry(world);
  const first = handOffDevice(world, { sessionId, method: "qr" });
  expect(openLink(world, { link: first.link, device: phone })).toMatchObject({ outcome: "opened", sessionId: first.session.id });
  expect(first.session.attributes).toMatchObject({ status: "active", deviceHandoffMethod: "qr" });
  const late = handOffDevice(world, { sessionId, method: "sms" });
  world.clock.advance(hour);
  expect(openLink(world, { link: late.link, device: phone })).toMatchObject({ outcome: "refused", details: "The link has expired" });
  expect(inquiry.relationships.sessions.data).toHaveLength(3);
});

it("expiring all sessions answers with those that ended by it and passes over unknown inquiries", () => {
  const world = sampleWorld();
  const [one, other] = [newInquiry(world), newInquiry(world)];
  openPlainly(world, one.id);
  const kept = openPlainly(world, other.id);
  const ended = expireInquirySessions(world, { inquiryIds: [one.id, "inq_nobody", one.id] }, apiKey);
  expect(ended.map(({ id }) => id)).toEqual(one.relationships.sessions.data.map(({ id }) => id));
  expect(world.tables.inquirySessions.get(kept)?.attributes.status).toBe("active");
  expect(() => expireInquirySessions(world, { inquiryIds: [] }, apiKey)).toThrow("Bad Request");
});

it("resuming, sessions and links fire no events", () => {
  const world = sampleWorld();
  const { inquiry } = pendingInquiry(world);
  const before = allEventNames(world);
  resumeInquiry(world, { inquiryId: inquiry.id }, apiKey);
  generateOneTimeLink(world, { inquiryId: inquiry.id }, apiKey);
  createInquirySession(world, { inquiryId: inquiry.id }, apiKey);
  expect(allEventNames(world)).toEqual(before);
});
