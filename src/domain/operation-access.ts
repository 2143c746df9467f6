/**
 * Which roles each of Persona's operations is for. What the desk offers as an action follows the capability table; the rest is decided
 * here. The server side holds everybody to it.
 */
import { rolesFor } from "@/domain/capability";
import { knownRole, roleLabel, type Role, roles, type Viewer } from "@/domain/viewer";

type Access = {
  readonly roles: readonly Role[];
  /** What it does, after "can't". */
  readonly does: string;
  /** Never with a production key. */
  readonly simulation?: true;
};

const deciders = rolesFor("approve");
const writers: readonly Role[] = roles.filter((role) => role !== "auditor");
const keepers: readonly Role[] = ["lead", "admin"];

const read: Access = { roles, does: "read this" };
const audit: Access = { roles: ["lead", "auditor", "admin"], does: "read Persona's user audit logs" };
const editInquiry: Access = { roles: writers, does: "create or change inquiries" };
const editAccount: Access = { roles: writers, does: "create or change accounts" };
const inquiryTags: Access = { roles: rolesFor("editTags"), does: "change tags of inquiries" };
const accountTags: Access = { roles: writers, does: "change tags of accounts" };
const link: Access = { roles: rolesFor("generateOneTimeLink"), does: "create one-time links or sessions" };
const expire: Access = { roles: rolesFor("expire"), does: "expire inquiries or sessions" };
const redact: Access = { roles: keepers, does: "redact personal data" };
const reports: Access = { roles: deciders, does: "act on reports" };

/** By the name the generated client gives the operation. */
export const operationAccess = {
  listAllAccounts: read,
  createAnAccount: editAccount,
  searchAccounts: read,
  retrieveAnAccount: read,
  updateAnAccount: editAccount,
  redactAnAccount: redact,
  consolidateIntoAnAccount: { roles: keepers, does: "consolidate accounts" },
  accountsAddTag: accountTags,
  accountsRemoveTag: accountTags,
  accountsSetAllTags: accountTags,
  listAllInquiries: read,
  createAnInquiry: editInquiry,
  searchInquiries: read,
  retrieveAnInquiry: read,
  updateAnInquiry: editInquiry,
  redactAnInquiry: redact,
  approveAnInquiry: { roles: deciders, does: "approve inquiries" },
  declineAnInquiry: { roles: rolesFor("decline"), does: "decline inquiries" },
  markAnInquiryForReview: { roles: rolesFor("markForReview"), does: "mark inquiries for review" },
  resumeAnInquiry: { roles: rolesFor("resume"), does: "resume inquiries" },
  expireAnInquiry: expire,
  generateAOneTimeLink: link,
  printAnInquiryPdf: read,
  inquiriesAddTag: inquiryTags,
  inquiriesRemoveTag: inquiryTags,
  inquiriesSetAllTags: inquiryTags,
  // One of the simulated actions is a decision.
  inquiriesPerformSimulateActions: { roles: deciders, does: "simulate what a user does", simulation: true },
  listAllInquirySessions: read,
  createAnInquirySession: link,
  expireInquirySessions: expire,
  retrieveAnInquirySession: read,
  expireAnInquirySession: expire,
  generateAOneTimeLinkForAnInquirySession: link,
  listAllInquiryTemplates: read,
  retrieveAnInquiryTemplate: read,
  listAllInquiryTemplateVersions: read,
  retrieveAVerification: read,
  printAVerificationAsPdf: read,
  retrieveADocument: read,
  retrieveAGenericDocument: read,
  retrieveAGovernmentIdDocument: read,
  listAllReports: read,
  retrieveAReport: read,
  listReportHistory: read,
  dismissMatches: reports,
  reviewMatches: reports,
  reportActionReRunReport: reports,
  reportActionPauseContinuousMonitoring: reports,
  reportActionResumeContinuousMonitoring: reports,
  listAllEvents: read,
  retrieveAnEvent: read,
  listAllCases: read,
  retrieveCase: read,
  assignACase: { roles: writers, does: "assign cases" },
  addCommentToACase: { roles: writers, does: "comment on cases" },
  // A case's status closes it.
  setStatusForACase: { roles: deciders, does: "set the status of cases" },
  listAllUserAuditLogs: audit,
  retrieveAUserAuditLog: audit,
  listAllRateLimits: read,
} satisfies Readonly<Record<string, Access>>;

export type AccessOperation = keyof typeof operationAccess;

/**
 * Why `viewer` may not call an operation, as a sentence; undefined when they may. Does not look at what it is called on: that is
 * `capability`, and Persona.
 */
export function operationRefusal(operation: AccessOperation, viewer: Viewer): string | undefined {
  const access: Access = operationAccess[operation];
  const role = knownRole(viewer);
  if (role === undefined || !access.roles.includes(role)) return `Your role (${roleLabel(viewer)}) can't ${access.does}.`;
  if (access.simulation && viewer.environment === "production") return "Nothing can be simulated in production.";
  return undefined;
}
