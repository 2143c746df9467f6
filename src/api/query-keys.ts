import type { QueryClient } from "@tanstack/react-query";

/** What a cached answer is about. The first part of its key, so that a change reaches every list and detail of that kind. */
export type CachedType =
  | "account"
  | "audit-entry"
  | "case"
  | "claim"
  | "decision"
  | "desk-session"
  | "document"
  | "event"
  | "inquiry"
  | "inquiry-session"
  | "inquiry-template"
  | "inquiry-template-version"
  | "link"
  | "partner-token"
  | "rate-limit"
  | "report"
  | "saved-view"
  | "session"
  | "setting"
  | "user-audit-log"
  | "verification";

/** Whatever tells two answers of a kind apart: filter, page, fields, include. */
type Params = Readonly<Record<string, unknown>>;

const one =
  <T extends CachedType>(type: T) =>
  (id: string, params: Params = {}) =>
    [type, "one", id, params] as const;

const list =
  <T extends CachedType>(type: T) =>
  (params: Params = {}) =>
    [type, "list", params] as const;

/** Keys of everything cached: `keys.inquiry(id)` is one object, `keys.inquiries(params)` one page. */
export const keys = {
  account: one("account"),
  accounts: list("account"),
  auditEntries: list("audit-entry"),
  case: one("case"),
  cases: list("case"),
  claims: list("claim"),
  decisions: list("decision"),
  deskSession: () => ["desk-session"] as const,
  document: one("document"),
  event: one("event"),
  events: list("event"),
  inquiry: one("inquiry"),
  inquiries: list("inquiry"),
  inquirySession: one("inquiry-session"),
  inquirySessions: list("inquiry-session"),
  inquiryTemplate: one("inquiry-template"),
  inquiryTemplates: list("inquiry-template"),
  inquiryTemplateVersions: list("inquiry-template-version"),
  issuedLinks: list("link"),
  partnerTokens: list("partner-token"),
  rateLimits: list("rate-limit"),
  report: one("report"),
  reports: list("report"),
  reportHistory: (id: string, params: Params = {}) => ["report", "history", id, params] as const,
  savedViews: list("saved-view"),
  sessions: list("session"),
  settings: list("setting"),
  settingVersions: (key: string, params: Params = {}) => ["setting", "versions", key, params] as const,
  userAuditLog: one("user-audit-log"),
  userAuditLogs: list("user-audit-log"),
  verification: one("verification"),
} as const;

/**
 * Marks every cached answer about these kinds as old and fetches again those on screen.
 * A mutation names what it changes: `await invalidate(queryClient, "inquiry", "event")`.
 */
export async function invalidate(queryClient: QueryClient, ...types: CachedType[]): Promise<void> {
  await Promise.all(types.map((type) => queryClient.invalidateQueries({ queryKey: [type] })));
}
