/** The headline of an inquiry: where it stands, who acts next, since when. */
import { decisionCommentLine } from "@/domain/decision-comment";
import { linkOf, type InquiryFacts, type SessionFacts, type TemplateFacts } from "@/domain/facts";
import { describeInquiryStatus, isRedacted, knownInquiryStatus, redactedMark, type KnownInquiryStatus } from "@/domain/inquiry-status";
import { sessionBudget } from "@/domain/session-budget";
import type { NextActor, Tone } from "@/domain/status-meaning";
import { templateVersionVerdict } from "@/domain/template-version";
import { formatAgo, formatDuration, day, minute } from "@/lib/time";
import { readText, readTime } from "@/lib/read";
import { humanize } from "@/lib/humanize";

export type Verdict = {
  /** The badge's word and colour. */
  readonly label: string;
  readonly tone: Tone;
  readonly redacted: boolean;
  /** One sentence: where it stands and for how long. */
  readonly sentence: string;
  readonly nextActor: NextActor;
  /** One sentence: who acts next. */
  readonly whoActsNext: string;
  /** The instant it has stood so since, ms; null when Persona sent none. */
  readonly since: number | null;
  /** When something happens by itself, ms; null when nothing will. */
  readonly expiresAt: number | null;
  /** Further sentences, the most pressing first. */
  readonly details: readonly string[];
};

export type VerdictInput = {
  readonly inquiry: InquiryFacts;
  readonly sessions?: readonly SessionFacts[] | null;
  readonly template?: TemplateFacts | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

const sinceAttribute: Record<KnownInquiryStatus, keyof InquiryFacts> = {
  created: "createdAt",
  pending: "startedAt",
  completed: "completedAt",
  failed: "failedAt",
  expired: "expiredAt",
  needs_review: "markedForReviewAt",
  approved: "decisionedAt",
  declined: "decisionedAt",
};

const next: Record<NextActor, string> = {
  user: "The user acts next.",
  reviewer: "A reviewer acts next.",
  workflow: "A workflow may act next; otherwise a reviewer can decide.",
  none: "Nobody needs to act.",
};

/** The headline for the head of the workbench. Never throws, whatever the inquiry lacks. */
export function inquiryVerdict({ inquiry, sessions, template, now }: VerdictInput): Verdict {
  const status = knownInquiryStatus(inquiry);
  const meaning = describeInquiryStatus(inquiry.status);
  const since = statusSince(inquiry);
  const redacted = isRedacted(inquiry);
  const open = status === "created" || status === "pending";
  const nextActor = redacted ? "none" : meaning.nextActor;
  return {
    label: meaning.label,
    tone: meaning.tone,
    redacted,
    sentence: status ? statusSentence(status, inquiry, since, now) : meaning.sentence,
    nextActor,
    whoActsNext: whoActsNext(status, redacted, nextActor),
    since,
    expiresAt: open ? (readTime(inquiry.expiresAt) ?? null) : null,
    details: detailsOf(inquiry, sessions, template, open, redacted),
  };
}

/**
 * Since when an inquiry has its status; `updatedAt` stands in only for unknown statuses, since it moves on every change. A time that lies
 * after the last change by more than clocks differ is none.
 */
export function statusSince(inquiry: InquiryFacts): number | null {
  const status = knownInquiryStatus(inquiry);
  const updatedAt = readTime(inquiry.updatedAt);
  if (status === undefined) return updatedAt ?? null;
  const since = readTime(inquiry[sinceAttribute[status]]);
  if (since !== undefined) return updatedAt !== undefined && since > updatedAt + day ? null : since;
  return status === "pending" ? (readTime(inquiry.createdAt) ?? null) : null;
}

function statusSentence(status: KnownInquiryStatus, inquiry: InquiryFacts, since: number | null, now: number): string {
  const span = since === null ? null : Math.max(0, now - since);
  const ago = since === null ? "" : ` ${formatAgo(now - since)}`;
  switch (status) {
    case "created":
      return `Created${ago}; the user has not started.${windowSentence(inquiry, now)}`;
    case "pending":
      return `Started${ago} and not finished.${windowSentence(inquiry, now)}`;
    case "completed":
      return `Completed${ago} and not decided.`;
    case "failed":
      return `Failed${ago}, and nobody has decided.`;
    case "expired":
      // where it was not sent, nobody knows whether they had
      if (inquiry.startedAt === undefined) return `Expired${ago}.`;
      return `Expired${ago}, ${readTime(inquiry.startedAt) === undefined ? "before the user started" : "before the user finished"}.`;
    case "needs_review":
      if (span === null) return "Waiting for review.";
      return span < minute ? "Marked for review just now." : `Waiting for review for ${formatDuration(span)}.`;
    case "approved":
      return `Approved${ago}${byWhom(inquiry)}.`;
    case "declined":
      return `Declined${ago}${byWhom(inquiry)}.`;
  }
}

function windowSentence(inquiry: InquiryFacts, now: number): string {
  const expiresAt = readTime(inquiry.expiresAt);
  if (expiresAt === undefined || isRedacted(inquiry)) return "";
  return expiresAt > now ? ` It expires in ${formatDuration(expiresAt - now)}.` : ` Its window ran out ${formatAgo(now - expiresAt)}.`;
}

/** Reviewer types: user, workflow, workflow-run (spec, inquiry relationship `reviewer`). */
function byWhom(inquiry: InquiryFacts): string {
  const reviewer = linkOf(inquiry, "reviewer");
  if (!reviewer) return "";
  if (reviewer.type === "user") return " by a reviewer";
  return reviewer.type.startsWith("workflow") ? " by a workflow" : "";
}

function whoActsNext(status: KnownInquiryStatus | undefined, redacted: boolean, actor: NextActor): string {
  if (redacted) return "Nobody can act: the data is gone.";
  if (status === undefined) return "Inquiry Desk does not know who acts next.";
  return status === "expired" ? "The user can't continue until somebody restores access." : next[actor];
}

function detailsOf(
  inquiry: InquiryFacts,
  sessions: readonly SessionFacts[] | null | undefined,
  template: TemplateFacts | null | undefined,
  open: boolean,
  redacted: boolean,
): string[] {
  if (redacted) return [redactedMark.sentence];
  const details: string[] = [];
  const resumable = open || inquiry.status === "expired";
  const version = resumable ? templateVersionVerdict(inquiry, template).warning : null;
  if (version !== null) details.push(version);
  if (resumable && sessions && sessionBudget(sessions.length).state !== "ample") details.push(`${sessionBudget(sessions.length).label}.`);
  const step = readText(inquiry.nextStepName);
  if (open && step !== undefined) details.push(`Next step: ${humanize(step)}.`);
  if (readText(inquiry.reviewerComment) !== undefined) details.push(decisionCommentLine(inquiry));
  return details;
}
