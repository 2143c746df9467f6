import type { InquirySearch } from "@/features/inquiries/inquiry-search";
import { normalViewSearch, viewFilters, viewSearchOf, whyNotShared } from "@/features/inquiries/view-search";
import { SavedViews } from "@/features/saved-views/saved-views";

/** The saved views of the list of inquiries. */
export function InquiryViews({ search }: { search: InquirySearch }) {
  return <SavedViews current={viewSearchOf(search)} normal={normalViewSearch} filters={viewFilters} whyNotShared={whyNotShared} />;
}
