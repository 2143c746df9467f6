import type { IndexedInquiry } from "@/api/generated/desk/types.gen";
import { type CsvColumns, csvHead, csvRow } from "@/lib/csv";

const looks: readonly (readonly [look: string, pattern: RegExp])[] = [
  ["e-mail address", /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/],
  ["social security number", /^(?!000|666|9)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}$/],
  ["phone number", /^(?=(?:\D*\d){10,15}\D*$)(?:(?:\+|00)[\d\s().-]+|\(?\d{2,4}\)?[\s.-]\d{3}[\s.-]\d{3,4})$/],
  ["name", /^\p{L}[\p{L}\p{M}'’-]*\.?(?:\s+\p{L}[\p{L}\p{M}'’-]*\.?){1,3}$/u],
];
const lookOf = ({ referenceId }: IndexedInquiry) => looks.find(([, pattern]) => pattern.test(referenceId?.trim() ?? ""))?.[0];

const told = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");
const snooze = ({ postponements }: IndexedInquiry) => postponements.find(({ kind }) => kind === "snooze");
const asTold = <Name extends keyof IndexedInquiry>(name: Name): [Name, (inquiry: IndexedInquiry) => IndexedInquiry[Name]] => [
  name,
  (inquiry) => inquiry[name],
];

/** As the server side of the desk exports them (openapi/desk.yaml, GET /desk/v1/inquiries.csv). */
const columns: CsvColumns<IndexedInquiry> = [
  asTold("inquiryId"),
  ["referenceId", (inquiry) => (lookOf(inquiry) === undefined ? inquiry.referenceId : "")],
  ["referenceIdLeftOut", lookOf],
  asTold("accountId"),
  asTold("inquiryTemplateId"),
  asTold("inquiryTemplateVersionId"),
  asTold("status"),
  asTold("statusSince"),
  asTold("createdAt"),
  asTold("updatedAt"),
  asTold("startedAt"),
  asTold("completedAt"),
  asTold("failedAt"),
  asTold("markedForReviewAt"),
  asTold("decisionedAt"),
  asTold("expiredAt"),
  asTold("expiresAt"),
  asTold("redactedAt"),
  ["redacted", ({ redacted }) => told(redacted)],
  asTold("reviewerType"),
  ["tags", ({ tags }) => (tags ?? []).join(" | ")],
  ["hasNote", ({ hasNote }) => told(hasNote)],
  asTold("previousStepName"),
  asTold("nextStepName"),
  asTold("sessionCount"),
  ["checksPassed", ({ checks }) => checks?.passed],
  ["checksFailed", ({ checks }) => checks?.failed],
  ["checksNotApplicable", ({ checks }) => checks?.notApplicable],
  ["hasMatch", ({ hasMatch }) => told(hasMatch)],
  ["snoozed", (inquiry) => (snooze(inquiry) === undefined ? "no" : "yes")],
  ["snoozedUntil", (inquiry) => snooze(inquiry)?.until],
];

/** The head of the file, and the line of each inquiry. */
export const inquiryCsv = (inquiries: readonly IndexedInquiry[]): string =>
  csvHead(columns) + inquiries.map((inquiry) => csvRow(columns, inquiry)).join("");
