import type { Inquiry, InquirySession, InquirySessionAttributes } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { change } from "../core/change";
import { emit } from "../core/events";
import { settingsOf } from "../inquiry/inquiry-lookup";
import { isUnfinished, needInquiry, refuseUnless } from "../inquiry/inquiry-status";
import { operation } from "../core/operation";
import { badRequest, conflict, notFound, unprocessable } from "../core/refusal";
import { linkedTo } from "../core/resources";
import { hour, iso, millis } from "../core/time";
import { drawSessionToken } from "../core/token";
import type { World } from "../core/world";

/**
 * Creates a session; its token stays unknown to the caller (spec: POST /inquiry-sessions).
 * @throws Refusal 404 for an unknown inquiry, 409 unless it is created or pending, 422 past the template's limit of sessions
 */
export const createInquirySession = operation((world: World, { inquiryId }: { inquiryId: string }, actor: Actor): InquirySession => {
  const inquiry = needInquiry(world, inquiryId, "data.attributes.inquiry_id is not found");
  refuseUnless(inquiry, isUnfinished(inquiry), "given a session");
  const session = addSession(world, inquiry);
  recordUserAudit(world, { method: "POST", path: `/dashboard/inquiries/${inquiryId}/sessions`, inquiryId }, actor);
  return session;
});

/**
 * Expires one session (spec: POST /inquiry-sessions/{inquiry-session-id}/expire).
 * @throws Refusal 404, 409 when it has expired before
 */
export const expireInquirySession = operation(
  (world: World, { inquirySessionId }: { inquirySessionId: string }, actor: Actor): InquirySession => {
    const session = needSession(world, inquirySessionId);
    if (!isLive(session)) throw conflict("Inquiry session has already expired");
    endSession(world, session);
    recordUserAudit(world, { method: "POST", path: `/dashboard/inquiry-sessions/${inquirySessionId}/expire` }, actor);
    return session;
  },
);

/**
 * Expires every live session of the inquiries; ids nobody knows are passed over, since the call declares no 404
 * (spec: POST /inquiry-sessions/expire-all).
 * @returns the sessions that expired by this call
 * @throws Refusal 400 without ids
 */
export const expireInquirySessions = operation(
  (world: World, { inquiryIds }: { inquiryIds: readonly string[] }, actor: Actor): InquirySession[] => {
    if (inquiryIds.length === 0) throw badRequest("meta.inquiry_ids must be filled");
    const live = inquiryIds.flatMap((id) => {
      const inquiry = world.tables.inquiries.get(id);
      return inquiry === undefined ? [] : sessionsOf(world, inquiry).filter(isLive);
    });
    const sessions = [...new Set(live)];
    for (const session of sessions) endSession(world, session);
    recordUserAudit(world, { method: "POST", path: "/dashboard/inquiry-sessions/expire-all", postParams: { inquiryIds } }, actor);
    return sessions;
  },
);

/** The sessions of an inquiry, in the order they were made. */
export function sessionsOf(world: World, inquiry: Inquiry): InquirySession[] {
  return inquiry.relationships.sessions.data.flatMap(({ id }) => world.tables.inquirySessions.get(id) ?? []);
}

/** New or active. */
export function isLive(session: InquirySession): boolean {
  return session.attributes.status !== "expired";
}

/** @throws Refusal 404 */
export function needSession(world: World, inquirySessionId: string, details?: string): InquirySession {
  const session = world.tables.inquirySessions.get(inquirySessionId);
  if (session === undefined) throw notFound(details);
  return session;
}

/** @throws Refusal 422 when no session more can be made (Persona docs: Inquiry sessions, 25 by default) */
export function assertSessionLeft(world: World, inquiry: Inquiry, wanted = 1): void {
  const cap = settingsOf(world, inquiry).sessionCap;
  if (inquiry.relationships.sessions.data.length + wanted > cap) {
    throw unprocessable(`Inquiry has reached the limit of ${cap} sessions`, "/data/attributes/inquiry-id");
  }
}

/**
 * Adds a session to an unfinished inquiry. Its expiry is the inquiry's of this moment and is never moved (Persona docs: Inquiry sessions).
 * @throws Refusal 422 past the limit
 */
export function addSession(world: World, inquiry: Inquiry): InquirySession {
  assertSessionLeft(world, inquiry);
  const now = world.clock.now();
  const session = world.tables.inquirySessions.add({
    type: "inquiry-session",
    id: world.id("iqse_"),
    attributes: { ...unopenedSession, createdAt: iso(now) },
    relationships: { inquiry: { data: { type: "inquiry", id: inquiry.id } }, device: { data: null }, network: { data: null } },
  });
  const expiresAt = millis(inquiry.attributes.expiresAt) ?? now + 24 * hour;
  world.hidden.sessions.set(session.id, { expiresAt, token: undefined, oneTimeLinkCode: undefined, deviceKey: undefined });
  change(world, inquiry, {}, { sessions: linkedTo(inquiry.relationships.sessions, session) });
  watchSession(world, session.id);
  return session;
}

/** Makes a session expire at its time. */
function watchSession(world: World, inquirySessionId: string): void {
  world.timers.set(world.hidden.sessions.need(inquirySessionId).expiresAt, () => {
    const session = world.tables.inquirySessions.get(inquirySessionId);
    if (session !== undefined && isLive(session)) endSession(world, session);
  });
}

/** Ends a session now: `inquiry-session.expired` (Persona docs: Events). */
export function endSession(world: World, session: InquirySession): void {
  change(world, session, { status: "expired", expiredAt: iso(world.clock.now()) });
  emit(world, "inquiry-session.expired", session);
}

/** The token of a session, made when it is first asked for. */
export function tokenOf(world: World, session: InquirySession): string {
  const hidden = world.hidden.sessions.need(session.id);
  if (hidden.token === undefined) {
    hidden.token = drawSessionToken(world.random, session.id, world.clock.now());
    world.hidden.tokens.set(hidden.token, session.id);
  }
  return hidden.token;
}

/** What is known of a session before anybody opens it. */
export const unopenedSession: Omit<InquirySessionAttributes, "createdAt"> = {
  status: "new",
  startedAt: null,
  expiredAt: null,
  ipAddress: null,
  userAgent: null,
  osName: null,
  osFullVersion: null,
  deviceType: null,
  deviceName: null,
  browserName: null,
  browserFullVersion: null,
  mobileSdkName: null,
  mobileSdkFullVersion: null,
  deviceHandoffMethod: null,
  isProxy: null,
  isTor: null,
  isDatacenter: null,
  isVpn: null,
  threatLevel: null,
  countryCode: null,
  countryName: null,
  regionCode: null,
  regionName: null,
  latitude: null,
  longitude: null,
  gpsLatitude: null,
  gpsLongitude: null,
  gpsPrecision: null,
  gpsCountryCode: null,
  ipConnectionType: null,
  ipIsp: null,
  networkOrganization: null,
};
