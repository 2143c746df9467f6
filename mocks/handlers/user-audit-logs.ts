import type {
  ListAllUserAuditLogsData,
  ListAllUserAuditLogsResponses,
  RetrieveAuserAuditLogData,
  RetrieveAuserAuditLogResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import { need } from "./lookup";

/** Refused with sandbox keys (Persona docs: User audit logs). */
const access = { permission: "user_audit_log.read", refusedIn: "sandbox" } as const;

export const listAllUserAuditLogs = defineRoute<ListAllUserAuditLogsData, ListAllUserAuditLogsResponses>({
  ...access,
  operation: "listAllUserAuditLogs",
  method: "GET",
  path: "/user-audit-logs",
  query: { page: true, include: true, fields: true },
  handle: ({ world, query }) => ({ page: paginate(world.tables.userAuditLogs.newestFirst(), query.page) }),
});

export const retrieveAUserAuditLog = defineRoute<RetrieveAuserAuditLogData, RetrieveAuserAuditLogResponses>({
  ...access,
  operation: "retrieveAUserAuditLog",
  method: "GET",
  path: "/user-audit-logs/{userAuditLogId}",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: need(world.tables.userAuditLogs.get(path.userAuditLogId)) }),
});
