/** What a cached answer is about. The first part of its key, so that a change reaches every list and detail of that kind. */
export type CachedType =
  | "account"
  | "audit-entry"
  | "batch"
  | "claim"
  | "decision"
  | "desk-session"
  | "event"
  | "inquiry"
  | "inquiry-template"
  | "link"
  | "partner-token"
  | "report"
  | "saved-view"
  | "second-look"
  | "session"
  | "setting"
  | "user-audit-log";

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
  batch: one("batch"),
  batches: list("batch"),
  claims: list("claim"),
  decisions: list("decision"),
  deskSession: () => ["desk-session"] as const,
  events: list("event"),
  inquiry: one("inquiry"),
  inquiries: list("inquiry"),
  inquiryCounts: (params: Params = {}) => ["inquiry", "counts", params] as const,
  inquiryTotals: (filters: readonly Params[]) => ["inquiry", "totals", filters] as const,
  inquiryTemplate: one("inquiry-template"),
  inquiryTemplates: list("inquiry-template"),
  inquiryTemplateVersions: (templateId: string) => ["inquiry-template", "versions", templateId] as const,
  issuedLinks: list("link"),
  partnerTokens: list("partner-token"),
  reports: list("report"),
  reportHistory: (id: string, params: Params = {}) => ["report", "history", id, params] as const,
  savedViews: list("saved-view"),
  secondLooks: list("second-look"),
  sessions: list("session"),
  settings: list("setting"),
  settingVersions: (key: string, params: Params = {}) => ["setting", "versions", key, params] as const,
  userAuditLogs: list("user-audit-log"),
} as const;
