import { mutationOptions, type Query } from "@tanstack/react-query";
import { readList, readProperty } from "@/lib/read";
import { request } from "../client";
import {
  dismissMatches,
  reportActionPauseContinuousMonitoring,
  reportActionReRunReport,
  reportActionResumeContinuousMonitoring,
  reviewMatches,
} from "../generated/persona/sdk.gen";
import type { ReviewMatchesAttributes } from "../generated/persona/types.gen";
import { idempotent } from "../idempotency";
import { sendOnce } from "../intent-keys";
import { reportModel, type ReportModel } from "../models";
import { asAsked } from "../as-asked";

export type ReportChange =
  /** All matches; those of one entity where `entityId` is given. */
  | { readonly action: "dismiss"; readonly reason: string; readonly entityId?: string }
  /** All records; one where `recordToken` is given. */
  | {
      readonly action: "review";
      readonly reviewStatus: ReviewMatchesAttributes["reviewStatus"];
      readonly recordToken?: string;
      readonly riskLevel: "material" | "immaterial" | null;
      readonly comment: string | null;
    }
  | { readonly action: "run" | "pause" | "resume" };

/**
 * Does something to a report, and gives the report as it is afterwards; a run goes on after that. The same once more, after a lost answer,
 * is done once.
 * Source: spec, POST /reports/{report-id}/dismiss, /run, /pause, /resume; Persona's changelog of 2026, /review
 * @throws ApiError; 409 when it does not fit what the report is now, 422 when Persona finds no such match in it
 */
export const changeReportMutation = (reportId: string) => {
  const shown = { predicate: (query: Query) => showsReport(query, reportId) };
  return mutationOptions({
    mutationKey: ["report", "change", reportId],
    // after a conflict too: what somebody else did is shown beside the refusal
    meta: { invalidates: [shown], isDoneWhenRead: true, invalidatesOnConflict: [shown] },
    mutationFn: (change: ReportChange): Promise<ReportModel> =>
      sendOnce(`report ${reportId}`, change, change, async (key, kept) => {
        const { data } = await request(() => call(reportId, kept, key));
        return reportModel(asAsked(data.data, reportId));
      }),
  });
};

/** Whether a cached answer is an inquiry or a list that has the report, or its history. */
const showsReport = ({ queryKey: [type, , about], state }: Query, reportId: string): boolean =>
  (type === "inquiry" || type === "report") &&
  (about === reportId || readList(readProperty(state.data, "reports")).some((report) => readProperty(report, "id") === reportId));

function call(reportId: string, change: ReportChange, key: string) {
  const shared = { path: { reportId }, headers: idempotent(key) };
  switch (change.action) {
    case "dismiss": {
      const { reason, entityId } = change;
      const which = entityId === undefined ? {} : { dismissType: "entity", entityId };
      return dismissMatches({ ...shared, body: { data: { attributes: { reason, ...which } } } });
    }
    case "review": {
      const { recordToken, reviewStatus, riskLevel, comment } = change;
      const reviewType = recordToken === undefined ? "all_records" : "record";
      return reviewMatches({ ...shared, body: { data: { attributes: { reviewType, recordToken, reviewStatus, riskLevel, comment } } } });
    }
    case "run":
      return reportActionReRunReport(shared);
    case "pause":
      return reportActionPauseContinuousMonitoring(shared);
    case "resume":
      return reportActionResumeContinuousMonitoring(shared);
  }
}
