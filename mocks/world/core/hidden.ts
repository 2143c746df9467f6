import type { Side } from "./side";

/** What the API hides about templates: set in Persona's dashboard only (Persona docs: Session management, Inquiry expiration). */
export type TemplateSettings = {
  windows: ExpirationWindows;
  /** Sessions an inquiry may have in its life. */
  sessionCap: number;
  /** False: nobody but the API and the dashboard may create inquiries from it. */
  clientSideCreation: boolean;
  /** The subdomain of its hosted links. */
  subdomain: string;
  /** What the end user walks through, in order. */
  steps: FlowStep[];
  /** Kinds of the reports that start when an inquiry completes. */
  reports: string[];
  workflow: WorkflowSettings;
};

/** All in seconds. */
export type ExpirationWindows = {
  afterCreateSeconds: number;
  /** Null: starting does not move the expiry. */
  afterStartSeconds: number | null;
  afterResumeSeconds: number;
  deviceHandoffSeconds: number;
  oneTimeLinkSeconds: number;
};

export type FlowStep = {
  /** As `next-step-name` shows it: `verification_government_id`. */
  name: string;
  /** The verification kind, the part after `verification/`. */
  kind: string;
  /** Verifications (attempts) allowed before the inquiry fails. */
  attempts: number;
  /** An optional step may be skipped or stay failed, and the inquiry still completes. */
  optional?: boolean;
  verificationTemplateId?: string;
};

/** What the organization's workflow does after the end user is done (Persona help: common post-inquiry workflow). */
export type WorkflowSettings = {
  onCompleted: "approve" | "review" | "none";
  onReportMatch: "review" | "decline" | "none";
  onFailed: "decline" | "review" | "none";
  delaySeconds: number;
  /** Cases opened when it sends an inquiry to review. */
  caseTemplateId?: string;
};

export type InquiryHidden = {
  windows: ExpirationWindows;
  createdVia: "api" | "dashboard" | "static-link" | "embedded";
  redirectUri: string | null;
  /** How its reports will turn out, by kind; what is missing comes back without a match. */
  reportPlans: ReportPlans;
  /** Set while the children are still being redacted. */
  redacting: boolean;
};

type SessionHidden = {
  /** Milliseconds; fixed when the session is made (Persona docs: Inquiry sessions). */
  expiresAt: number;
  /** Handed out by resume and create only; no answer ever repeats it. */
  token: string | undefined;
  /** The link that leads to it. */
  oneTimeLinkCode: string | undefined;
  /** The device that opened it. */
  deviceKey: string | undefined;
};

export type OneTimeLink = {
  code: string;
  shortCode: string;
  url: string;
  shortUrl: string;
  inquiryId: string;
  sessionId: string;
  /** Milliseconds. */
  createdAt: number;
  expiresAt: number;
  firstOpenedAt: number | undefined;
  /** Every time somebody got in, with the device, in order. */
  openings: { at: number; deviceKey: string }[];
  /** Expiring the inquiry ends its links (spec: POST /inquiries/{inquiry-id}/expire). */
  revoked: boolean;
};

type VerificationHidden = {
  stepName: string;
  /** 1 for the first attempt at the step. */
  attempt: number;
  sessionId: string | undefined;
  documentId: string | undefined;
  selfieId: string | undefined;
  /** Under investigation lock, redaction is rejected. */
  locked: boolean;
};

type AccountHidden = {
  accountTypeId: string;
  /** The account its resources moved to. */
  consolidatedInto: string | undefined;
  redacting: boolean;
};

export type ReportPlan = {
  status: "ready" | "errored";
  hasMatch: boolean;
  /** Attributes of the finished report, such as `matchedLists`. */
  attributes?: Record<string, unknown>;
  afterSeconds?: number;
};

export type ReportPlans = Partial<Record<string, ReportPlan>>;

type ReportHidden = {
  plan: ReportPlan;
  /** As `GET /reports/{report-id}/history` answers it: flat items, oldest first. */
  history: ReportHistoryItem[];
  paused: boolean;
  running: boolean;
};

export type ReportHistoryItem = {
  type: "run" | "dismiss" | "review" | "pause" | "resume";
  id: string;
  runType?: "manual" | "scheduled" | "initial";
  scheduledDate?: string;
  completedAt?: string;
  matches?: number;
  createdAt?: string;
  creatorName?: string;
};

/** Makes up what a verification shows when the end user's side says nothing of it: extracted data, picture addresses. */
type EvidenceMaker = (what: { kind: string; inquiryId: string; attempt: number }) => Record<string, unknown>;

/** Everything the world knows and the API does not show. */
export type Hidden = {
  templates: Side<TemplateSettings>;
  inquiries: Side<InquiryHidden>;
  sessions: Side<SessionHidden>;
  verifications: Side<VerificationHidden>;
  accounts: Side<AccountHidden>;
  reports: Side<ReportHidden>;
  /** By long code. */
  oneTimeLinks: Map<string, OneTimeLink>;
  /** Session token → session id. */
  tokens: Map<string, string>;
  /** Active tags of the organization: name → tag id. */
  tags: Map<string, string>;
  /** `vtmpl_` → verification kind. */
  verificationTemplates: Map<string, string>;
  /** `acttp_` → statuses by name, the first being the default. */
  accountTypes: Map<string, { name: string; statuses: string[] }>;
  /** `ctmpl_` → prefix of case names and statuses, the first being the initial one; `resolved` are those that close a case. */
  caseTemplates: Map<string, CaseTemplateSettings>;
  evidence: EvidenceMaker | undefined;
  /** Device key → `dev_`, IP address → `net_`. */
  devices: Map<string, string>;
  networks: Map<string, string>;
};

export type CaseTemplateSettings = {
  name: string;
  statuses: string[];
  resolved: string[];
};
