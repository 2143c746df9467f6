/**
 * Where a person stands, per template and over all, and which inquiry says so. Persona docs, "Preventing duplicate inquiries", ask to look
 * at all inquiries of a template and give no order; the order here is the desk's own: what blocks first, then what satisfies, then what can
 * be continued, the newest of equals. One exception: an approval later than a failure counts, since failing is no decision.
 */
import { linkOf, type AccountFacts, type InquiryFacts } from "@/domain/facts";
import { isRedacted, knownInquiryStatus, type KnownInquiryStatus } from "@/domain/inquiry-status";
import type { NextActor, Tone } from "@/domain/status-meaning";
import { inquiryVerdict } from "@/domain/verdict";
import { groupBy } from "@/lib/group-by";
import { readTime } from "@/lib/read";
import { count, joinWords } from "@/lib/words";

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
  /** What else has to be known, as sentences. */
  readonly notes: readonly string[];
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

const precedence: readonly KnownInquiryStatus[] = ["needs_review", "declined", "failed", "approved", "completed"];
const continued: readonly KnownInquiryStatus[] = ["pending", "created"];

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
    .toSorted((one, other) => pressing(one) - pressing(other));
  const overall = standingOf(inquiries, now);
  const notes = [...overall.notes];
  const others = templates.filter((template) => template.inquiry !== null && template.inquiry !== overall.inquiry);
  if (others.length > 0) {
    const words = others.slice(0, 3).map((template) => template.label.toLowerCase());
    notes.push(`On ${count(others.length, "other template")}: ${joinWords(words)}.`);
  }
  if (account && isRedacted(account)) notes.push("The account was redacted: its personal data is gone.");
  return { overall: { ...overall, notes }, templates };
}

function templateIdOf(inquiry: InquiryFacts): string | null {
  return (linkOf(inquiry, "inquiryTemplate") ?? linkOf(inquiry, "template"))?.id ?? null;
}

function standingOf<I extends InquiryFacts>(inquiries: readonly I[], now: number): Standing<I> {
  const inquiry = countingInquiry(inquiries);
  if (!inquiry) return neverTried(inquiries.length);
  const status = knownInquiryStatus(inquiry);
  const verdict = inquiryVerdict({ inquiry, now });
  const [state, label, tone, decided] = status ? states[status] : (["unclear", verdict.label, verdict.tone, false] as const);
  const { sentence, nextActor, whoActsNext, since } = verdict;
  return { state, decided, label, tone, sentence, nextActor, whoActsNext, since, inquiry, notes: contradictions(inquiry, inquiries) };
}

/** The inquiry that counts: see the head of this file. Redacted inquiries never count, since nothing can be shown for them. */
export function countingInquiry<I extends InquiryFacts>(inquiries: readonly I[]): I | undefined {
  const readable = inquiries.filter((inquiry) => !isRedacted(inquiry)).toSorted(newestFirst);
  const newest = (statuses: readonly string[]) => readable.find((inquiry) => statuses.includes(inquiry.status ?? ""));
  const overcome = (failed: I) => readable.some((other) => other.status === "approved" && createdAt(other) > createdAt(failed));
  for (const status of precedence) {
    const found = newest([status]);
    if (found && !(status === "failed" && overcome(found))) return found;
  }
  return newest(continued) ?? newest(["expired"]) ?? readable[0];
}

function neverTried(redacted: number): Standing<never> {
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
    notes: [],
  };
}

/** Newer inquiries that say otherwise, so that a blocking one never hides them, nor the other way round. */
function contradictions(counting: InquiryFacts, inquiries: readonly InquiryFacts[]): string[] {
  const newer = inquiries.filter((inquiry) => inquiry !== counting && !isRedacted(inquiry) && createdAt(inquiry) > createdAt(counting));
  const decided = newer.filter((inquiry) => inquiry.status === "approved" || inquiry.status === "completed").length;
  const open = newer.filter((inquiry) => inquiry.status === "pending" || inquiry.status === "created").length;
  const blocking = counting.status === "needs_review" || counting.status === "declined" || counting.status === "failed";
  const notes: string[] = [];
  if (blocking && decided > 0)
    notes.push(`${count(decided, "newer inquiry", "newer inquiries")} ended well: look at both before you rely on either.`);
  if (open > 0 && counting.status !== "pending" && counting.status !== "created") {
    notes.push(`${count(open, "newer inquiry is", "newer inquiries are")} still open.`);
  }
  return notes;
}

function pressing(one: Standing): number {
  const places: readonly StandingState[] = ["in review", "rejected", "verified", "in progress", "lapsed", "unclear", "never tried"];
  return places.indexOf(one.state);
}

function createdAt(inquiry: InquiryFacts): number {
  return readTime(inquiry.createdAt) ?? 0;
}

function newestFirst(one: InquiryFacts, other: InquiryFacts): number {
  return createdAt(other) - createdAt(one);
}
