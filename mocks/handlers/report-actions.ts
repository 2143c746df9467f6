import * as z from "zod/mini";
import type {
  DismissMatchesData,
  DismissMatchesResponses,
  ReportActionPauseContinuousMonitoringData,
  ReportActionPauseContinuousMonitoringResponses,
  ReportActionReRunReportData,
  ReportActionReRunReportResponses,
  ReportActionResumeContinuousMonitoringData,
  ReportActionResumeContinuousMonitoringResponses,
  ReviewMatchesData,
  ReviewMatchesResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { dismissReportMatches, pauseReport, resumeReport, reviewReportMatches, runReport } from "../world/report/report-actions";
import { given } from "./lookup";

const shared = { method: "POST", permission: "report.write", query: { include: true, fields: true } } as const;

const text = z.optional(z.string());

export const dismissMatches = defineRoute<DismissMatchesData, DismissMatchesResponses>({
  ...shared,
  operation: "dismissMatches",
  path: "/reports/{reportId}/dismiss",
  body: z.strictObject({
    data: z.strictObject({ attributes: z.optional(z.strictObject({ reason: text, dismissType: text, entityId: text })) }),
  }),
  handle: ({ world, path, body, actor }) => {
    const { reason, ...entity } = given(body.data.attributes, "data.attributes");
    const input = { reportId: path.reportId, reason: given(reason, "data.attributes.reason"), ...entity };
    return { data: dismissReportMatches(world, input, actor) };
  },
});

export const reviewMatches = defineRoute<ReviewMatchesData, ReviewMatchesResponses>({
  ...shared,
  operation: "reviewMatches",
  path: "/reports/{reportId}/review",
  body: z.strictObject({
    data: z.strictObject({
      attributes: z.strictObject({
        reviewType: z.enum(["all_records", "record"]),
        reviewStatus: z.enum(["pending", "indeterminate", "true_positive", "false_positive"]),
        recordToken: z.optional(z.nullable(z.string())),
        riskLevel: z.optional(z.nullable(z.enum(["material", "immaterial"]))),
        comment: z.optional(z.nullable(z.string())),
        notifyOnChange: z.optional(z.nullable(z.boolean())),
      }),
    }),
  }),
  handle: ({ world, path, body, actor }) => ({ data: reviewReportMatches(world, { ...path, ...body.data.attributes }, actor) }),
});

export const reportActionReRunReport = defineRoute<ReportActionReRunReportData, ReportActionReRunReportResponses>({
  ...shared,
  operation: "reportActionReRunReport",
  path: "/reports/{reportId}/run",
  handle: ({ world, path, actor }) => ({ data: runReport(world, path, actor) }),
});

export const reportActionPauseContinuousMonitoring = defineRoute<
  ReportActionPauseContinuousMonitoringData,
  ReportActionPauseContinuousMonitoringResponses
>({
  ...shared,
  operation: "reportActionPauseContinuousMonitoring",
  path: "/reports/{reportId}/pause",
  handle: ({ world, path, actor }) => ({ data: pauseReport(world, path, actor) }),
});

export const reportActionResumeContinuousMonitoring = defineRoute<
  ReportActionResumeContinuousMonitoringData,
  ReportActionResumeContinuousMonitoringResponses
>({
  ...shared,
  operation: "reportActionResumeContinuousMonitoring",
  path: "/reports/{reportId}/resume",
  handle: ({ world, path, actor }) => ({ data: resumeReport(world, path, actor) }),
});
