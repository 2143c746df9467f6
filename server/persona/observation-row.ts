import { referenceKey } from "@/domain/reference-id";
import { day } from "@/lib/time";
import { timestamp } from "../db/sql-time";
import { matchColumn } from "./inquiry-findings";
import type { InquiryObservation } from "./inquiry-observation";

/**
 * An observation in the columns of `inquiry_states`; a group of facts that it does not tell is left out.
 * @param now ms
 */
export function rowOf(observation: InquiryObservation, now: number): Readonly<Record<string, unknown>> {
  const { inquiryId, status, referenceId, times, details, source } = observation;
  const { checks, reportMatches } = observation.findings ?? {};
  // A clock that is ahead must not make an observation look fresher than it can be.
  const toldAtMs = Math.min(observation.observedAt, now);
  const toldAt = timestamp(toldAtMs);
  // A change that lies in the future would count as newer than whatever is told after it, for good.
  const isAhead = (ms: number) => ms > now + day;
  const updatedAt = timestamp(isAhead(observation.updatedAt) ? toldAtMs : observation.updatedAt);
  const since = times?.statusSince ?? null;
  return {
    inquiry_id: inquiryId,
    persona_updated_at: updatedAt,
    source,
    told_at: toldAt,
    status,
    reference_id: referenceId,
    reference_key: referenceId === null ? null : referenceKey(referenceId),
    inquiry_template_id: observation.inquiryTemplateId,
    account_id: observation.accountId,
    redacted: observation.redacted,
    redacted_at: isoOrNull(observation.redactedAt),
    created_at: isoOrNull(observation.createdAt),
    session_count: observation.sessionCount ?? null,
    observed_at: toldAt,
    ...(times && {
      times_updated_at: updatedAt,
      times_source: source,
      times_told_at: toldAt,
      times_status: status,
      times_status_since: since !== null && isAhead(since) ? null : isoOrNull(since),
      started_at: isoOrNull(times.startedAt),
      completed_at: isoOrNull(times.completedAt),
      failed_at: isoOrNull(times.failedAt),
      marked_for_review_at: isoOrNull(times.markedForReviewAt),
      decisioned_at: isoOrNull(times.decisionedAt),
      expired_at: isoOrNull(times.expiredAt),
    }),
    ...(details && {
      details_updated_at: updatedAt,
      details_source: source,
      details_told_at: toldAt,
      inquiry_template_version_id: details.inquiryTemplateVersionId ?? null,
      expires_at: isoOrNull(observation.expiresAt),
      reviewer_type: details.reviewerType ?? null,
      tags: details.tags ?? [],
      has_note: details.hasNote ?? false,
      previous_step_name: details.previousStepName ?? null,
      next_step_name: details.nextStepName ?? null,
    }),
    ...(checks && {
      checks_told_at: toldAt,
      checks_passed: checks.passed,
      checks_failed: checks.failed,
      checks_not_applicable: checks.notApplicable,
    }),
    ...(reportMatches && { match_told_at: toldAt, report_matches: matchColumn(reportMatches, toldAtMs) }),
  };
}

function isoOrNull(ms: number | null | undefined): string | null {
  return ms === null || ms === undefined ? null : timestamp(ms);
}
