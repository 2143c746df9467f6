import type { Inquiry, InquirySession } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import type { OneTimeLink } from "../core/hidden";
import { settingsOf } from "../inquiry/inquiry-lookup";
import { isUnfinished, needInquiry, refuseUnless } from "../inquiry/inquiry-status";
import { operation } from "../core/operation";
import { conflict, unprocessable } from "../core/refusal";
import { addSession, isLive, needSession, sessionsOf } from "./sessions";
import { iso, second } from "../core/time";
import type { World } from "../core/world";

export type IssuedLink = {
  oneTimeLink: string;
  oneTimeLinkShort: string;
  /** ISO; the API never tells it. */
  expiresAt: string;
};

export type OneTimeLinkInput = {
  inquiryId: string;
  /** A whole number above zero; the link is then always a new one. */
  expiresInSeconds?: number | null | undefined;
};

/**
 * Makes a one-time link, with a session of its own, or hands out the unused live one again
 * (spec: POST /inquiries/{inquiry-id}/generate-one-time-link; API changelog 2023-04-10).
 * @throws Refusal 404, 409 unless the inquiry is created or pending, 422 past the limit of sessions or for a life that is no positive integer
 */
export const generateOneTimeLink = operation(
  (world: World, { inquiryId, expiresInSeconds }: OneTimeLinkInput, actor: Actor): IssuedLink & { inquiry: Inquiry } => {
    const inquiry = needInquiry(world, inquiryId);
    if (expiresInSeconds != null && (!Number.isInteger(expiresInSeconds) || expiresInSeconds <= 0)) {
      throw unprocessable("Expiration must be greater than 0 seconds", "/meta/expires-in-seconds");
    }
    refuseUnless(inquiry, isUnfinished(inquiry), "given a one-time link");
    const unused = expiresInSeconds == null ? findUnusedLink(world, inquiry) : undefined;
    const issued = unused ?? addLink(world, inquiry, addSession(world, inquiry), expiresInSeconds ?? undefined);
    recordUserAudit(world, { method: "POST", path: `/dashboard/inquiries/${inquiryId}/generate-one-time-link`, inquiryId }, actor);
    return { inquiry, ...answer(issued) };
  },
);

/**
 * Makes a one-time link to a session that is there (spec: POST /inquiry-sessions/{inquiry-session-id}/generate-one-time-link).
 * @throws Refusal 404, 409 when the session has expired or its inquiry is neither created nor pending
 */
export const generateOneTimeLinkForSession = operation(
  (world: World, { inquirySessionId }: { inquirySessionId: string }, actor: Actor): IssuedLink & { session: InquirySession } => {
    const session = needSession(world, inquirySessionId);
    const inquiry = needInquiry(world, session.relationships.inquiry.data.id);
    refuseUnless(inquiry, isUnfinished(inquiry), "given a one-time link");
    if (!isLive(session)) throw conflict("Inquiry session has already expired");
    const unused = linkOf(world, session);
    const issued = unused !== undefined && isUnused(world, unused) ? unused : addLink(world, inquiry, session);
    recordUserAudit(world, { method: "POST", path: `/dashboard/inquiry-sessions/${inquirySessionId}/generate-one-time-link` }, actor);
    return { session, ...answer(issued) };
  },
);

/** The link that leads to a session. */
export function linkOf(world: World, session: InquirySession): OneTimeLink | undefined {
  const code = world.hidden.sessions.get(session.id)?.oneTimeLinkCode;
  return code === undefined ? undefined : world.hidden.oneTimeLinks.get(code);
}

/** Nobody has opened it, and it would still open. */
export function isUnused(world: World, link: OneTimeLink): boolean {
  return !link.revoked && link.firstOpenedAt === undefined && link.expiresAt > world.clock.now();
}

/** Ends all links of an inquiry (spec: expiring an inquiry expires its one-time links). */
export function revokeLinks(world: World, inquiry: Inquiry): void {
  for (const session of sessionsOf(world, inquiry)) {
    const link = linkOf(world, session);
    if (link !== undefined) link.revoked = true;
  }
}

/** By the code of its long or its short form. */
export function findLink(world: World, code: string): OneTimeLink | undefined {
  const long = world.hidden.oneTimeLinks.get(code);
  if (long !== undefined) return long;
  for (const link of world.hidden.oneTimeLinks.values()) if (link.shortCode === code) return link;
  return undefined;
}

/** Gives a session a new link. `seconds` defaults to the template's setting, 24 h where nobody changed it (Persona docs: One-time links). */
export function addLink(world: World, inquiry: Inquiry, session: InquirySession, seconds?: number): OneTimeLink {
  const now = world.clock.now();
  const code = `us1-${world.random.text(40)}`;
  const shortCode = `us1-${world.random.text(8)}`;
  const link: OneTimeLink = {
    code,
    shortCode,
    url: `https://withpersona.com/verify?code=${code}`,
    shortUrl: `https://perso.na/verify?code=${shortCode}`,
    inquiryId: inquiry.id,
    sessionId: session.id,
    createdAt: now,
    expiresAt: now + (seconds ?? settingsOf(world, inquiry).windows.oneTimeLinkSeconds) * second,
    firstOpenedAt: undefined,
    openings: [],
    revoked: false,
  };
  world.hidden.oneTimeLinks.set(code, link);
  world.hidden.sessions.need(session.id).oneTimeLinkCode = code;
  return link;
}

/** A link as the API hands it out. */
export function answer(link: OneTimeLink): IssuedLink {
  return { oneTimeLink: link.url, oneTimeLinkShort: link.shortUrl, expiresAt: iso(link.expiresAt) };
}

function findUnusedLink(world: World, inquiry: Inquiry): OneTimeLink | undefined {
  for (const session of sessionsOf(world, inquiry).toReversed()) {
    const link = session.attributes.status === "new" ? linkOf(world, session) : undefined;
    if (link !== undefined && isUnused(world, link)) return link;
  }
  return undefined;
}
