import type { OperationId } from "./match-operation";

/** What goes first when calls are short: what somebody decided, what somebody looks at, what screens keep fresh, what nobody waits for. */
export type Priority = "decision" | "interactive" | "background" | "sweep";

const interactive: ReadonlySet<OperationId> = new Set([
  "retrieveAnAccount",
  "retrieveAnInquiry",
  "printAnInquiryPdf",
  "retrieveAnInquirySession",
  "retrieveAVerification",
  "printAVerificationAsPdf",
  "retrieveADocument",
  "retrieveAGenericDocument",
  "retrieveAGovernmentIdDocument",
  "retrieveAReport",
  "retrieveCase",
]);

const background: ReadonlySet<OperationId> = new Set([
  // the story beside the inquiry: it can be decided without
  "listAllEvents",
  "listAllAccounts",
  "searchAccounts",
  "listAllInquiries",
  "searchInquiries",
  "listAllInquirySessions",
  "listAllInquiryTemplates",
  "retrieveAnInquiryTemplate",
  "listAllInquiryTemplateVersions",
  "listAllReports",
  "listReportHistory",
  "retrieveAnEvent",
  "listAllCases",
  "listAllUserAuditLogs",
  "retrieveAUserAuditLog",
  "listAllRateLimits",
]);

/** Every write is a decision somebody made. */
export function priorityOf(operation: OperationId): Priority {
  if (interactive.has(operation)) return "interactive";
  return background.has(operation) ? "background" : "decision";
}

const minute = 60_000;

/** How long an answer may be given to others, ms; undefined for what must always be asked anew. */
export function cacheLife(operation: OperationId): number | undefined {
  switch (operation) {
    case "listAllInquiryTemplates":
    case "retrieveAnInquiryTemplate":
    case "listAllInquiryTemplateVersions":
      return 5 * minute;
    // Fifty screens that hear of the same change ask within a moment of each other.
    case "listAllInquiries":
    case "searchInquiries":
    case "listAllCases":
    case "listAllReports":
      return 2_000;
    default:
      return undefined;
  }
}
