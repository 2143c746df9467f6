import type { Inquiry, InquirySession } from "@/api/generated/persona/types.gen";
import { endUser } from "../core/actor";
import { anyDevice, startSession, type EndUserDevice } from "./devices";
import { flowMove } from "../flow/flow-guard";
import type { OneTimeLink } from "../core/hidden";
import { createInquiry } from "../inquiry/inquiry-creation";
import { isRedacted, isUnfinished } from "../inquiry/inquiry-status";
import { readLink, type LinkParts } from "./link-parts";
import { findLink } from "./links";
import { Refusal } from "../core/refusal";
import { addSession, tokenOf } from "./sessions";
import { minute } from "../core/time";
import type { World } from "../core/world";

/** A one-time link opened twice within this time still opens: mail programs look at links before people do (Persona docs: One-time links). */
const oneTimeLinkGrace = 5 * minute;

/** Codes of the embedded flow's `onError` (Persona docs: Embedded flow errors). */
type RefusalCode = "application_error" | "invalid_config" | "unauthenticated" | "inactive_template" | "unknown";

export type OpenOutcome =
  | {
      outcome: "opened";
      inquiryId: string;
      sessionId: string;
      /** What the tab now holds; closing it loses access. */
      sessionToken: string;
      nextStepName: string | null;
    }
  | { outcome: "refused"; code: RefusalCode; status: number; details: string; inquiryId: string | undefined };

export type OpenLinkInput = {
  /** Static, dedicated (with or without token) or one-time link, long or short. */
  link: string;
  device?: EndUserDevice | undefined;
};

/**
 * The end user opens a link. Opening starts a session and leaves the status alone; a refusal is an outcome, never thrown.
 * Who may open what: Persona docs, Inquiry links; Resuming inquiries; One-time links.
 */
export const openLink = flowMove((world: World, { link, device = anyDevice }: OpenLinkInput): OpenOutcome => {
  const parts = readLink(link);
  return parts === undefined ? refused("invalid_config", 400, "The link is not valid") : open(world, parts, device);
});

export type OpenEmbeddedInput = {
  inquiryId?: string | undefined;
  sessionToken?: string | undefined;
  inquiryTemplateId?: string | undefined;
  referenceId?: string | undefined;
  accountId?: string | undefined;
  device?: EndUserDevice | undefined;
};

/** The same inside a page or an app, by parameters in place of a link (Persona docs: Embedded flow, Mobile SDKs). */
export const openEmbedded = flowMove((world: World, input: OpenEmbeddedInput): OpenOutcome => {
  const { inquiryId, sessionToken, inquiryTemplateId: templateId, referenceId, accountId, device = anyDevice } = input;
  const token = sessionToken ?? undefined;
  if (inquiryId !== undefined) return open(world, { kind: "dedicated", inquiryId, sessionToken: token }, device);
  if (token !== undefined) return openWithToken(world, token, undefined, device);
  if (templateId !== undefined) return open(world, { kind: "static", templateId, referenceId, accountId, fields: {} }, device);
  return refused("invalid_config", 400, "Inquiry or template is missing");
});

function open(world: World, parts: LinkParts, device: EndUserDevice): OpenOutcome {
  if (parts.kind === "static") return openStatic(world, parts, device);
  if (parts.kind === "one-time") return openOneTime(world, parts.code, device);
  if (parts.sessionToken !== undefined) return openWithToken(world, parts.sessionToken, parts.inquiryId, device);
  return openPlain(world, parts.inquiryId, device);
}

/** Every load makes an inquiry of its own. */
function openStatic(world: World, parts: Extract<LinkParts, { kind: "static" }>, device: EndUserDevice): OpenOutcome {
  const { templateId, accountId, referenceId, fields } = parts;
  const settings = world.hidden.templates.get(templateId);
  if (settings === undefined) return refused("invalid_config", 400, "Inquiry template is not found");
  if (!settings.clientSideCreation) return refused("unauthenticated", 409, "Inquiries cannot be created from this link");
  try {
    const template = templateId.startsWith("tmpl_") ? { templateId } : { inquiryTemplateId: templateId };
    const meta = { autoCreateAccountReferenceId: referenceId };
    const { inquiry } = createInquiry(world, { attributes: { ...template, accountId, fields }, meta }, endUser);
    return enter(world, inquiry, addSession(world, inquiry), device);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A template that takes no new inquiries has a code of its own.
    return /template/i.test(error.details ?? "")
      ? refused("inactive_template", 422, error.details ?? error.title)
      : refused("invalid_config", error.status, error.details ?? error.title);
  }
}

