import { createFileRoute } from "@tanstack/react-router";
import { DeskPage } from "@/features/desk/desk-page";
import { peopleSeenQuery, openQuery, reviewQueueQuery } from "@/features/desk/desk-queries";
import { peopleSeen } from "@/components/people-seen";
import { FrontOmnibox } from "@/features/lookup/omnibox";

export const Route = createFileRoute("/")({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(reviewQueueQuery());
    void queryClient.prefetchQuery(openQuery());
    const seen = peopleSeen();
    if (seen.length > 0) void queryClient.prefetchQuery(peopleSeenQuery(seen));
  },
  component: Desk,
});

function Desk() {
  return <DeskPage omnibox={<FrontOmnibox />} />;
}
