import type { InquiryModel } from "@/api/models";
import { countingInquiry, settledAt } from "@/domain/counting-inquiry";
import { isOpen, isRedacted } from "@/domain/inquiry-status";

/**
 * The inquiry that "restore access" on a person's page is about: the one that counts if the user can be let back into it, else one that is
 * still open, the begun before the unopened, else one that expired after the one that counts was settled. Where there is none, the one that
 * counts: then the reason why not is about that one.
 */
export function inquiryToRestore(counting: InquiryModel | null, inquiries: readonly InquiryModel[]): InquiryModel | null {
  if (counting === null || isOpen(counting) || counting.status === "expired") return counting;
  const readable = inquiries.filter((inquiry) => !isRedacted(inquiry));
  const lapsedLater = readable.filter((inquiry) => inquiry.status === "expired" && settledAt(inquiry) > settledAt(counting));
  return countingInquiry(readable.filter(isOpen)) ?? countingInquiry(lapsedLater) ?? counting;
}
