import { createFileRoute } from "@tanstack/react-router";
import { inquiriesQuery } from "@/api/inquiries/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { savedViewsQuery } from "@/api/saved-views/queries";
import { inquiryListParams, readInquirySearch } from "@/features/inquiries/inquiry-search";

/** What the list asks for; the route around it shows it, and keeps it while one of its inquiries is open. */
export const Route = createFileRoute("/inquiries/")({
  validateSearch: readInquirySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(inquiriesQuery(inquiryListParams(deps)));
    void queryClient.prefetchQuery(inquiryTemplatesQuery());
    void queryClient.prefetchQuery(savedViewsQuery());
  },
});
