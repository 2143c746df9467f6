import type {
  DocumentOther,
  InquiryAttributes,
  InquiryRelationships,
  ReportOther,
  ResourceIdentifier,
  ToMany,
  ToOne,
  ToOneOrNull,
  VerificationOther,
} from "@/api/generated/persona/types.gen";

/** Kinds are told apart by `type` only; the open shape of each family holds them all. */
export type AnyVerification = VerificationOther;
export type AnyDocument = DocumentOther;
export type AnyReport = ReportOther;

/** What stands behind the slash of a type: `verification/selfie` → `selfie`. */
export function kindOf({ type }: { type: string }): string {
  return type.slice(type.indexOf("/") + 1);
}

/** A resource whose attributes may be looked at without knowing its type. */
export type Snapshot = {
  type: string;
  id: string;
  attributes: object;
  relationships?: object;
};

type InquiryTime =
  | "startedAt"
  | "completedAt"
  | "failedAt"
  | "markedForReviewAt"
  | "decisionedAt"
  | "expiredAt"
  | "expiresAt"
  | "redactedAt";

/** What lists and searches of inquiries look at. */
export type InquiryHead = {
  readonly id: string;
  readonly attributes: Pick<InquiryAttributes, "status" | "referenceId" | "note" | "tags" | "createdAt" | "updatedAt" | InquiryTime>;
  readonly relationships: Pick<InquiryRelationships, "account" | "inquiryTemplate" | "inquiryTemplateVersion" | "template">;
};

/** A relationship to one resource. */
export function link(resource: ResourceIdentifier): ToOne {
  return { data: { type: resource.type, id: resource.id } };
}

/** The same, empty for no resource. */
export function linkOrNull(resource: ResourceIdentifier | undefined): ToOneOrNull {
  return resource === undefined ? { data: null } : link(resource);
}

/** The list with one more link at its end. */
export function linkedTo(links: ToMany, resource: ResourceIdentifier): ToMany {
  return { data: [...links.data, { type: resource.type, id: resource.id }] };
}
