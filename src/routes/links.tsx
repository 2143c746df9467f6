import { createFileRoute } from "@tanstack/react-router";
import { issuedLinksQuery } from "@/api/links/queries";
import { prefetch } from "@/api/prefetch";
import { UnknownParts } from "@/components/unknown-parts";
import { issuedLinkParams, type LinkSearch, readLinkSearch } from "@/features/links/link-search";
import { LinksPage } from "@/features/links/links-page";
import { unknownParts, unreadParts, unreadSearch } from "@/lib/unread-search";

export const Route = createFileRoute("/links")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  validateSearch: unreadSearch<LinkSearch>,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void prefetch(queryClient, issuedLinksQuery(issuedLinkParams(readLinkSearch(deps))));
  },
  component: Links,
});

function Links() {
  const asked = Route.useSearch();
  const search = readLinkSearch(asked);
  const navigate = Route.useNavigate();
  const forget = () => void navigate({ search, replace: true });
  return (
    <LinksPage
      search={search}
      onSearch={(next) => void navigate({ search: next })}
      notice={<UnknownParts isOwn names={unknownParts(asked, search)} unread={unreadParts(asked, search)} onForget={forget} />}
    />
  );
}
