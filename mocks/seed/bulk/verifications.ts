import type { DocumentOther, ReportOther, Selfie, VerificationOther } from "@/api/generated/persona/types.gen";
import { checksOf, failedChecksOf } from "../../world/verification/checks";
import { shownBy } from "../../world/verification/evidence";
import { pinnedTo } from "../../world/inquiry/inquiry-lookup";
import { blankReportAttributes } from "../../world/report/report-kinds";
import { reportTemplateOf } from "../../world/template/catalog";
import { iso, second, unixSeconds } from "../../world/core/time";
import { blankDocumentAttributes, blankVerificationAttributes, documentKindOf } from "../../world/verification/verification-kinds";
import { attemptsOf, attemptsPerInquiry, type BulkAttempt } from "./attempts";
import { type Bulk, contextOfAccount, inquiryOfReport } from "./bulk";
import { bulkInquiry } from "./inquiries";
import { lazyRow } from "./lazy-row";
import { type Course, courseOf } from "./plan";

/** A verification of the bulk with all that belongs to it. */
export type Placed = {
  course: Course;
  made: BulkAttempt;
  /** Its number among all. */
  number: number;
};

/** The attempt behind a number; undefined for a place in the numbers that no attempt took. */
export function placed({ plan }: Bulk, number: number): Placed | undefined {
  const index = number % attemptsPerInquiry;
  const course = courseOf(plan, (number - index) / attemptsPerInquiry);
  const made = attemptsOf(plan, course)[index];
  return made === undefined ? undefined : { course, made, number };
}

export function bulkVerification(bulk: Bulk, { course, made, number }: Placed): VerificationOther {
  const { plan } = bulk;
  const { kind } = made.attempt;
  const documentKind = documentKindOf(kind);
  return lazyRow<VerificationOther, undefined>(
    `verification/${kind}`,
    plan.ids.of("ver_", number),
    undefined,
    () => ({
      ...blankVerificationAttributes(kind),
      countryCode: null,
      ...made.attempt.attributes(contextOfAccount(bulk, course.account)),
      status: made.passed ? "passed" : "failed",
      createdAt: iso(made.createdAt),
      createdAtTs: unixSeconds(made.createdAt),
      submittedAt: iso(made.submittedAt),
      submittedAtTs: unixSeconds(made.submittedAt),
      completedAt: iso(made.completedAt),
      completedAtTs: unixSeconds(made.completedAt),
      redactedAt: null,
      tags: [],
      checks: made.passed ? checksOf(kind, made.attempt.checks) : failedChecksOf(kind, made.attempt.checks),
    }),
    () => ({
      ...pinnedTo(bulkInquiry(bulk, course.number)),
      verificationTemplate: { data: null },
      verificationTemplateVersion: { data: null },
      accounts: { data: [{ type: "account", id: plan.ids.of("act_", course.account) }] },
      ...(documentKind !== undefined && { document: { data: { type: `document/${documentKind}`, id: plan.ids.of("doc_", number) } } }),
    }),
  );
}

export function bulkDocument(bulk: Bulk, { course, made, number }: Placed): DocumentOther {
  const { plan } = bulk;
  const kind = documentKindOf(made.attempt.kind) ?? "generic";
  return lazyRow<DocumentOther, undefined>(
    `document/${kind}`,
    plan.ids.of("doc_", number),
    undefined,
    () => ({
      ...blankDocumentAttributes(kind),
      ...shownBy(kind, made.attempt.attributes(contextOfAccount(bulk, course.account))),
      status: "processed",
      createdAt: iso(made.submittedAt),
      processedAt: iso(made.completedAt),
      processedAtTs: unixSeconds(made.completedAt),
    }),
    () => ({ ...pinnedTo(bulkInquiry(bulk, course.number)), documentFiles: { data: [] } }),
  );
}

export function bulkSelfie({ plan }: Bulk, course: Course): Selfie {
  const at = attemptsOf(plan, course).at(-1)?.completedAt ?? course.createdAt;
  return lazyRow<Selfie, undefined>(
    "selfie/profile-and-center",
    plan.ids.of("self_", course.number),
    undefined,
    () => ({ status: "processed", createdAt: iso(at - 3 * second), processedAt: iso(at) }),
    () => ({ inquiry: { data: { type: "inquiry", id: plan.ids.of("inq_", course.number) } } }),
  );
}

/** The watchlist report of an inquiry that went through. */
export function bulkReport(bulk: Bulk, number: number): ReportOther {
  const { plan, world } = bulk;
  const inquiryNumber = inquiryOfReport(number);
  const inquiryId = plan.ids.of("inq_", inquiryNumber);
  return lazyRow<ReportOther, undefined>(
    "report/watchlist",
    plan.ids.of("rep_", number),
    undefined,
    () => {
      const at = courseOf(plan, inquiryNumber).completedAt ?? 0;
      return {
        ...blankReportAttributes("watchlist", bulkInquiry(bulk, inquiryNumber)),
        status: "ready",
        createdAt: iso(at),
        completedAt: iso(at + 12 * second),
        redactedAt: null,
        reportTemplateVersionName: "Watchlist v1",
        hasMatch: false,
        isContinuous: false,
        isRecurring: false,
        tags: [],
      };
    },
    () => ({
      inquiry: { data: { type: "inquiry", id: inquiryId } },
      account: { data: { type: "account", id: plan.ids.of("act_", courseOf(plan, inquiryNumber).account) } },
      transaction: { data: null },
      reportTemplate: { data: { type: "report-template/watchlist", id: reportTemplateOf(world, "watchlist").id } },
    }),
  );
}
