import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listAuditEntries } from "../generated/desk/sdk.gen";
import type { AuditEntry } from "../generated/desk/types.gen";
import { keys } from "../query-keys";
import { ofDesk } from "../as-asked";
import { commaSeparated, listOf, neighboursOf, type PageNeighbours, type PageParams, pageQuery } from "../list-page";

/** Which entries; all conditions must hold. */
export type AuditFilters = {
  /** User ID, or partner token ID. */
  actorId?: string | undefined;
  actions?: readonly string[] | undefined;
  outcome?: string | undefined;
  /** That somebody opened an inquiry or a person: nothing else, or everything else. */
  openings?: "only" | "without" | undefined;
  /** ID of an inquiry, an account, a setting, … */
  subjectId?: string | undefined;
  /** ISO 8601, inclusive. */
  createdAtStart?: string | undefined;
  createdAtEnd?: string | undefined;
};

export type AuditPageParams = AuditFilters & PageParams;

export type AuditPage = PageNeighbours & { entries: AuditEntry[] };

/** The filter as the desk API takes it, for reading and for exporting. */
export const auditFilterQuery = (filters: AuditFilters) => ({
  "actor-id": filters.actorId,
  action: commaSeparated(filters.actions),
  outcome: filters.outcome,
  openings: filters.openings,
  "subject-id": filters.subjectId,
  "created-at-start": filters.createdAtStart,
  "created-at-end": filters.createdAtEnd,
});

/** One page of the desk's own audit log, newest first. Who may not see everything gets their own entries. */
export const auditEntriesQuery = ({ after, before, size, ...filters }: AuditPageParams = {}) =>
  queryOptions({
    queryKey: keys.auditEntries({ after, before, size, ...filters }),
    queryFn: async ({ signal }): Promise<AuditPage> => {
      const query = { page: pageQuery({ after, before, size }), filter: auditFilterQuery(filters) };
      const { data } = await request(() => listAuditEntries({ client: deskClient, signal, query }));
      return { entries: listOf(data.data, ofDesk), ...neighboursOf(data) };
    },
    placeholderData: keepPreviousData,
  });

/** Enough for what staff did to one inquiry: what they merely opened is left out. */
const mostOfInquiry = 50;

/** What was done to one inquiry by way of the desk, newest first. */
export const inquiryLogQuery = (inquiryId: string) =>
  auditEntriesQuery({ subjectId: inquiryId, outcome: "done", openings: "without", size: mostOfInquiry });
