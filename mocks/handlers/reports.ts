import type {
  ListAllReportsData,
  ListAllReportsResponses,
  ListReportHistoryData,
  ListReportHistoryResponses,
  RetrieveAReportData,
  RetrieveAReportResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import { reportHistory } from "../world/report-actions";
import { need, sameReference } from "./lookup";

export const listAllReports = defineRoute<ListAllReportsData, ListAllReportsResponses>({
  operation: "listAllReports",
  method: "GET",
  path: "/reports",
  permission: "report.read",
  query: { page: true, fields: true, filter: ["reference-id", "account-id"] },
  handle: ({ world, query }) => {
    const accountId = query.filter["account-id"];
    const referenceId = query.filter["reference-id"];
    const referenceOf = (id: string | undefined) => (id === undefined ? undefined : world.tables.accounts.get(id)?.attributes.referenceId);
    return {
      page: paginate(world.tables.reports.newestFirst(), query.page, ({ relationships }) => {
        const owner = relationships.account.data?.id;
        return (
          (accountId === undefined || owner === accountId) &&
          (referenceId === undefined || sameReference(referenceOf(owner) ?? null, referenceId))
        );
      }),
    };
  },
});

export const retrieveAReport = defineRoute<RetrieveAReportData, RetrieveAReportResponses>({
  operation: "retrieveAReport",
  method: "GET",
  path: "/reports/{reportId}",
  permission: "report.read",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: need(world.tables.reports.get(path.reportId)) }),
});

/** Flat entries, newest first like every list. */
export const listReportHistory = defineRoute<ListReportHistoryData, ListReportHistoryResponses>({
  operation: "listReportHistory",
  method: "GET",
  path: "/reports/{reportId}/history",
  permission: "report.read",
  query: { page: true },
  handle: ({ world, path, query }) => ({ page: paginate(reportHistory(world, path), query.page) }),
});
