import { useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { memo, useEffect } from "react";
import { AtRest } from "@/components/at-rest";
import { InquiriesPage } from "@/features/inquiries/inquiries-page";
import { type InquirySearch, readInquirySearch } from "@/features/inquiries/inquiry-search";
import { unknownParts } from "@/lib/unread-search";
import { Button } from "@/ui/button";
import { late } from "@/ui/late";
import { Skeleton } from "@/ui/skeleton";

// The list is usable without its views, so it does not wait for them, and does not fail with them.
const InquiryViews = late(async () => (await import("./-inquiry-views")).InquiryViews);

/** The list of inquiries. @param asked what its address asks for; what goes on beside the list does not draw it anew */
export const InquiryList = memo(function InquiryList({ asked }: { asked: InquirySearch }) {
  const search = readInquirySearch(asked);
  const navigate = useNavigate({ from: "/inquiries/" });
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
        onForget={(next) => void navigate({ search: next, state: true, replace: true })}
        onOpen={(path) => history.push(path)}
        views={views}
        viewsPlace={place}
      />
      <AtRest>
        <InquiryPageAhead />
      </AtRest>
    </>
  );
});

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
