import type { Route } from "../http/define-route";
import { listAllAccounts, searchAccounts } from "./account-lists";
import { accountsAddTag, accountsRemoveTag, accountsSetAllTags } from "./account-tags";
import { consolidateIntoAnAccount, createAnAccount, redactAnAccount, retrieveAnAccount, updateAnAccount } from "./accounts";
import { listAllCases } from "./case-lists";
import { addCommentToACase, assignACase, retrieveCase, setStatusForACase } from "./cases";
import { retrieveADocument, retrieveAGenericDocument, retrieveAGovernmentIdDocument } from "./documents";
import { listAllEvents, retrieveAnEvent } from "./events";
import { createAnInquiry, printAnInquiryPdf, redactAnInquiry, retrieveAnInquiry, updateAnInquiry } from "./inquiries";
import { expireAnInquiry, generateAOneTimeLink, resumeAnInquiry } from "./inquiry-access";
import { approveAnInquiry, declineAnInquiry, markAnInquiryForReview } from "./inquiry-decisions";
import { listAllInquiries, searchInquiries } from "./inquiry-lists";
import { listAllInquirySessions, retrieveAnInquirySession } from "./inquiry-session-reads";
import {
  createAnInquirySession,
  expireAnInquirySession,
  expireInquirySessionsOfMany,
  generateAOneTimeLinkForAnInquirySession,
} from "./inquiry-sessions";
import { inquiriesAddTag, inquiriesRemoveTag, inquiriesSetAllTags } from "./inquiry-tags";
import { listAllInquiryTemplates, listAllInquiryTemplateVersions, retrieveAnInquiryTemplate } from "./inquiry-templates";
import { listAllRateLimits } from "./rate-limits";
import {
  dismissMatches,
  reportActionPauseContinuousMonitoring,
  reportActionReRunReport,
  reportActionResumeContinuousMonitoring,
  reviewMatches,
} from "./report-actions";
import { listAllReports, listReportHistory, retrieveAReport } from "./reports";
import { inquiriesPerformSimulateActions } from "./simulate-actions";
import { listAllUserAuditLogs, retrieveAUserAuditLog } from "./user-audit-logs";
import { printAVerificationAsPdf, retrieveAVerification } from "./verifications";

/** Every operation of the contract. What is asked for most stands first. */
export const routes: readonly Route[] = [
  listAllInquiries,
  retrieveAnInquiry,
  listAllEvents,
  retrieveAnAccount,
  listAllAccounts,
  retrieveAnInquirySession,
  listAllInquirySessions,
  listAllInquiryTemplates,
  retrieveAnInquiryTemplate,
  listAllInquiryTemplateVersions,
  retrieveAVerification,
  printAVerificationAsPdf,
  retrieveADocument,
  retrieveAGenericDocument,
  retrieveAGovernmentIdDocument,
  listAllReports,
  retrieveAReport,
  listReportHistory,
  retrieveAnEvent,
  listAllCases,
  retrieveCase,
  listAllUserAuditLogs,
  retrieveAUserAuditLog,
  listAllRateLimits,
  printAnInquiryPdf,
  searchInquiries,
  searchAccounts,
  approveAnInquiry,
  declineAnInquiry,
  markAnInquiryForReview,
  resumeAnInquiry,
  expireAnInquiry,
  generateAOneTimeLink,
  inquiriesAddTag,
  inquiriesRemoveTag,
  inquiriesSetAllTags,
  inquiriesPerformSimulateActions,
  createAnInquiry,
  updateAnInquiry,
  redactAnInquiry,
  createAnInquirySession,
  expireInquirySessionsOfMany,
  expireAnInquirySession,
  generateAOneTimeLinkForAnInquirySession,
  createAnAccount,
  updateAnAccount,
  redactAnAccount,
  consolidateIntoAnAccount,
  accountsAddTag,
  accountsRemoveTag,
  accountsSetAllTags,
  dismissMatches,
  reportActionReRunReport,
  reportActionPauseContinuousMonitoring,
  reportActionResumeContinuousMonitoring,
  reviewMatches,
  assignACase,
  addCommentToACase,
  setStatusForACase,
];
