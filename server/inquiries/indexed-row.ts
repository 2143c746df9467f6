import type { IndexedInquiry } from "@/api/generated/desk/types.gen";
import { msOf, timestamp } from "../db/sql-time";
import { postponementOf, postponementsOf, type PostponementRow } from "../postponements/postponements";
import { secondLookMark, secondLookMarkOf } from "../second-looks/second-look-row";

/** Columns of `inquiry_states` that `indexedOf` makes an inquiry of. @param now SQL: the moment, for what is postponed */
export const indexedColumns = (now: string): string => `inquiry_id as "inquiryId", account_id as "accountId", reference_id as "referenceId",
  inquiry_template_id as "inquiryTemplateId", inquiry_template_version_id as "inquiryTemplateVersionId", status,
  ${msOf("status_since")} as "statusSince", ${msOf("created_at")} as "createdAt", ${msOf("persona_updated_at")} as "updatedAt",
  ${msOf("started_at")} as "startedAt", ${msOf("completed_at")} as "completedAt", ${msOf("failed_at")} as "failedAt",
  ${msOf("marked_for_review_at")} as "markedForReviewAt", ${msOf("decisioned_at")} as "decisionedAt", ${msOf("expired_at")} as "expiredAt",
  ${msOf("expires_at")} as "expiresAt", ${msOf("redacted_at")} as "redactedAt", redacted, reviewer_type as "reviewerType", tags,
  has_note as "hasNote", previous_step_name as "previousStepName", next_step_name as "nextStepName", session_count as "sessionCount",
  checks_passed as passed, checks_failed as failed, checks_not_applicable as "notApplicable", has_match as "hasMatch",
  ${postponementsOf("inquiry_states", now)} as postponements, ${secondLookMarkOf("inquiry_states")} as "secondLook"`;

type Times =
  | "statusSince"
  | "createdAt"
  | "startedAt"
  | "completedAt"
  | "failedAt"
  | "markedForReviewAt"
  | "decisionedAt"
  | "expiredAt"
  | "expiresAt"
  | "redactedAt";
/** One of them as the database tells it. */
export type IndexedRow = Omit<IndexedInquiry, Times | "updatedAt" | "checks" | "postponements" | "secondLook"> &
  Readonly<Record<Times, number | null>> & {
    readonly updatedAt: number;
    readonly passed: number | null;
    readonly failed: number | null;
    readonly notApplicable: number | null;
    readonly postponements: readonly PostponementRow[];
    readonly secondLook: Parameters<typeof secondLookMark>[0] | null;
  };

/** The same as the API shows it. */
export const indexedOf = ({ passed, failed, notApplicable, postponements, secondLook, ...row }: IndexedRow): IndexedInquiry => ({
  ...row,
  statusSince: isoOrNull(row.statusSince),
  createdAt: isoOrNull(row.createdAt),
  updatedAt: timestamp(row.updatedAt),
  startedAt: isoOrNull(row.startedAt),
  completedAt: isoOrNull(row.completedAt),
  failedAt: isoOrNull(row.failedAt),
  markedForReviewAt: isoOrNull(row.markedForReviewAt),
  decisionedAt: isoOrNull(row.decisionedAt),
  expiredAt: isoOrNull(row.expiredAt),
  expiresAt: isoOrNull(row.expiresAt),
  redactedAt: isoOrNull(row.redactedAt),
  checks: passed === null || failed === null || notApplicable === null ? null : { passed, failed, notApplicable },
  postponements: postponements.map((postponement) => postponementOf(row.inquiryId, postponement)),
  secondLook: secondLook && secondLookMark(secondLook),
});

const isoOrNull = (ms: number | null) => (ms === null ? null : timestamp(ms));
