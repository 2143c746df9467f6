import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useState } from "react";
import { inquiryLogQuery } from "@/api/audit-entries/queries";
import { inquiryDecisionsQuery } from "@/api/decisions/queries";
import { inquiryEventsQuery } from "@/api/events/queries";
import { listedInquiry } from "@/api/inquiries/list-status";
import { inquiryQuery } from "@/api/inquiries/queries";
import { prefetch } from "@/api/prefetch";
import { deskSessionQuery } from "@/api/sessions/queries";
import { settingsQuery } from "@/api/settings/queries";
import { inquiryLooksQuery } from "@/api/second-looks/queries";
import { spareCalls } from "@/api/spare-calls";
import { InWalk } from "@/components/in-walk";
import { ObjectFailure } from "@/components/object-failure";
import { Page } from "@/components/page";
import { RevealRecord } from "@/components/reveal";
import { useReviewWalk } from "@/features/review/use-review-walk";
import { WalkBar } from "@/features/review/walk-bar";
import { StorySkeleton } from "@/features/story/story-panel";
import { ListedHeader } from "@/features/workbench/listed-header";
import { WorkbenchLayout } from "@/features/workbench/workbench-layout";
import { readWorkbenchSearch } from "@/components/workbench-search";
import { EvidenceSkeleton, HeaderSkeleton, WorkbenchSkeleton } from "@/features/workbench/workbench-skeleton";
import { LinkButton } from "@/ui/link-button";
import { InquiryEvidence } from "./-inquiry-evidence";
import { InquiryHead } from "./-inquiry-head";
import { InquiryPanels } from "./-inquiry-panels";
import { InquiryRail } from "./-inquiry-rail";
import { InquiryStory } from "./-inquiry-story";

export const Route = createFileRoute("/inquiries/$inquiryId")({
  // The skeleton and the loader come with what they stand for: a list at rest has all of it before anybody opens a row.
  codeSplitGroupings: [["loader", "component", "pendingComponent"]],
  validateSearch: readWorkbenchSearch,
  // the inquiry itself is asked for by the very press that opens it, and waits for no code
  beforeLoad: ({ context: { queryClient }, params: { inquiryId } }) => void prefetch(queryClient, inquiryQuery(inquiryId)),
  loader: ({ context: { queryClient }, params: { inquiryId } }) => {
    // All at once: nothing here needs another's answer first.
    if (spareCalls.shortFor() === 0) void prefetch(queryClient, inquiryEventsQuery(inquiryId));
    void prefetch(queryClient, deskSessionQuery());
    void prefetch(queryClient, inquiryDecisionsQuery(inquiryId));
    void prefetch(queryClient, inquiryLooksQuery(inquiryId));
    void prefetch(queryClient, settingsQuery());
    void prefetch(queryClient, inquiryLogQuery(inquiryId));
  },
  pendingComponent: WorkbenchSkeleton,
  component: InquiryRoute,
});

function InquiryRoute() {
  const { inquiryId } = Route.useParams();
  const { walk } = Route.useSearch();
  return walk === undefined ? <Inquiry key={inquiryId} inquiryId={inquiryId} /> : <WalkedInquiry inquiryId={inquiryId} />;
}

/** One of the review queue: once it is decided, the next one is on the screen. */
function WalkedInquiry({ inquiryId }: { inquiryId: string }) {
  const walk = useReviewWalk(inquiryId);
  return (
    <InWalk value>
      <WalkBar inquiryId={inquiryId} walk={walk} />
      <Inquiry key={inquiryId} inquiryId={inquiryId} onDecided={walk.finish} />
    </InWalk>
  );
}

/**
 * The parts of the page. Each listens to what it shows, so that an answer draws one of them anew and not the page; what a row of a list told
 * of the inquiry stands there until the inquiry itself has come.
 */
function Inquiry({ inquiryId, onDecided }: { inquiryId: string; onDecided?: () => void }) {
  const queryClient = useQueryClient();
  const { data: detail, error, refetch } = useQuery(inquiryQuery(inquiryId));
  const [listed] = useState(() => listedInquiry(queryClient, inquiryId));
  if (!detail && error) {
    return (
      <ObjectFailure id={inquiryId} error={error} onRetry={() => void refetch()}>
        <LinkButton to="/inquiries">Go to inquiries</LinkButton>
      </ObjectFailure>
    );
  }
  // Not by suspense: from one inquiry to the next the former must not stay on screen under the new address.
  return (
    <RevealRecord subject={{ type: "inquiry", id: inquiryId }}>
      <Page>
        <WorkbenchLayout
          header={detail ? <InquiryHead detail={detail} /> : listed ? <ListedHeader inquiry={listed} /> : <HeaderSkeleton />}
          evidence={detail ? <InquiryEvidence detail={detail} /> : <EvidenceSkeleton />}
          story={detail ? <InquiryStory detail={detail} /> : <StorySkeleton />}
          below={detail && <InquiryPanels detail={detail} />}
          rail={<InquiryRail inquiryId={inquiryId} listed={listed} onDecided={onDecided} />}
          isPlaceUnknown={!detail && !listed}
        />
      </Page>
    </RevealRecord>
  );
}
