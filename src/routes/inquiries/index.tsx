import { createFileRoute, redirect, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { inquiriesQuery } from "@/api/inquiries/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { savedViewsQuery } from "@/api/saved-views/queries";
import { AtRest } from "@/components/at-rest";
import { InquiriesPage } from "@/features/inquiries/inquiries-page";
import { inquiryListParams, readInquirySearch } from "@/features/inquiries/inquiry-search";
import { unknownParts } from "@/lib/unread-search";
import { Button } from "@/ui/button";
import { late } from "@/ui/late";
import { Skeleton } from "@/ui/skeleton";

// The list is usable without its views, so it does not wait for them, and does not fail with them.
const InquiryViews = late(async () => (await import("./-inquiry-views")).InquiryViews);

// What reads pasted texts stays out of what every page loads first: few addresses name a reference ID.
const loadMender = () => import("@/features/inquiries/mended-reference");

export const Route = createFileRoute("/inquiries/")({
  validateSearch: readInquirySearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(inquiryTemplatesQuery());
    void queryClient.prefetchQuery(savedViewsQuery());
    // nothing that may be personal is asked for, or stays in the address
    const mended = deps.reference === undefined ? undefined : (await loadMender()).mendedReference(deps.reference);
    if (mended) {
      const { id, leftOut } = mended;
      throw redirect({ to: "/inquiries", search: { ...readInquirySearch(deps), reference: id }, state: { leftOut }, replace: true });
    }
    void queryClient.prefetchQuery(inquiriesQuery(inquiryListParams(deps)));
  },
  component: Inquiries,
});

function Inquiries() {
  const asked = Route.useSearch();
  const search = readInquirySearch(asked);
  const navigate = Route.useNavigate();
  const { history } = useRouter();
  const leftOut = useLocation({ select: ({ state }) => state.leftOut });
  const place = <Skeleton className="h-7 w-44" />;
  const views = <InquiryViews search={search} fallback={place} instead={noViews} />;
  return (
    <>
      <InquiriesPage
        search={search}
        unknown={unknownParts(asked, search)}
        leftOut={leftOut}
        onSearch={(next) => void navigate({ search: next })}
        onForget={() => void navigate({ search: { ...search, unread: undefined }, state: true, replace: true })}
        onOpen={(path) => history.push(path)}
        views={views}
        viewsPlace={place}
      />
      <AtRest>
        <InquiryPageAhead />
      </AtRest>
    </>
  );
}

/** What opening a row needs is there before anybody opens one; where it does not come, opening asks again. */
function InquiryPageAhead() {
  const router = useRouter();
  useEffect(() => {
    router.loadRouteChunk(router.routesById["/inquiries/$inquiryId"])?.catch(() => undefined);
  }, [router]);
  return null;
}

const noViews = (
  <Button size="small" className="w-44" unavailable="The views could not be loaded. Load the page again.">
    Views
  </Button>
);
