import { queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { listAllReports, listReportHistory } from "../generated/persona/sdk.gen";
import type { ReportHistoryEntry } from "../generated/persona/types.gen";
import { reportModel, type ReportModel } from "../models";
import { keys } from "../query-keys";
import { rowsAsAsked, unreadable } from "../as-asked";
import { listOf, neighboursOf } from "../list-page";

export type AccountReports = {
  /** Newest first. */
  reports: ReportModel[];
  /** How many rows of the answer said that they belong to another account. They are left out. */
  strangers: number;
  /** Whether the account has more than one call gives. */
  hasMore: boolean;
};

/** The newest hundred reports of an account, those of its inquiries among them, with all that they found. */
export const accountReportsQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.reports({ accountId }),
    queryFn: async ({ signal }): Promise<AccountReports> => {
      const query = { filter: { "account-id": accountId }, page: { size: 100 } };
      const { data } = await request(() => listAllReports({ signal, query }));
      const isTheirs = ({ links }: ReportModel) => (links.account?.id ?? accountId) === accountId;
      const { asked, strangers } = rowsAsAsked(listOf(data.data).map(reportModel), isTheirs);
      return { reports: asked, strangers, hasMore: neighboursOf(data).next !== null };
    },
  });

export type ReportHistory = { entries: readonly ReportHistoryEntry[]; hasMore: boolean };

/** What happened to a report, newest first: runs, and what people did. */
export const reportHistoryQuery = (reportId: string) =>
  queryOptions({
    queryKey: keys.reportHistory(reportId),
    queryFn: async ({ signal }): Promise<ReportHistory> => {
      const { data } = await request(() => listReportHistory({ signal, path: { reportId }, query: { page: { size: 100 } } }));
      if (!Array.isArray(data.data)) throw unreadable();
      return { entries: data.data, hasMore: neighboursOf(data).next !== null };
    },
    // no loader begins it: opening it again asks again
    retryOnMount: true,
  });
