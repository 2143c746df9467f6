import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readProperty, readText } from "@/lib/read";
import { request } from "../client";
import { ApiError } from "../errors";
import { userAuditLogGaps } from "../generated/persona/gaps.gen";
import { listAllUserAuditLogs } from "../generated/persona/sdk.gen";
import type { UserAuditLog } from "../generated/persona/types.gen";
import { flat, includedAt } from "../json-api";
import { userModel } from "../models";
import { keys } from "../query-keys";
import { listOf, neighboursOf, type PageNeighbours, type PageParams, pageQuery } from "../list-page";

/** One thing a member did in Persona's dashboard, as far as the list shows it. */
export type DashboardRequest = {
  id: string;
  createdAt: string;
  method: string;
  path: string;
  /** Undefined: not told. */
  responseStatus: number | undefined;
  ipAddress: string;
  /** Somebody else acted in the member's name. */
  impersonatorEmailAddress: string | null;
  /** The inquiry concerned, for some requests. */
  inquiryId: string | undefined;
  /** The member; undefined when Persona did not send them along. */
  user: { name: string; emailAddress: string } | undefined;
  userId: string | undefined;
};

export type UserAuditLogPage = PageNeighbours & { requests: DashboardRequest[] };

/** One page of Persona's own log of what members did in its dashboard, newest first. Production keys only (Persona docs, "User audit logs"). */
export const userAuditLogsQuery = (params: PageParams = {}) =>
  queryOptions({
    queryKey: keys.userAuditLogs(params),
    queryFn: async ({ signal }): Promise<UserAuditLogPage> => {
      const { data } = await withMembers(pageQuery(params), signal);
      return { requests: listOf(data.data).map((log) => dashboardRequest(log, data)), ...neighboursOf(data) };
    },
    placeholderData: keepPreviousData,
  });

/** Long enough that going from one inquiry to the next asks Persona once. */
const latestFor = 5 * 60_000;

/** The latest page of the same log, for the names in it: whatever inquiry they are needed for, it is the same page. */
export const latestUserAuditLogsQuery = () => queryOptions({ ...userAuditLogsQuery({ size: 100 }), staleTime: latestFor, retry: false });

/**
 * One page with the members along. Persona's answer has room for them, but no parameter is declared that asks for it, so Persona may
 * refuse the question; then the page is asked for once more, and comes without names.
 */
async function withMembers(page: ReturnType<typeof pageQuery>, signal: AbortSignal) {
  const query = { page, include: "user" };
  try {
    return await request(() => listAllUserAuditLogs({ signal, query }));
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 400) throw error;
    return request(() => listAllUserAuditLogs({ signal, query: { page } }));
  }
}

function dashboardRequest(log: UserAuditLog, answer: { included?: unknown }): DashboardRequest {
  const { id, createdAt, method, path, responseStatus, ipAddress, impersonatorEmailAddress, context, links } = flat(log, userAuditLogGaps);
  const resource = includedAt(answer, "user", links.user);
  const user = resource && userModel(resource);
  return {
    id,
    createdAt,
    method,
    path,
    responseStatus,
    ipAddress,
    impersonatorEmailAddress: impersonatorEmailAddress ?? null,
    inquiryId: readText(readProperty(context, "inquiryId")),
    user: user && { name: [user.nameFirst, user.nameLast].filter(Boolean).join(" "), emailAddress: user.emailAddress },
    userId: links.user?.id,
  };
}
