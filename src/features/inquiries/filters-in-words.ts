import { displayLine } from "@/lib/display-text";
import { localDayStart } from "@/lib/local-day";
import { readTime } from "@/lib/read";
import { formatDate } from "@/lib/time";
import { statusSummary, type TemplateNames, templateSummary } from "./filter-words";
import type { InquirySearch } from "./inquiry-search";

export type FilterInWords = {
  /** "status". */
  name: string;
  /** "status Pending or Expired". */
  words: string;
  /** The change of the address that takes it away. */
  without: Partial<InquirySearch>;
};

/** The filters that are on, each as it would be said and with the way to take it away. */
export function filtersInWords(search: InquirySearch, names: TemplateNames): FilterInWords[] {
  const filters: FilterInWords[] = [];
  if (search.status !== undefined) {
    filters.push({ name: "status", words: `status ${statusSummary(search)}`, without: { status: undefined } });
  }
  if (search.template !== undefined) {
    filters.push({ name: "template", words: `template ${templateSummary(search, names)}`, without: { template: undefined } });
  }
  if (search.from !== undefined || search.to !== undefined) {
    filters.push({ name: "creation date", words: `created ${createdWords(search)}`, without: { from: undefined, to: undefined } });
  }
  if (search.reference !== undefined) {
    filters.push({ name: "reference ID", words: `reference ID “${displayLine(search.reference, 60)}”`, without: { reference: undefined } });
  }
  return filters;
}

function createdWords({ from, to }: InquirySearch): string {
  const day = (value: string) => formatDate(readTime(localDayStart(value)) ?? Number.NaN);
  if (from !== undefined && to !== undefined) return from === to ? `on ${day(from)}` : `from ${day(from)} to ${day(to)}`;
  return from !== undefined ? `from ${day(from)}` : `up to ${day(to ?? "")}`;
}
