/**
 * Which of a person's inquiries counts. Persona docs, "Preventing duplicate inquiries", ask to look at all inquiries of a template and give
 * no order; the order here is the desk's own, and `docs/standing.md` has it as a table.
 */
import { linkOf, type InquiryFacts } from "@/domain/facts";
import { isRedacted, type KnownInquiryStatus } from "@/domain/inquiry-status";
import { statusSince } from "@/domain/verdict";
import { groupBy } from "@/lib/group-by";
import { readTime } from "@/lib/read";

/** What has to be seen to first when a person stands differently on several templates; also the order of a template's open inquiries. */
const pressing: readonly KnownInquiryStatus[] = [
  "needs_review",
  "declined",
  "failed",
  "approved",
  "completed",
  "pending",
  "created",
  "expired",
];
const blocking: readonly unknown[] = ["needs_review", "declined", "failed"] satisfies KnownInquiryStatus[];

/** The template of an inquiry, of today's kind or a legacy one; null where it names none. */
export function templateIdOf(inquiry: InquiryFacts): string | null {
  return (linkOf(inquiry, "inquiryTemplate") ?? linkOf(inquiry, "template"))?.id ?? null;
}

/**
 * The inquiry that counts: per template by the rule of `docs/standing.md`, over several templates the most pressing one, since templates are
 * independent checks. Redacted inquiries never count, since nothing can be shown for them. @param inquiries in any order
 */
export function countingInquiry<I extends InquiryFacts>(inquiries: readonly I[]): I | undefined {
  const perTemplate = [...groupBy(inquiries, templateIdOf).values()].flatMap((members) => countingOfTemplate(members) ?? []);
  return perTemplate.toSorted(morePressing)[0];
}

function countingOfTemplate<I extends InquiryFacts>(inquiries: readonly I[]): I | undefined {
  const latestFirst = inquiries.filter((inquiry) => !isRedacted(inquiry)).toSorted(bySettled);
  const latest = (...statuses: readonly KnownInquiryStatus[]) => latestFirst.find(({ status }) => statuses.some((each) => each === status));
  const decision = latest("approved", "declined");
  const failure = latest("failed");
  // Failing is no decision: it stands only against an approval that came before it.
  const stands = failure && !(decision && settledAt(decision) > settledAt(failure)) ? failure : undefined;
  return (
    latest("needs_review") ??
    (decision?.status === "declined" ? decision : undefined) ??
    stands ??
    decision ??
    latest("completed") ??
    // where the user has begun comes before what they never opened
    latest("pending") ??
    latest("created") ??
    latest("expired") ??
    latestFirst[0]
  );
}

/** Sorts what has to be seen to first to the front; of equals what became so last. */
export function morePressing(one: InquiryFacts, other: InquiryFacts): number {
  return placeOf(one) - placeOf(other) || bySettled(one, other);
}

function placeOf({ status }: InquiryFacts): number {
  const place = pressing.findIndex((each) => each === status);
  return place === -1 ? pressing.length : place;
}

/**
 * When it was decided, ended or begun, ms. Where Persona did not say when: a block counts as the latest, anything else is no later than
 * its creation, so that an approval never outranks what may have come after it.
 */
export function settledAt(inquiry: InquiryFacts): number {
  const at = statusSince(inquiry);
  if (at !== null) return at;
  return blocking.includes(inquiry.status) ? Number.POSITIVE_INFINITY : createdAt(inquiry);
}

function createdAt(inquiry: InquiryFacts): number {
  return readTime(inquiry.createdAt) ?? 0;
}

/** The latest first; of the same moment what blocks, then the newest. Times may be infinite, so they are compared, not subtracted. */
export function bySettled(one: InquiryFacts, other: InquiryFacts): number {
  return (
    compare(settledAt(other), settledAt(one)) ||
    Number(blocking.includes(other.status)) - Number(blocking.includes(one.status)) ||
    compare(createdAt(other), createdAt(one))
  );
}

const compare = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);
