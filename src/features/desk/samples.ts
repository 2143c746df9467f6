/** Numbers out of one page of a list that may be longer. What the sample cannot know is not said. */
import type { InquiryModel } from "@/api/models";
import type { InquiryPage } from "@/api/inquiry-lists/queries";
import { isRedacted } from "@/domain/inquiry-status";
import { verificationKindLabel } from "@/domain/verification-kind";
import { displayLine } from "@/lib/display-text";
import { readText, readTime } from "@/lib/read";
import { humanize } from "@/lib/humanize";
import { count } from "@/lib/words";

/** "12", or "100+" when there are more than were looked at. */
export const countLabel = (page: InquiryPage): string => `${page.inquiries.length}${page.next ? "+" : ""}`;

/** Since when the longest waiting one has waited, ms; undefined when none says. */
export function oldestWaiting(inquiries: readonly InquiryModel[]): number | undefined {
  const times = inquiries.flatMap((inquiry) => readTime(inquiry.markedForReviewAt) ?? readTime(inquiry.createdAt) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Those who can still be helped and whose time is not up yet, soonest first. A redacted inquiry is lost already. @param now ms */
export function expiringSoonest(inquiries: readonly InquiryModel[], now: number): InquiryModel[] {
  const expiry = (inquiry: InquiryModel) => readTime(inquiry.expiresAt) ?? Number.NaN;
  return inquiries.filter((inquiry) => !isRedacted(inquiry) && expiry(inquiry) > now).toSorted((one, other) => expiry(one) - expiry(other));
}

/** Where the user of an open inquiry is, as far as a list tells: the step that comes next, or that they never came. */
export function whereStopped(inquiry: InquiryModel): string {
  const step = readText(inquiry.nextStepName);
  // a list may leave out the relationships: then nothing is known of sessions
  const { sessions } = inquiry.links;
  if (inquiry.status === "created") {
    if (sessions === undefined) return "Not started";
    return sessions.length > 0 ? "Opened, not started" : "Never opened";
  }
  const opened = sessions !== undefined && sessions.length > 1 ? `, ${count(sessions.length, "session")}` : "";
  return (step === undefined ? "Step not told" : stepName(step)) + opened;
}

/** Persona names the step of a verification after its kind: `verification_government_id`. */
function stepName(step: string): string {
  const kind = /^verification_(.+)$/.exec(step)?.[1];
  return kind === undefined ? displayLine(humanize(step), 60) : verificationKindLabel(`verification/${kind.replaceAll("_", "-")}`);
}

/** Which inquiries were looked at, as a sentence. */
export function sampleSentence(page: InquiryPage): string {
  const open = count(page.inquiries.length, "open inquiry", "open inquiries");
  return page.next ? `Out of the newest ${open}; there are more.` : `Out of all ${open}.`;
}