/** The plain dedicated link: anybody who holds it may begin, nobody may come back with it. */
function openPlain(world: World, inquiryId: string, device: EndUserDevice): OpenOutcome {
  const inquiry = world.tables.inquiries.get(inquiryId);
  if (inquiry === undefined) return refused("invalid_config", 404, "Inquiry is not found");
  const closed = refuseClosed(inquiry);
  if (closed !== undefined) return closed;
  if (inquiry.attributes.status !== "created") {
    return refused("unauthenticated", 409, "A session token is needed to continue this inquiry", inquiryId);
  }
  return enterNew(world, inquiry, device);
}

function openWithToken(world: World, token: string, inquiryId: string | undefined, device: EndUserDevice): OpenOutcome {
  const sessionId = world.hidden.tokens.get(token);
  const session = sessionId === undefined ? undefined : world.tables.inquirySessions.get(sessionId);
  if (session === undefined) return refused("unauthenticated", 409, "Session token is not valid", inquiryId);
  const inquiry = world.tables.inquiries.get(session.relationships.inquiry.data.id);
  if (inquiry === undefined || (inquiryId !== undefined && inquiry.id !== inquiryId)) {
    return refused("unauthenticated", 409, "Session token is not valid for this inquiry", inquiryId);
  }
  return enter(world, inquiry, session, device);
}

function openOneTime(world: World, code: string, device: EndUserDevice): OpenOutcome {
  const link = findLink(world, code);
  const session = link && world.tables.inquirySessions.get(link.sessionId);
  const inquiry = link && world.tables.inquiries.get(link.inquiryId);
  // The link carries no inquiry id, so a refusal tells none.
  if (link === undefined || session === undefined || inquiry === undefined) return refused("unauthenticated", 409, "The link is not valid");
  const closed = refuseClosed(inquiry) ?? refuseSpent(world, link);
  if (closed !== undefined) return { ...closed, inquiryId: undefined };
  const outcome = enter(world, inquiry, session, device);
  if (outcome.outcome === "refused") return { ...outcome, inquiryId: undefined };
  const now = world.clock.now();
  link.firstOpenedAt ??= now;
  link.openings.push({ at: now, deviceKey: device.key });
  return outcome;
}

function refuseSpent(world: World, link: OneTimeLink) {
  const now = world.clock.now();
  if (link.revoked) return refused("unauthenticated", 409, "The link has expired");
  if (link.firstOpenedAt !== undefined) {
    return now - link.firstOpenedAt > oneTimeLinkGrace ? refused("unauthenticated", 409, "The link has been used") : undefined;
  }
  return link.expiresAt <= now ? refused("unauthenticated", 409, "The link has expired") : undefined;
}

/** Goes in with a session. One session is one device's: another device gets a session of its own. */
function enter(world: World, inquiry: Inquiry, session: InquirySession, device: EndUserDevice): OpenOutcome {
  const closed = refuseClosed(inquiry);
  if (closed !== undefined) return closed;
  if (session.attributes.status === "expired") return refused("unauthenticated", 409, "Session expired", inquiry.id);
  if (session.attributes.status === "new") startSession(world, session, device);
  else if (world.hidden.sessions.need(session.id).deviceKey !== device.key) return enterNew(world, inquiry, device);
  return opened(world, inquiry, session);
}

function enterNew(world: World, inquiry: Inquiry, device: EndUserDevice): OpenOutcome {
  try {
    const session = addSession(world, inquiry);
    startSession(world, session, device);
    return opened(world, inquiry, session);
  } catch (error) {
    if (error instanceof Refusal) return refused("application_error", error.status, error.details ?? error.title, inquiry.id);
    throw error;
  }
}

function opened(world: World, inquiry: Inquiry, session: InquirySession): OpenOutcome {
  return {
    outcome: "opened",
    inquiryId: inquiry.id,
    sessionId: session.id,
    sessionToken: tokenOf(world, session),
    nextStepName: inquiry.attributes.nextStepName,
  };
}

function refuseClosed(inquiry: Inquiry) {
  if (isRedacted(inquiry)) return refused("unauthenticated", 409, "Inquiry is no longer available", inquiry.id);
  if (!isUnfinished(inquiry)) return refused("unauthenticated", 409, `Inquiry is ${inquiry.attributes.status}`, inquiry.id);
  return undefined;
}

function refused(code: RefusalCode, status: number, details: string, inquiryId?: string): Extract<OpenOutcome, { outcome: "refused" }> {
  return { outcome: "refused", code, status, details, inquiryId };
}
