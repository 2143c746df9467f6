import type { DocumentOther, ReportOther, Selfie, VerificationOther } from "@/api/generated/persona/types.gen";
import { checksOf, failedChecksOf } from "../../world/checks";
import { blankReportAttributes } from "../../world/report-kinds";
import { reportTemplateOf } from "../../world/catalog";
import { iso, second, unixSeconds } from "../../world/time";
import { blankDocumentAttributes, blankVerificationAttributes, documentKindOf } from "../../world/verification-kinds";
import { attemptsOf, attemptsPerInquiry, type BulkAttempt } from "./attempts";
import { type Bulk, contextOfAccount, inquiryOfReport, versionAt } from "./bulk";
import { lazyRelatedRow } from "./lazy-row";
import { type Course, courseOf } from "./plan";

/** A verification of the bulk with all that belongs to it. */
export interface Placed {
  course: Course;
  made: BulkAttempt;
  /** Its number among all. */
  number: number;
}

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
  return lazyRelatedRow<VerificationOther, undefined>(
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
      ...pinned(bulk, course),
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
  return lazyRelatedRow<DocumentOther, undefined>(
    `document/${kind}`,
    plan.ids.of("doc_", number),
    undefined,
    () => {
      const blank = blankDocumentAttributes(kind);
      const given = made.attempt.attributes(contextOfAccount(bulk, course.account));
      const shown = Object.fromEntries(Object.entries(given).filter(([name]) => name in blank));
      const side = (url: unknown) =>
        typeof url === "string" ? { filename: url.split("/").at(-1)?.split("?")[0] ?? "photo", url, byteSize: 240_000 } : null;
      const sides = kind === "government-id" ? { frontPhoto: side(given["frontPhotoUrl"]), backPhoto: side(given["backPhotoUrl"]) } : {};
      return {
        ...blank,
        ...shown,
        ...sides,
        status: "processed",
        createdAt: iso(made.submittedAt),
        processedAt: iso(made.completedAt),
        processedAtTs: unixSeconds(made.completedAt),
      };
    },
    () => ({ ...pinned(bulk, course), documentFiles: { data: [] } }),
  );
}

export function bulkSelfie({ plan }: Bulk, course: Course): Selfie {
  const at = attemptsOf(plan, course).at(-1)?.completedAt ?? course.createdAt;
  return lazyRelatedRow<Selfie, undefined>(
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
  return lazyRelatedRow<ReportOther, undefined>(
    "report/watchlist",
    plan.ids.of("rep_", number),
    undefined,
    () => {
      const at = courseOf(plan, inquiryNumber).completedAt ?? 0;
      return {
        ...blankReportAttributes("watchlist", world.tables.inquiries.get(inquiryId)),
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

function pinned(bulk: Bulk, { number, template, createdAt }: Course) {
  const templateId = bulk.templates[template];
  return {
    inquiry: { data: { type: "inquiry", id: bulk.plan.ids.of("inq_", number) } },
    template: { data: null },
    inquiryTemplate: { data: { type: "inquiry-template", id: templateId } },
    inquiryTemplateVersion: { data: { type: "inquiry-template-version", id: versionAt(bulk, templateId, createdAt) } },
    transaction: { data: null },
  };
}
