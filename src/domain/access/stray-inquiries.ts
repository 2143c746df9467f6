/**
 * Inquiries that somebody began with a general link: each load of one without a reference ID makes an inquiry and an account of its own
 * (Persona docs, "Accounts"), so they are found neither by the reference ID nor by the account.
 */
import { linkOf, type InquiryFacts } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import { readText, readTime } from "@/lib/read";
import { minute } from "@/lib/time";

/** Where to look for them, about the time this one was made and sent: ms and the template; null where nothing can be looked for, or the inquiry was opened. */
export function strayWindow(inquiry: InquiryFacts): { readonly templateId: string; readonly from: number; readonly to: number } | null {
  const createdAt = readTime(inquiry.createdAt);
  const templateId = linkOf(inquiry, "inquiryTemplate")?.id;
  if (inquiry.status !== "created" || createdAt === undefined || templateId === undefined) return null;
  return { templateId, from: createdAt - 5 * minute, to: createdAt + 30 * minute };
}

/** Those among `others` that may be of the same user: without a reference ID, under another account, and begun. The nearest in time first. */
export function strayInquiries<I extends InquiryFacts>(inquiry: InquiryFacts, others: readonly I[]): I[] {
  const accountId = linkOf(inquiry, "account")?.id;
  const distance = (other: I) => Math.abs((readTime(other.createdAt) ?? 0) - (readTime(inquiry.createdAt) ?? 0));
  return others
    .filter((other) => other.id !== inquiry.id && !isRedacted(other) && readText(other.referenceId) === undefined)
    .filter((other) => linkOf(other, "account")?.id !== accountId && readText(other.startedAt) !== undefined)
    .toSorted((one, other) => distance(one) - distance(other));
}
