import type { Inquiry } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { change } from "../core/change";
import { reportsOf, verificationsOf } from "../inquiry/inquiry-lookup";
import { operation } from "../core/operation";
import { conflict, notFound } from "../core/refusal";
import { blankReportAttributes, withoutFindings } from "../report/report-kinds";
import { kindOf, type AnyReport, type AnyVerification } from "../core/resources";
import { iso } from "../core/time";
import { blankDocumentAttributes, blankVerificationAttributes } from "../verification/verification-kinds";
import type { World } from "../core/world";

/**
 * Removes the personal data of one verification (spec: DELETE /verifications/{verification-id}).
 * @throws Refusal 404, 409 when redacted before or under investigation lock
 */
export const redactVerification = operation(
  (world: World, { verificationId }: { verificationId: string }, _actor: Actor): AnyVerification => {
    const verification = needVerification(world, verificationId);
    if (verification.attributes.redactedAt !== null) throw conflict("Verification already redacted");
    if (world.hidden.verifications.get(verificationId)?.locked === true) throw conflict("Verification is under investigation lock");
    blankVerification(world, verification);
    return verification;
  },
);

/** Removes the personal data of one report (spec: DELETE /reports/{report-id}). @throws Refusal 404, 409 when redacted before */
export const redactReport = operation((world: World, { reportId }: { reportId: string }, _actor: Actor): AnyReport => {
  const report = world.tables.reports.get(reportId);
  if (report === undefined) throw notFound();
  if (report.attributes.redactedAt !== null) throw conflict("Report already redacted");
  blankReport(world, report);
  return report;
});

/** Locks a verification for an investigation: redaction is refused from now on. @throws Refusal 404, 409 when redacted */
export const lockVerification = operation(
  (world: World, { verificationId }: { verificationId: string }, _actor: Actor): AnyVerification => {
    const verification = needVerification(world, verificationId);
    if (verification.attributes.redactedAt !== null) throw conflict("Verification already redacted");
    world.hidden.verifications.need(verificationId).locked = true;
    return verification;
  },
);

/** Ends the lock. @throws Refusal 404 */
export const unlockVerification = operation(
  (world: World, { verificationId }: { verificationId: string }, _actor: Actor): AnyVerification => {
    const verification = needVerification(world, verificationId);
    world.hidden.verifications.need(verificationId).locked = false;
    return verification;
  },
);

/** Blanks all that hangs on an inquiry, or the reports of an account that no inquiry made. */
export function redactChildren(world: World, of: { inquiry: Inquiry } | { accountId: string }): void {
  if ("accountId" in of) {
    for (const report of world.tables.reports.candidates({ accountIds: [of.accountId] })) {
      if (report.relationships.account.data?.id === of.accountId && report.attributes.redactedAt === null) blankReport(world, report);
    }
    return;
  }
  const { inquiry } = of;
  for (const verification of verificationsOf(world, inquiry)) {
    if (verification.attributes.redactedAt === null) blankVerification(world, verification);
  }
  for (const report of reportsOf(world, inquiry)) if (report.attributes.redactedAt === null) blankReport(world, report);
  for (const { id } of inquiry.relationships.documents.data) blankDocument(world, id);
}

function blankVerification(world: World, verification: AnyVerification): void {
  const kind = kindOf(verification);
  change(world, verification, { ...blankVerificationAttributes(kind), tags: [], redactedAt: iso(world.clock.now()) });
}

function blankReport(world: World, report: AnyReport): void {
  const kind = kindOf(report);
  change(world, report, {
    ...blankReportAttributes(kind, undefined),
    ...withoutFindings(kind),
    tags: [],
    redactedAt: iso(world.clock.now()),
  });
}

function blankDocument(world: World, documentId: string): void {
  const document = world.tables.documents.get(documentId);
  if (document === undefined) return;
  for (const { id } of document.relationships.documentFiles.data) {
    const file = world.tables.documentFiles.get(id);
    if (file !== undefined) change(world, file, { name: null, originals: [] });
  }
  change(world, document, blankDocumentAttributes(kindOf(document)));
}

function needVerification(world: World, verificationId: string): AnyVerification {
  const verification = world.tables.verifications.get(verificationId);
  if (verification === undefined) throw notFound();
  return verification;
}
