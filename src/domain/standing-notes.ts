/** What else has to be known beside the inquiry that counts, so that no other one is hidden behind it. */
import { morePressing, settledAt, templateIdOf } from "@/domain/counting-inquiry";
import type { InquiryFacts } from "@/domain/facts";
import { isOpen, isRedacted } from "@/domain/inquiry-status";
import { readText } from "@/lib/read";
import { displayLine } from "@/lib/display-text";
import { formatAgo } from "@/lib/time";

export type StandingNote = {
  readonly sentence: string;
  /** The inquiry it is about, the latest of several. */
  readonly inquiryId: string | null;
};

/** What the others of that status did, for one and for several of them. */
const told: Readonly<Record<string, readonly [one: string, several: string]>> = {
  needs_review: ["Another inquiry was marked for review", "other inquiries were marked for review, the last"],
  declined: ["Another inquiry was declined", "other inquiries were declined, the last"],
  approved: ["Another inquiry was approved", "other inquiries were approved, the last"],
  failed: ["Another inquiry failed", "other inquiries failed, the last"],
  completed: ["Another inquiry, never decided, was completed", "other inquiries, never decided, were completed, the last"],
  expired: ["Another inquiry expired since then:", "other inquiries expired since then, the last"],
  pending: ["Another inquiry is open too: started", "other inquiries are open too, the last started"],
  created: ["Another inquiry is open too, not started: created", "other inquiries are open too, not started, the last created"],
};

const lookAtBoth = "look at both before you rely on either";

/**
 * Differing decisions, failures, other open inquiries, later expiries, statuses that nobody has documented, and what was decided before it
 * was redacted; the weightiest first.
 * @param inquiries all of one template, in any order
 * @param now ms
 */
export function standingNotes(counting: InquiryFacts, inquiries: readonly InquiryFacts[], now: number): StandingNote[] {
  const others = inquiries.filter((inquiry) => inquiry !== counting);
  const known = Object.keys(told).flatMap((status) => {
    const having = others.filter((inquiry) => inquiry.status === status);
    const readable = having.filter((inquiry) => !isRedacted(inquiry) && isWorthTelling(inquiry, counting));
    const redacted = having.filter((inquiry) => isRedacted(inquiry) && isDecided(inquiry));
    return [
      ...noteOf(status, readable, tailOf(counting, status, readable), now),
      ...noteOf(status, redacted, redactedSince(redacted), now),
    ];
  });
  return [...known, ...others.filter((inquiry) => !isRedacted(inquiry) && !isKnown(inquiry)).map((inquiry) => unknownNote(inquiry, now))];
}

/** What was decided where all inquiries of a template were redacted, so that none counts. */
export function redactedNotes(inquiries: readonly InquiryFacts[], now: number): StandingNote[] {
  return ["declined", "approved"].flatMap((status) => {
    const having = inquiries.filter((inquiry) => isRedacted(inquiry) && inquiry.status === status);
    const notes = noteOf(status, having, redactedSince(having), now);
    return notes.map((note) => ({ ...note, sentence: note.sentence.replace("Another", "An").replace(" other", "") }));
  });
}

function redactedSince({ length }: readonly InquiryFacts[]): string {
  return length === 1
    ? ". It was redacted since, so nothing of it can be shown"
    : ". They were redacted since, so nothing of them can be shown";
}

const isKnown = ({ status }: InquiryFacts): boolean => Object.hasOwn(told, readText(status) ?? "");

/** Nobody can say what a status means that Persona came to use later: that there is one is told. */
function unknownNote(inquiry: InquiryFacts, now: number): StandingNote {
  const status = readText(inquiry.status);
  const what = status === undefined ? "has no status" : `has a status that Inquiry Desk does not know, ${displayLine(status, 40)}`;
  return { sentence: `Another inquiry ${what}: it changed ${whenOf(inquiry, now)}.`, inquiryId: readText(inquiry.id) ?? null };
}

const isDecided = ({ status }: InquiryFacts): boolean => status === "approved" || status === "declined";

/** Another inquiry with the same outcome adds nothing, and one that expired before a later one was replaced by it. */
function isWorthTelling(other: InquiryFacts, counting: InquiryFacts): boolean {
  if (other.status === "needs_review" || isOpen(other)) return true;
  if (other.status === "expired") return counting.status !== "expired" && settledAt(other) > settledAt(counting);
  return other.status !== counting.status;
}

/** What the others mean for the one that counts, or whose page this is. */
function tailOf(counting: InquiryFacts, status: string, others: readonly InquiryFacts[]): string {
  const order = others.every((other) => settledAt(other) <= settledAt(counting)) ? "before" : "after";
  if (isDecided(counting) && isDecided({ status })) return `: the decisions differ, ${lookAtBoth}`;
  if (counting.status === "failed" && status === "approved") return `, ${order} this one failed: ${lookAtBoth}`;
  if (status === "failed" && isDecided(counting)) return `, ${order} this one was ${counting.status}`;
  if ((counting.status === "declined" || counting.status === "failed") && status === "completed") return `: ${lookAtBoth}`;
  if (isOpen(counting) && others.some((other) => isOpen(other) && morePressing(other, counting) < 0)) return ". Use that one";
  return "";
}

function noteOf(status: string, others: readonly InquiryFacts[], tail: string, now: number): StandingNote[] {
  const latest = others.toSorted((one, other) => (settledAt(one) < settledAt(other) ? 1 : -1))[0];
  const [one, several] = told[status] ?? [];
  if (latest === undefined || one === undefined || several === undefined) return [];
  const sentence = `${others.length === 1 ? one : `${others.length} ${several}`} ${whenOf(latest, now)}${tail}.`;
  return [{ sentence, inquiryId: readText(latest.id) ?? null }];
}

function whenOf(inquiry: InquiryFacts, now: number): string {
  const at = settledAt(inquiry);
  return Number.isFinite(at) && at > 0 ? formatAgo(now - at) : "at a time that is not recorded";
}

/** The same for the page of one inquiry, whether it counts or not. @param siblings the other inquiries of the person, of any template */
export function siblingNotes(inquiry: InquiryFacts, siblings: readonly InquiryFacts[], now: number): StandingNote[] {
  const templateId = templateIdOf(inquiry);
  const others = siblings.filter((sibling) => sibling.id !== inquiry.id && templateId !== null && templateIdOf(sibling) === templateId);
  return isRedacted(inquiry) ? [] : standingNotes(inquiry, others, now);
}
