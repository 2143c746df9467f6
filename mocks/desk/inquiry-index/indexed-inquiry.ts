import type { IndexedChecks, IndexedInquiry } from "@/api/generated/desk/types.gen";
import type { Inquiry } from "@/api/generated/persona/types.gen";
import type { InquiryHead } from "../../world/core/resources";
import type { World } from "../../world/core/world";
import type { Desk } from "../desk";
import { lookMark, openLook } from "../second-looks";
import { hasStandingMatch } from "../standing-match";
import { statusSince } from "./status-since";

/** A legacy template counts as one. */
export const templateIdOf = ({ relationships }: InquiryHead): string | null =>
  relationships.inquiryTemplate.data?.id ?? relationships.template.data?.id ?? null;

/** As the desk's index shows an inquiry. The desk of the simulation has heard of everything. @param now milliseconds */
export function indexedInquiry(
  { world, postponements, looks }: Pick<Desk, "world" | "postponements" | "looks">,
  inquiry: Inquiry,
  now: number,
): IndexedInquiry {
  const { attributes, relationships } = inquiry;
  return {
    inquiryId: inquiry.id,
    accountId: relationships.account.data?.id ?? null,
    referenceId: attributes.referenceId,
    inquiryTemplateId: templateIdOf(inquiry),
    inquiryTemplateVersionId: relationships.inquiryTemplateVersion.data?.id ?? null,
    status: attributes.status,
    statusSince: statusSince(inquiry),
    createdAt: attributes.createdAt,
    updatedAt: attributes.updatedAt,
    startedAt: attributes.startedAt,
    completedAt: attributes.completedAt,
    failedAt: attributes.failedAt,
    markedForReviewAt: attributes.markedForReviewAt,
    decisionedAt: attributes.decisionedAt,
    expiredAt: attributes.expiredAt,
    expiresAt: attributes.expiresAt,
    redactedAt: attributes.redactedAt,
    redacted: attributes.redactedAt !== null,
    reviewerType: relationships.reviewer.data?.type ?? null,
    tags: [...new Set(attributes.tags.flatMap((tag) => tag ?? []))].toSorted(),
    hasNote: attributes.note !== null && attributes.note.trim() !== "",
    previousStepName: attributes.previousStepName,
    nextStepName: attributes.nextStepName,
    sessionCount: relationships.sessions.data.length,
    checks: checksOf(world, inquiry),
    hasMatch: relationships.reports.data.some(({ id }) => {
      const report = world.tables.reports.get(id);
      return report !== undefined && hasStandingMatch(report);
    }),
    postponements: [...postponements.of(inquiry, now)],
    secondLook: lookMark(openLook(world, looks, inquiry)),
  };
}

function checksOf({ tables }: World, { relationships }: Inquiry): IndexedChecks {
  const checks = relationships.verifications.data.flatMap(({ id }) => tables.verifications.get(id)?.attributes.checks ?? []);
  const count = (wanted: string) => checks.filter(({ status }) => status === wanted).length;
  return { passed: count("passed"), failed: count("failed"), notApplicable: count("not_applicable") };
}
