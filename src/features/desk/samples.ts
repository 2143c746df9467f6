/** Numbers out of one page of a list that may be longer. What the sample cannot know is not said. */
import type { InquiryModel } from "@/api/models";
import type { InquiryPage } from "@/api/queries/inquiries";
import { isRedacted } from "@/domain/inquiry-status";
import { readTime } from "@/lib/read";
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

/** Which inquiries were looked at, as a sentence. */
export function sampleSentence(page: InquiryPage): string {
  const pending = count(page.inquiries.length, "pending inquiry", "pending inquiries");
  return page.next ? `Out of the newest ${pending}; there are more.` : `Out of all ${pending}.`;
}
