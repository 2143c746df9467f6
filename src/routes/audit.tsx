import { createFileRoute } from "@tanstack/react-router";
import { auditEntriesQuery } from "@/api/audit-entries/queries";
import { prefetch } from "@/api/prefetch";
import { deskSessionQuery } from "@/api/sessions/queries";
import { userAuditLogsQuery } from "@/api/user-audit-logs/queries";
import { UnknownParts } from "@/components/unknown-parts";
import { personaLogCapability } from "@/domain/desk-capability";
import { AuditPage } from "@/features/audit/audit-page";
import { auditPageParams, type AuditSearch, readAuditSearch } from "@/features/audit/audit-search";
import { unknownParts, unreadParts, unreadSearch } from "@/lib/unread-search";

export const Route = createFileRoute("/audit")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  validateSearch: unreadSearch<AuditSearch>,
  // the open entry asks for nothing
  loaderDeps: ({ search }) => ({ ...search, entry: undefined }),
  loader: ({ context: { queryClient }, deps: unread }) => {
    const deps = readAuditSearch(unread);
    if (deps.log === undefined) return void prefetch(queryClient, auditEntriesQuery(auditPageParams(deps)));
    // Asking without being allowed to is refused and recorded, so while the role is not known the page waits for it.
    const session = queryClient.getQueryData(deskSessionQuery().queryKey);
    if (!session || !personaLogCapability(session).allowed) return;
    const { after, before } = deps;
    void prefetch(queryClient, userAuditLogsQuery({ after, before: after === undefined ? before : undefined, size: 50 }));
  },
  component: Audit,
});

function Audit() {
  const asked = Route.useSearch();
  const search = readAuditSearch(asked);
  const navigate = Route.useNavigate();
  const forget = () => void navigate({ search, replace: true, resetScroll: false });
  return (
    <AuditPage
      search={search}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
      notice={<UnknownParts isOwn names={unknownParts(asked, search)} unread={unreadParts(asked, search)} onForget={forget} />}
    />
  );
}
