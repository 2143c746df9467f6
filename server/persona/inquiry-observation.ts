import type { DeskChange } from "@/api/generated/desk/types.gen";
import { statusSince } from "@/domain/verdict";
import { readTexts, readTime } from "@/lib/read";
import { timestamp } from "../db/sql-time";
import { findingsOf, type InquiryFindings } from "./inquiry-findings";
import { readInquiry, readResource, relatedId, relatedType } from "./resources/read-document";
import type { Inquiry, Resource } from "./resources/schemas";
import type { Reading } from "./resources/tolerant-read";

export type ObservationSource = "webhook" | "read" | "write";

/** When what happened to an inquiry, ms; null, or nothing, for what did not happen. */
export type InquiryTimes = {
  /** Since when it has its status. */
  readonly statusSince?: number | null;
  readonly startedAt?: number | null;
  readonly completedAt?: number | null;
  readonly failedAt?: number | null;
  readonly markedForReviewAt?: number | null;
  readonly decisionedAt?: number | null;
  readonly expiredAt?: number | null;
};

/** What else lists of inquiries show. Of the note only whether there is one. */
export type InquiryDetails = {
  readonly inquiryTemplateVersionId?: string | null;
  /** `user`, `workflow` or `workflow-run`; more may come. */
  readonly reviewerType?: string | null;
  readonly tags?: readonly string[];
  readonly hasNote?: boolean;
  readonly previousStepName?: string | null;
  readonly nextStepName?: string | null;
};

/** The few facts of an inquiry the server keeps, as Persona told them at one moment. No personal data. */
export type InquiryObservation = {
  readonly inquiryId: string;
  readonly referenceId: string | null;
  readonly inquiryTemplateId: string | null;
  readonly accountId: string | null;
  readonly status: string;
  readonly redacted: boolean;
  /** Persona's `updated-at`, ms. */
  readonly updatedAt: number;
  /** Persona's `created-at`, ms. */
  readonly createdAt?: number | null;
  /** Until when it is open, ms; null when Persona did not say. */
  readonly expiresAt?: number | null;
  /** Persona's `redacted-at`, ms. */
  readonly redactedAt?: number | null;
  /** Sessions, as far as an answer or event lists them. */
  readonly sessionCount?: number | undefined;
  /** Nothing where they were not all told: a read that asks for a few attributes must not erase the others. */
  readonly times?: InquiryTimes | undefined;
  /** Undefined where they were not all told, as with `times`. */
  readonly details?: InquiryDetails | undefined;
  /** What came beside it of its checks and reports. */
  readonly findings?: InquiryFindings | undefined;
  readonly source: ObservationSource;
  /** When it was so, ms. */
  readonly observedAt: number;
};

/** What was read of an inquiry; `problems` name attributes that were sent and can't be read. */
type Observed = Reading<InquiryObservation> & {
  /** Facts that are not there, or can't be read, and without which there is no observation. */
  readonly lacking: readonly string[];
};

/**
 * The observation in an `inquiry` of an answer or an event. None in a resource of another type, and none in one
 * that lacks a fact, be it that it was asked for with `fields` or that the fact can't be read: half a state would be mistaken for a whole one.
 * @param beside the other resources of the answer or event
 */
export function observeInquiry(
  resource: Resource,
  source: ObservationSource,
  observedAt: number,
  beside: readonly Resource[] = [],
): Observed {
  if (resource.type !== "inquiry") return { value: undefined, problems: [], lacking: [] };
  const { value: inquiry, problems } = readInquiry(resource);
  if (inquiry === undefined) return { value: undefined, problems, lacking: [] };
  const { id: inquiryId, attributes, relationships } = inquiry;
  const { status, referenceId, redactedAt } = attributes;
  const updatedAt = readTime(attributes.updatedAt);
  if (
    status === undefined ||
    updatedAt === undefined ||
    referenceId === undefined ||
    redactedAt === undefined ||
    relationships === undefined
  ) {
    const facts = Object.entries({ status, updatedAt, referenceId, redactedAt, relationships });
    const lacking = facts.filter(([, fact]) => fact === undefined).map(([name]) => `inquiry without ${name}`);
    return { value: undefined, problems, lacking };
  }
  const observation = {
    inquiryId,
    referenceId,
    inquiryTemplateId: relatedId(inquiry, "inquiryTemplate") ?? relatedId(inquiry, "template") ?? null,
    accountId: relatedId(inquiry, "account") ?? null,
    status,
    redacted: redactedAt !== null,
    updatedAt,
    createdAt: readTime(attributes.createdAt) ?? null,
    expiresAt: readTime(attributes.expiresAt) ?? null,
    redactedAt: readTime(redactedAt) ?? null,
    sessionCount: relationships["sessions"]?.data.length,
    times: timesOf(attributes),
    details: detailsOf(inquiry),
    findings: findingsOf(inquiry, beside),
    source,
    observedAt,
  };
  return { value: observation, problems, lacking: [] };
}

const timeNames = ["startedAt", "completedAt", "failedAt", "markedForReviewAt", "decisionedAt", "expiredAt"] as const;

/** @returns undefined where one of them was not told: null is told */
function timesOf(attributes: Inquiry["attributes"]): InquiryTimes | undefined {
  if (attributes.createdAt === undefined || timeNames.some((name) => attributes[name] === undefined)) return undefined;
  return {
    statusSince: statusSince(attributes),
    ...Object.fromEntries(timeNames.map((name) => [name, readTime(attributes[name]) ?? null])),
  };
}

/** The same of the rest. */
function detailsOf(inquiry: Inquiry): InquiryDetails | undefined {
  const { attributes } = inquiry;
  const { expiresAt, tags, note, previousStepName, nextStepName } = attributes;
  if ([expiresAt, tags, note, previousStepName, nextStepName].some((fact) => fact === undefined)) return undefined;
  return {
    inquiryTemplateVersionId: relatedId(inquiry, "inquiryTemplateVersion") ?? null,
    reviewerType: relatedType(inquiry, "reviewer") ?? null,
    tags: readTexts(tags).toSorted(),
    hasNote: note !== null,
    previousStepName: previousStepName ?? null,
    nextStepName: nextStepName ?? null,
  };
}

/** The same where nobody is told why there is none; the resource's keys in any inflection. */
export function readInquiryObservation(resource: unknown, source: ObservationSource, observedAt: number): InquiryObservation | undefined {
  const { value } = readResource(resource);
  return value && observeInquiry(value, source, observedAt).value;
}

/** What open screens are told of an inquiry itself; nothing where there is no observation. */
export const stateOf = (observation: InquiryObservation | undefined): Pick<DeskChange, "status" | "updatedAt"> =>
  observation === undefined ? {} : { status: observation.status, updatedAt: timestamp(observation.updatedAt) };

/** Until when inquiries are open, of those that say so. @param known what is known of them now: old news that came late ends nothing */
export const endsOf = (
  observations: readonly InquiryObservation[],
  known: readonly { readonly inquiryId: string; readonly updatedAt: number }[],
) =>
  observations.flatMap(({ inquiryId, expiresAt, updatedAt }) => {
    const isNow = known.some((state) => state.inquiryId === inquiryId && state.updatedAt === updatedAt);
    return isNow && expiresAt !== null && expiresAt !== undefined ? [{ inquiryId, endsAt: expiresAt }] : [];
  });
