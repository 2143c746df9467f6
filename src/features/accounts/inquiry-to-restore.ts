import type { InquiryModel } from "@/api/models";
import { isOpen, isRedacted } from "@/domain/inquiry-status";
import { readTime } from "@/lib/read";

/**
 * The inquiry that "restore access" on a person's page is about: the one that counts if the user can be let back into it, else the
 * newest that is still open, else one that expired after the one that counts. Where there is none, the one that counts: then the
 * reason why not is about that one.
 */
export function inquiryToRestore(counting: InquiryModel | null, inquiries: readonly InquiryModel[]): InquiryModel | null {
  if (counting === null || isOpen(counting) || counting.status === "expired") return counting;
  const newestFirst = inquiries.filter((inquiry) => !isRedacted(inquiry)).toSorted((one, other) => createdAt(other) - createdAt(one));
  const open = newestFirst.find(isOpen);
  const lapsedLater = newestFirst.find((inquiry) => inquiry.status === "expired" && createdAt(inquiry) > createdAt(counting));
  return open ?? lapsedLater ?? counting;
}

const createdAt = (inquiry: InquiryModel): number => readTime(inquiry.createdAt) ?? 0;
