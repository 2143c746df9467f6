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
import type { Query } from "../http/query";
import { reportHistory } from "../world/report/report-actions";
import type { World } from "../world/core/world";
import { everything, need, sameReference } from "./lookup";

export const listAllReports = defineRoute<ListAllReportsData, ListAllReportsResponses>({
  operation: "listAllReports",
  method: "GET",
  path: "/reports",
  permission: "report.read",
  query: { page: true, fields: true, filter: ["reference-id", "account-id"] },
  handle: ({ world, query }) => {
    const accountIds = ownersAsked(world, query.filter);
    if (accountIds === undefined) return { page: paginate(world.tables.reports.candidates(everything, query.page), query.page) };
    const rows = world.tables.reports.candidates({ accountIds }, query.page);
    return { page: paginate(rows, query.page, ({ relationships }) => accountIds.includes(relationships.account.data?.id ?? "")) };
  },
});

/** The accounts whose reports are asked for; undefined for those of everybody. Both filters must hold (spec: GET /reports). */
function ownersAsked({ tables }: World, filter: Query["filter"]): string[] | undefined {
  const accountId = filter["account-id"];
  const referenceId = filter["reference-id"];
  if (referenceId === undefined) return accountId === undefined ? undefined : [accountId];
  return [...tables.accounts.candidates({ referenceIds: [referenceId] })]
    .filter(({ id, attributes }) => sameReference(attributes.referenceId, referenceId) && (accountId === undefined || id === accountId))
    .map(({ id }) => id);
}

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
