import { createFileRoute } from "@tanstack/react-router";
import { prefetch } from "@/api/prefetch";
import { DeskPage } from "@/features/desk/desk-page";
import { peopleSeenQuery, openQuery, reviewQueueQuery } from "@/features/desk/desk-queries";
import { peopleSeen } from "@/components/people-seen";
import { FrontOmnibox } from "@/features/lookup/omnibox";

export const Route = createFileRoute("/")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  loader: ({ context: { queryClient } }) => {
    void prefetch(queryClient, reviewQueueQuery());
    void prefetch(queryClient, openQuery());
    const seen = peopleSeen();
    if (seen.length > 0) void prefetch(queryClient, peopleSeenQuery(seen));
  },
  component: Desk,
});

function Desk() {
  return <DeskPage omnibox={<FrontOmnibox />} />;
}
