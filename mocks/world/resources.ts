import type {
  Account,
  AccountType,
  Case,
  CaseTemplate,
  Device,
  DocumentFile,
  DocumentOther,
  Event,
  Inquiry,
  InquirySession,
  InquiryTemplate,
  InquiryTemplateVersion,
  LegacyTemplate,
  Network,
  ReportOther,
  Resource,
  ResourceIdentifier,
  Selfie,
  ToMany,
  ToOne,
  ToOneOrNull,
  User,
  UserAuditLog,
  VerificationOther,
  WorkflowRun,
} from "@/api/generated/persona/types.gen";

/** Kinds are told apart by `type` only; the open shape of each family holds them all. */
export type AnyVerification = VerificationOther;
export type AnyDocument = DocumentOther;
export type AnyReport = ReportOther;

/** A resource whose attributes may be looked at without knowing its type. */
export interface Snapshot {
  type: string;
  id: string;
  attributes: object;
  relationships?: object;
}

/** Every resource the world holds. */
export type Stored =
  | Account
  | AccountType
  | AnyDocument
  | AnyReport
  | AnyVerification
  | Case
  | CaseTemplate
  | Device
  | DocumentFile
  | Event
  | Inquiry
  | InquirySession
  | InquiryTemplate
  | InquiryTemplateVersion
  | LegacyTemplate
  | Network
  | Resource
  | Selfie
  | User
  | UserAuditLog
  | WorkflowRun;

export function link(resource: ResourceIdentifier): ToOne {
  return { data: { type: resource.type, id: resource.id } };
}

export function linkOrNull(resource: ResourceIdentifier | undefined): ToOneOrNull {
  return resource === undefined ? { data: null } : link(resource);
}

/** The list with one more link at its end. */
export function linkedTo(links: ToMany, resource: ResourceIdentifier): ToMany {
  return { data: [...links.data, { type: resource.type, id: resource.id }] };
}
