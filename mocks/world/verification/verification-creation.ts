import type { Inquiry } from "@/api/generated/persona/types.gen";
import { change } from "../core/change";
import { emit } from "../core/events";
import type { FlowStep } from "../core/hidden";
import { watchInquiry } from "../inquiry/inquiry-expiry";
import { pinnedTo } from "../inquiry/inquiry-lookup";
import { moveInquiry } from "../inquiry/inquiry-status";
import { linkedTo, type AnyVerification } from "../core/resources";
import { iso, second, unixSeconds } from "../core/time";
import { blankVerificationAttributes } from "./verification-kinds";
import type { World } from "../core/world";

export type NewVerification = {
  kind: string;
  stepName: string;
  attempt: number;
  sessionId: string | undefined;
  verificationTemplateId: string | undefined;
};

/** Adds an initiated verification to an inquiry: `verification.created`, whatever the status is called. */
export function addVerification(world: World, inquiry: Inquiry, input: NewVerification): AnyVerification {
  const { kind, stepName, attempt, sessionId, verificationTemplateId } = input;
  const now = world.clock.now();
  const { account } = inquiry.relationships;
  const verification = world.tables.verifications.add({
    type: `verification/${kind}`,
    id: world.id("ver_"),
    attributes: {
      status: "initiated",
      createdAt: iso(now),
      createdAtTs: unixSeconds(now),
      submittedAt: null,
      submittedAtTs: null,
      completedAt: null,
      completedAtTs: null,
      redactedAt: null,
      countryCode: null,
      tags: [],
      checks: [],
      ...blankVerificationAttributes(kind),
    },
    relationships: {
      ...pinnedTo(inquiry),
      verificationTemplate: {
        data: verificationTemplateId === undefined ? null : { type: `verification-template/${kind}`, id: verificationTemplateId },
      },
      verificationTemplateVersion: { data: null },
      accounts: { data: account.data === null ? [] : [account.data] },
      ...(readsDocument.has(kind) && { document: { data: null } }),
    },
  });
  world.hidden.verifications.set(verification.id, {
    stepName,
    attempt,
    sessionId,
    documentId: undefined,
    selfieId: undefined,
    locked: false,
  });
  change(world, inquiry, {}, { verifications: linkedTo(inquiry.relationships.verifications, verification) });
  emit(world, "verification.created", verification);
  return verification;
}

/** Kinds with a link to their document (spec: verification relationships). */
export const readsDocument = new Set(["government-id", "government-id-nfc", "document"]);

/**
 * Notes that the end user has begun. The first verification makes a created inquiry pending (Persona docs: Inquiry lifecycle); one that was
 * resumed before it ever began is pending already and gets its start now.
 */
export function startInquiry(world: World, inquiry: Inquiry): void {
  const now = world.clock.now();
  if (inquiry.attributes.status === "created") {
    const { afterStartSeconds } = world.hidden.inquiries.need(inquiry.id).windows;
    const moved = afterStartSeconds === null ? {} : { expiresAt: iso(now + afterStartSeconds * second) };
    moveInquiry(world, inquiry, "pending", "inquiry.started", { startedAt: iso(now), ...moved });
    if (afterStartSeconds !== null) watchInquiry(world, inquiry);
  } else if (inquiry.attributes.startedAt === null) {
    change(world, inquiry, { startedAt: iso(now) });
    emit(world, "inquiry.started", inquiry);
  }
}

/** The next attempt at a step. */
export function addAttempt(world: World, inquiry: Inquiry, step: FlowStep, attempt: number, sessionId: string): AnyVerification {
  return addVerification(world, inquiry, {
    kind: step.kind,
    stepName: step.name,
    attempt,
    sessionId,
    verificationTemplateId: step.verificationTemplateId,
  });
}
