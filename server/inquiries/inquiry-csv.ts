import type { IndexedInquiry } from "@/api/generated/desk/types.gen";
import { lookOf } from "@/domain/reference-id";
import type { CsvColumns } from "@/lib/csv";

const referenceLook = ({ referenceId }: IndexedInquiry) => (referenceId === null ? undefined : lookOf(referenceId.trim()));
const yesOrNo = (value: boolean | null) => (value === null ? null : value ? "yes" : "no");
const snoozeOf = ({ postponements }: IndexedInquiry) => postponements.find(({ kind }) => kind === "snooze");

/**
 * An inquiry as a line of a file: all that the index keeps, without what a colleague wrote about it. A reference ID is a key of the company's;
 * one that looks like a person's own data does not leave the desk.
 */
export const inquiryColumns: CsvColumns<IndexedInquiry> = [
  ["inquiryId", (inquiry) => inquiry.inquiryId],
  ["referenceId", (inquiry) => (referenceLook(inquiry) === undefined ? inquiry.referenceId : null)],
  ["referenceIdLeftOut", (inquiry) => referenceLook(inquiry)],
  ["accountId", (inquiry) => inquiry.accountId],
  ["inquiryTemplateId", (inquiry) => inquiry.inquiryTemplateId],
  ["inquiryTemplateVersionId", (inquiry) => inquiry.inquiryTemplateVersionId],
  ["status", (inquiry) => inquiry.status],
  ["statusSince", (inquiry) => inquiry.statusSince],
  ["createdAt", (inquiry) => inquiry.createdAt],
  ["updatedAt", (inquiry) => inquiry.updatedAt],
  ["startedAt", (inquiry) => inquiry.startedAt],
  ["completedAt", (inquiry) => inquiry.completedAt],
  ["failedAt", (inquiry) => inquiry.failedAt],
  ["markedForReviewAt", (inquiry) => inquiry.markedForReviewAt],
  ["decisionedAt", (inquiry) => inquiry.decisionedAt],
  ["expiredAt", (inquiry) => inquiry.expiredAt],
  ["expiresAt", (inquiry) => inquiry.expiresAt],
  ["redactedAt", (inquiry) => inquiry.redactedAt],
  ["redacted", (inquiry) => yesOrNo(inquiry.redacted)],
  ["reviewerType", (inquiry) => inquiry.reviewerType],
  ["tags", (inquiry) => inquiry.tags?.join(" | ")],
  ["hasNote", (inquiry) => yesOrNo(inquiry.hasNote)],
  ["previousStepName", (inquiry) => inquiry.previousStepName],
  ["nextStepName", (inquiry) => inquiry.nextStepName],
  ["sessionCount", (inquiry) => inquiry.sessionCount],
  ["checksPassed", (inquiry) => inquiry.checks?.passed],
  ["checksFailed", (inquiry) => inquiry.checks?.failed],
  ["checksNotApplicable", (inquiry) => inquiry.checks?.notApplicable],
  ["hasMatch", (inquiry) => yesOrNo(inquiry.hasMatch)],
  ["snoozed", (inquiry) => yesOrNo(snoozeOf(inquiry) !== undefined)],
  ["snoozedUntil", (inquiry) => snoozeOf(inquiry)?.until],
];
