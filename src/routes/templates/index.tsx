import { createFileRoute } from "@tanstack/react-router";
import { allInquiryTemplatesQuery } from "@/api/template-catalog/queries";
import { prefetch } from "@/api/prefetch";
import { UnknownParts } from "@/components/unknown-parts";
import { readTemplateSearch, type TemplateSearch } from "@/features/templates/template-search";
import { TemplatesPage } from "@/features/templates/templates-page";
import { unknownParts, unreadParts, unreadSearch } from "@/lib/unread-search";

export const Route = createFileRoute("/templates/")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  validateSearch: unreadSearch<TemplateSearch>,
  loader: ({ context: { queryClient } }) => {
    void prefetch(queryClient, allInquiryTemplatesQuery());
  },
  component: Templates,
});

function Templates() {
  const asked = Route.useSearch();
  const search = readTemplateSearch(asked);
  const navigate = Route.useNavigate();
  const forget = () => void navigate({ search, replace: true });
  return (
    <TemplatesPage
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
      notice={<UnknownParts isOwn names={unknownParts(asked, search)} unread={unreadParts(asked, search)} onForget={forget} />}
    />
  );
}
