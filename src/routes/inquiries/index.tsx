import { createFileRoute, redirect } from "@tanstack/react-router";
import { indexedInquiriesQuery } from "@/api/inquiry-index/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { prefetch } from "@/api/prefetch";
import { savedViewsQuery } from "@/api/saved-views/queries";
import { shortly } from "@/lib/shortly";
import { inquiryListParams, readInquirySearch } from "@/features/inquiries/inquiry-search";

// What reads pasted texts stays out of what every page loads first: few addresses name a reference ID.
const loadMender = () => import("@/features/inquiries/mended-reference");

/** What the list asks for. The route around it shows it, and keeps it while one of its inquiries is open. */
export const Route = createFileRoute("/inquiries/")({
  validateSearch: readInquirySearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    const templates = prefetch(queryClient, inquiryTemplatesQuery());
    void prefetch(queryClient, savedViewsQuery());
    // nothing that may be personal is asked for, or stays in the address
    const mended = deps.reference === undefined ? undefined : (await loadMender()).mendedReference(deps.reference);
    if (mended) {
      const { id, leftOut } = mended;
      throw redirect({ to: "/inquiries", search: { ...readInquirySearch(deps), reference: id }, state: { leftOut }, replace: true });
    }
    await shortly(Promise.all([templates, prefetch(queryClient, indexedInquiriesQuery(inquiryListParams(deps)))]));
  },
});
