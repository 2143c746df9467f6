/** Where a person stands, per template and over all, and which inquiry says so: `docs/standing.md` has the rule as a table. */
import { countingInquiry, morePressing, templateIdOf } from "@/domain/counting-inquiry";
import type { AccountFacts, InquiryFacts } from "@/domain/facts";
import { isRedacted, knownInquiryStatus, type KnownInquiryStatus } from "@/domain/inquiry-status";
import { redactedNotes, standingNotes, type StandingNote } from "@/domain/standing-notes";
import type { NextActor, Tone } from "@/domain/status-meaning";
import { inquiryVerdict } from "@/domain/verdict";
import { groupBy } from "@/lib/group-by";
import { readTime } from "@/lib/read";
import { count } from "@/lib/words";

/** `unclear`: only inquiries with a status nobody has documented. */
type StandingState = "verified" | "rejected" | "in review" | "in progress" | "lapsed" | "never tried" | "unclear";

export type Standing<I extends InquiryFacts = InquiryFacts> = {
  readonly state: StandingState;
  /** Whether somebody or a workflow has decided. A completed or failed inquiry is verified or rejected without a decision. */
  readonly decided: boolean;
  readonly label: string;
  readonly tone: Tone;
  readonly sentence: string;
  readonly nextActor: NextActor;
  readonly whoActsNext: string;
  /** ms; null when Persona sent none. */
  readonly since: number | null;
  /** The inquiry that counts; null when there is none. */
  readonly inquiry: I | null;
  /** What else has to be known. */
  readonly notes: readonly StandingNote[];
};

export type TemplateStanding<I extends InquiryFacts = InquiryFacts> = Standing<I> & {
  /** Null for inquiries that name no template. */
  readonly templateId: string | null;
  /** Newest first, redacted ones among them. */
  readonly inquiries: readonly I[];
};

export type PersonStanding<I extends InquiryFacts = InquiryFacts> = {
  readonly overall: Standing<I>;
  /** The template of the most pressing standing first. */
  readonly templates: readonly TemplateStanding<I>[];
};

const states: Record<KnownInquiryStatus, readonly [state: StandingState, label: string, tone: Tone, decided: boolean]> = {
  needs_review: ["in review", "In review", "violet", false],
  declined: ["rejected", "Rejected", "red", true],
  failed: ["rejected", "Failed, not decided", "orange", false],
  approved: ["verified", "Verified", "green", true],
  completed: ["verified", "Completed, not decided", "teal", false],
  pending: ["in progress", "In progress", "blue", false],
  created: ["in progress", "Invited, not started", "neutral", false],
  expired: ["lapsed", "Lapsed", "amber", false],
};

/** Where the person behind `account` stands. @param inquiries all inquiries of the account, any order. @param now ms. */
export function standing<I extends InquiryFacts>(account: AccountFacts | null, inquiries: readonly I[], now: number): PersonStanding<I> {
  const byTemplate = groupBy(inquiries, templateIdOf);
  const templates = [...byTemplate]
    .map(([templateId, members]) => ({ templateId, inquiries: members.toSorted(newestFirst), ...standingOf(members, now) }))
    .toSorted((one, other) => pressing(one, other));
  const [first] = templates;
  const overall: Standing<I> = first?.inquiry ? standingOf(first.inquiries, now) : neverTried(inquiries, now);
  const notes = [...overall.notes];
  if (account && isRedacted(account)) notes.push({ sentence: "The account was redacted: its personal data is gone.", inquiryId: null });
  return { overall: { ...overall, notes }, templates };
}

function standingOf<I extends InquiryFacts>(inquiries: readonly I[], now: number): Standing<I> {
  const inquiry = countingInquiry(inquiries);
  if (!inquiry) return neverTried(inquiries, now);
  const status = knownInquiryStatus(inquiry);
  const verdict = inquiryVerdict({ inquiry, now });
  const [state, label, tone, decided] = status ? states[status] : (["unclear", verdict.label, verdict.tone, false] as const);
  const { sentence, nextActor, whoActsNext, since } = verdict;
  return { state, decided, label, tone, sentence, nextActor, whoActsNext, since, inquiry, notes: standingNotes(inquiry, inquiries, now) };
}

function neverTried(inquiries: readonly InquiryFacts[], now: number): Standing<never> {
  const redacted = inquiries.length;
  const sentence =
    redacted === 0
      ? "No inquiry was ever made for this person."
      : `Nothing can be shown: ${count(redacted, "inquiry", "inquiries")} redacted.`;
  return {
    state: "never tried",
    decided: false,
    label: redacted === 0 ? "Never tried" : "Nothing on record",
    tone: redacted === 0 ? "neutral" : "hatched",
    sentence,
    nextActor: "none",
    whoActsNext: "To verify this person, create an inquiry.",
    since: null,
    inquiry: null,
    notes: redactedNotes(inquiries, now),
  };
}

/** Templates on which nothing can be shown come last. */
function pressing(one: Standing, other: Standing): number {
  if (one.inquiry === null || other.inquiry === null) return Number(one.inquiry === null) - Number(other.inquiry === null);
  return morePressing(one.inquiry, other.inquiry);
}

function newestFirst(one: InquiryFacts, other: InquiryFacts): number {
  return (readTime(other.createdAt) ?? 0) - (readTime(one.createdAt) ?? 0);
}
