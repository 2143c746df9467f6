import type {
  AccountAttributes,
  AccountRelationships,
  DocumentCommonAttributes,
  DocumentRelationships,
  EventAttributes,
  InquiryAttributes,
  InquiryRelationships,
  InquirySessionAttributes,
  InquirySessionRelationships,
  InquiryTemplateAttributes,
  InquiryTemplateRelationships,
  ReportCommonAttributes,
  ReportRelationships,
  SelfieAttributes,
  SelfieRelationships,
  UserAttributes,
  VerificationCheck,
  VerificationCommonAttributes,
  VerificationRelationships,
} from "./generated/persona/types.gen";
import type { Gaps, LinksOf } from "./json-api";

// What stands in for whatever an answer leaves out, per resource: null where the API may say null,
// "" for a text or time it should have sent, [] for lists. The types make sure that none is forgotten.

type MissingToo<V> = V extends unknown[] ? V : V | null;
type LinksWithGaps<T> = { [K in keyof T]: MissingToo<T[K]> };
/** Links as they come out of `flat`; even one to exactly one object may be missing from an answer. */
type Links<L> = LinksWithGaps<LinksOf<{ relationships: L }>>;

export const inquiryGaps: Gaps<InquiryAttributes, Links<InquiryRelationships>> = {
  attributes: {
    status: "",
    referenceId: null,
    note: null,
    behaviors: null,
    tags: [],
    creator: "",
    reviewerComment: null,
    createdAt: "",
    updatedAt: "",
    startedAt: null,
    expiresAt: null,
    completedAt: null,
    failedAt: null,
    markedForReviewAt: null,
    decisionedAt: null,
    expiredAt: null,
    redactedAt: null,
    previousStepName: null,
    nextStepName: null,
    fields: {},
  },
  links: {
    account: null,
    documents: [],
    template: null,
    inquiryTemplate: null,
    inquiryTemplateVersion: null,
    reports: [],
    transaction: null,
    reviewer: null,
    selfies: [],
    sessions: [],
    verifications: [],
  },
};

type SessionTimes = Pick<InquirySessionAttributes, "status" | "createdAt" | "startedAt" | "expiredAt">;
/** What is known of device and network stays optional: most of it is missing on most sessions. */
export const inquirySessionGaps: Gaps<SessionTimes, Links<InquirySessionRelationships>> = {
  attributes: { status: "", createdAt: "", startedAt: null, expiredAt: null },
  links: { inquiry: null, device: null, network: null },
};

export const accountGaps: Gaps<AccountAttributes, Links<AccountRelationships>> = {
  attributes: {
    referenceId: null,
    accountTypeName: "",
    accountStatus: "",
    createdAt: "",
    updatedAt: "",
    redactedAt: null,
    fields: {},
    tags: [],
  },
  links: { accountType: null },
};

export const inquiryTemplateGaps: Gaps<InquiryTemplateAttributes, Links<InquiryTemplateRelationships>> = {
  attributes: {
    name: "",
    status: "",
    embeddedFlowDomainAllowlist: [],
    hostedFlowSubdomains: [],
    hostedFlowRedirectUriSchemes: [],
    fieldSchemas: [],
  },
  links: { latestPublishedVersion: null },
};

type VerificationTimes = Omit<VerificationCommonAttributes, "createdAtTs" | "submittedAtTs" | "completedAtTs">;
export const verificationGaps: Gaps<VerificationTimes, Links<VerificationRelationships>> = {
  attributes: {
    status: "",
    createdAt: "",
    submittedAt: null,
    completedAt: null,
    redactedAt: null,
    countryCode: null,
    tags: [],
    checks: [],
  },
  links: {
    inquiry: null,
    template: null,
    inquiryTemplateVersion: null,
    inquiryTemplate: null,
    transaction: null,
    verificationTemplate: null,
    verificationTemplateVersion: null,
    accounts: [],
    document: null,
  },
};

export const checkGaps: VerificationCheck = { name: "", status: "", reasons: [], requirement: "", metadata: {} };

export const documentGaps: Gaps<Omit<DocumentCommonAttributes, "processedAtTs">, Links<DocumentRelationships>> = {
  attributes: { status: "", createdAt: "", processedAt: null },
  links: { inquiry: null, template: null, inquiryTemplateVersion: null, inquiryTemplate: null, transaction: null, documentFiles: [] },
};

export const selfieGaps: Gaps<SelfieAttributes, Links<SelfieRelationships>> = {
  attributes: { status: "", createdAt: "", processedAt: null },
  links: { inquiry: null },
};

export const reportGaps: Gaps<ReportCommonAttributes, Links<ReportRelationships>> = {
  attributes: {
    status: "",
    createdAt: "",
    completedAt: null,
    redactedAt: null,
    reportTemplateVersionName: "",
    hasMatch: false,
    isContinuous: false,
    isRecurring: false,
    tags: [],
  },
  links: { inquiry: null, account: null, transaction: null, reportTemplate: null },
};

export const eventGaps: Gaps<EventAttributes, Record<never, never>> = {
  attributes: { name: "", payload: { data: { type: "", id: "" } }, createdAt: "" },
  links: {},
};

export const userGaps: Gaps<UserAttributes, Record<never, never>> = {
  attributes: { emailAddress: "", nameFirst: "", nameLast: "" },
  links: {},
};
