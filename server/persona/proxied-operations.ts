import type { OperationId } from "./match-operation";

/**
 * Operations that the application calls, and so the only ones that are let through from a browser; test/repo/least-authority.test.ts holds
 * the list to what `src` calls. What the server itself asks of Persona does not come this way.
 */
export const proxiedOperations = [
  "accountsAddTag",
  "accountsRemoveTag",
  "dismissMatches",
  "inquiriesAddTag",
  "inquiriesRemoveTag",
  "listAllAccounts",
  "listAllEvents",
  "listAllInquiries",
  "listAllInquiryTemplateVersions",
  "listAllInquiryTemplates",
  "listAllReports",
  "listAllUserAuditLogs",
  "listReportHistory",
  "printAnInquiryPdf",
  "reportActionPauseContinuousMonitoring",
  "reportActionReRunReport",
  "reportActionResumeContinuousMonitoring",
  "retrieveADocument",
  "retrieveAReport",
  "retrieveAVerification",
  "retrieveAnAccount",
  "retrieveAnEvent",
  "retrieveAnInquiry",
  "retrieveAnInquirySession",
  "retrieveAnInquiryTemplate",
  "retrieveCase",
  "reviewMatches",
  "updateAnInquiry",
] as const satisfies readonly OperationId[];

/**
 * The attributes that the application writes with operations that take any: other attributes are refused. Of an account it writes none.
 */
export const writtenAttributes: Partial<Record<OperationId, readonly string[]>> = { updateAnInquiry: ["note"], updateAnAccount: [] };

const proxied: ReadonlySet<OperationId> = new Set(proxiedOperations);

/** Whether an operation passes, because the application calls it. */
export const isProxied = (operation: OperationId): boolean => proxied.has(operation);
