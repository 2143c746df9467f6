import { createFileRoute } from "@tanstack/react-router";
import { inquiriesQuery } from "@/api/queries/inquiries";
import { inquiryTemplatesQuery } from "@/api/queries/inquiry-templates";
import { InquiriesPage } from "@/features/inquiries/inquiries-page";
import { inquiryListParams, readInquirySearch } from "@/features/inquiries/inquiry-search";

export const Route = createFileRoute("/inquiries/")({
  validateSearch: readInquirySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(inquiriesQuery(inquiryListParams(deps)));
    void queryClient.prefetchQuery(inquiryTemplatesQuery());
  },
  component: Inquiries,
});

function Inquiries() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <InquiriesPage search={search} onSearch={(next) => void navigate({ search: next })} />;
}
