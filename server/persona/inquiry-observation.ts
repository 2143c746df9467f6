import type { DeskChange } from "@/api/generated/desk/types.gen";
import { statusSince } from "@/domain/verdict";
import { readTime } from "@/lib/read";
import { timestamp } from "../db/sql-time";
import { readInquiry, readResource, relatedId } from "./resources/read-document";
import type { Resource } from "./resources/schemas";
import type { Reading } from "./resources/tolerant-read";

export type ObservationSource = "webhook" | "read" | "write";

/** The few facts of an inquiry the server keeps, as Persona told them at one moment. No personal data. */
export interface InquiryObservation {
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
  /** Since when it has its status, ms; null when Persona did not say. */
  readonly statusSince?: number | null;
  readonly source: ObservationSource;
  /** When it was so, ms. */
  readonly observedAt: number;
}

/** An inquiry looked at; problems are of what is there and can't be read. */
interface Observed extends Reading<InquiryObservation> {
  /** Facts that are not there, or can't be read, and without which there is no observation. */
  readonly lacking: readonly string[];
}

/**
 * The observation in an `inquiry` of an answer or an event. None in a resource of another type, and none in one
 * that lacks a fact, be it that it was asked for with `fields` or that the fact can't be read: half a state would be mistaken for a whole one.
 */
export function observeInquiry(resource: Resource, source: ObservationSource, observedAt: number): Observed {
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
    statusSince: statusSince(attributes),
    source,
    observedAt,
  };
  return { value: observation, problems, lacking: [] };
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
