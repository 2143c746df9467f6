import { createFileRoute } from "@tanstack/react-router";
import { indexedInquiriesQuery } from "@/api/inquiry-index/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { prefetch } from "@/api/prefetch";
import { reviewQueueQuery } from "@/api/review-queue/queries";
import { settingsQuery } from "@/api/settings/queries";
import { UnknownParts } from "@/components/unknown-parts";
import { ReviewPage } from "@/features/review/review-page";
import { readReviewSearch, reviewListParams, type ReviewSearch, templatesOf } from "@/features/review/review-search";
import { unknownParts, unreadParts, unreadSearch } from "@/lib/unread-search";

export const Route = createFileRoute("/review")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  validateSearch: unreadSearch<ReviewSearch>,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    const search = readReviewSearch(deps);
    void prefetch(queryClient, indexedInquiriesQuery(reviewListParams(search)));
    void prefetch(queryClient, reviewQueueQuery(templatesOf(search)));
    void prefetch(queryClient, inquiryTemplatesQuery());
    void prefetch(queryClient, settingsQuery());
  },
  component: Review,
});

function Review() {
  const asked = Route.useSearch();
  const search = readReviewSearch(asked);
  const navigate = Route.useNavigate();
  const forget = () => void navigate({ search, replace: true });
  return (
    <ReviewPage
      search={search}
      onSearch={(next) => void navigate({ search: next })}
      notice={<UnknownParts isOwn names={unknownParts(asked, search)} unread={unreadParts(asked, search)} onForget={forget} />}
    />
  );
}
