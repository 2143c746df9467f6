// This file is generated from openapi/persona.yaml: npm run generate:api
import type { Gaps, Told } from "../../json-api";
import type { AccountAttributes, AccountRelationships, CaseAttributes, CaseRelationships, DocumentCommonAttributes, DocumentRelationships, EventAttributes, InquiryAttributes, InquiryRelationships, InquirySessionAttributes, InquirySessionRelationships, InquiryTemplateAttributes, InquiryTemplateRelationships, InquiryTemplateVersionAttributes, InquiryTemplateVersionRelationships, ReportCommonAttributes, ReportRelationships, SelfieAttributes, SelfieRelationships, UserAttributes, UserAuditLogAttributes, UserAuditLogRelationships, VerificationCheck, VerificationCommonAttributes, VerificationRelationships } from "./types.gen";

export const accountGaps: Gaps<AccountAttributes, AccountRelationships> = {
  attributes: { accountTypeName: "", accountStatus: "", createdAt: "", updatedAt: "", fields: {}, tags: [] },
  links: {},
};

export const caseGaps: Gaps<CaseAttributes, CaseRelationships> = {
  attributes: { status: "", name: "", createdAt: "", tags: [], fields: {}, attachments: [] },
  links: { accounts: [], caseComments: [], inquiries: [], reports: [], verifications: [], txns: [] },
};

export const documentGaps: Gaps<DocumentCommonAttributes, DocumentRelationships> = {
  attributes: { status: "", createdAt: "" },
  links: { documentFiles: [] },
};

export const eventGaps: Gaps<EventAttributes, Record<never, never>> = {
  attributes: { name: "", payload: { data: { type: "", id: "" } }, createdAt: "" },
  links: {},
};

export const inquiryGaps: Gaps<InquiryAttributes, InquiryRelationships> = {
  attributes: { status: "", tags: [], creator: "", createdAt: "", updatedAt: "", fields: {} },
  links: { documents: [], reports: [], selfies: [], sessions: [], verifications: [] },
};

export const inquirySessionGaps: Gaps<InquirySessionAttributes, InquirySessionRelationships> = {
  attributes: { status: "", createdAt: "" },
  links: {},
};

export const inquiryTemplateGaps: Gaps<InquiryTemplateAttributes, InquiryTemplateRelationships> = {
  attributes: { name: "", status: "", embeddedFlowDomainAllowlist: [], hostedFlowSubdomains: [], hostedFlowRedirectUriSchemes: [], fieldSchemas: [] },
  links: {},
};

export const inquiryTemplateVersionGaps: Gaps<InquiryTemplateVersionAttributes, InquiryTemplateVersionRelationships> = {
  attributes: { status: "", enabledLocales: [], createdAt: "", theme: {} },
  links: {},
};

export const reportGaps: Gaps<ReportCommonAttributes, ReportRelationships> = {
  attributes: { status: "", createdAt: "", reportTemplateVersionName: "", tags: [] },
  links: {},
};

export const selfieGaps: Gaps<SelfieAttributes, SelfieRelationships> = {
  attributes: { status: "", createdAt: "" },
  links: {},
};

export const userGaps: Gaps<UserAttributes, Record<never, never>> = {
  attributes: { emailAddress: "", nameFirst: "", nameLast: "" },
  links: {},
};

export const userAuditLogGaps: Gaps<UserAuditLogAttributes, UserAuditLogRelationships> = {
  attributes: { path: "", method: "", ipAddress: "", userAgent: "", createdAt: "" },
  links: {},
};

export const verificationGaps: Gaps<VerificationCommonAttributes, VerificationRelationships> = {
  attributes: { status: "", createdAt: "", tags: [], checks: [] },
  links: { accounts: [] },
};

export const verificationCheckGaps: Told<VerificationCheck> = { name: "", status: "", reasons: [], requirement: "", metadata: {} };
