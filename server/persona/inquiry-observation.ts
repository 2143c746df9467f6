import type { InquiryFacts } from "@/domain/facts";
import { statusSince } from "@/domain/verdict";
import { readProperty, readText, readTime } from "@/lib/read";
import { readInflected } from "./inflected";

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
  /** Since when it has its status, ms; null when Persona did not say. */
  readonly statusSince?: number | null;
  readonly source: ObservationSource;
  /** When it was so, ms. */
  readonly observedAt: number;
}

const times = [
  "createdAt",
  "updatedAt",
  "startedAt",
  "completedAt",
  "failedAt",
  "markedForReviewAt",
  "decisionedAt",
  "expiredAt",
  "redactedAt",
] as const;

/**
 * The observation in an `inquiry` resource of an answer or an event, its keys in any inflection.
 * @returns undefined for anything else, and for a resource that was asked for with `fields` and lacks a fact: half a state would be
 * mistaken for a whole one
 */
export function readInquiryObservation(resource: unknown, source: ObservationSource, observedAt: number): InquiryObservation | undefined {
  if (readProperty(resource, "type") !== "inquiry") return undefined;
  const attributes = readProperty(resource, "attributes");
  const inquiryId = storable(readProperty(resource, "id"));
  const status = storable(readProperty(attributes, "status"));
  const facts: InquiryFacts = { status, ...Object.fromEntries(times.map((key) => [key, readText(readInflected(attributes, key))])) };
  const updatedAt = readTime(facts.updatedAt);
  const present = ["referenceId", "redactedAt"].every((key) => readInflected(attributes, key) !== undefined);
  const whole = present && readProperty(resource, "relationships") !== undefined;
  if (inquiryId === undefined || status === undefined || updatedAt === undefined || !whole) return undefined;
  return {
    inquiryId,
    referenceId: storable(readInflected(attributes, "referenceId")) ?? null,
    inquiryTemplateId: relatedId(resource, "inquiryTemplate") ?? relatedId(resource, "template") ?? null,
    accountId: relatedId(resource, "account") ?? null,
    status,
    redacted: readTime(facts.redactedAt) !== undefined,
    updatedAt,
    createdAt: readTime(facts.createdAt) ?? null,
    statusSince: statusSince(facts),
    source,
    observedAt,
  };
}

/** The ID of the single resource a resource is related to under a camelCase name, its keys in any inflection. */
export function relatedId(resource: unknown, name: string): string | undefined {
  const relationship = readInflected(readProperty(resource, "relationships"), name);
  return storable(readProperty(readProperty(relationship, "data"), "id"));
}

/** Text that PostgreSQL takes: no NUL, no half of a surrogate pair. */
function storable(value: unknown): string | undefined {
  const text = readText(value);
  return text === undefined || /[\0\p{Surrogate}]/u.test(text) ? undefined : text;
}
