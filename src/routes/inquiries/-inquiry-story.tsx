import type { InquiryDetail } from "@/api/inquiries/queries";
import { StoryPanel, StorySkeleton } from "@/features/story/story-panel";
import { useInquiryEvents } from "@/features/story/use-inquiry-events";
import { Afterwards } from "@/ui/afterwards";
import { useOpenPanel } from "./-use-open-panel";

/** What happened, told from its events; they are left out for a while when calls are short. */
export function InquiryStory({ detail }: { detail: InquiryDetail }) {
  const { panel, isPanelOpen } = useOpenPanel();
  const events = useInquiryEvents(detail.inquiry.id, { isNeeded: panel === "events" || panel === "json" });
  return (
    <Afterwards until={<StorySkeleton />} isWanted={isPanelOpen}>
      <StoryPanel
        facts={detail}
        events={events.data ? events.data.events : events.isError || events.areLeft ? null : undefined}
        areEventsLeft={events.areLeft}
        hasMoreEvents={events.data?.hasMore ?? false}
        onRead={() => void events.refetch()}
        isReading={events.isFetching}
        reviewer={detail.reviewer}
      />
    </Afterwards>
  );
}
