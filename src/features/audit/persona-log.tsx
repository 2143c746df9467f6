import { useQuery } from "@tanstack/react-query";
import ScrollTextIcon from "lucide-react/icons/scroll-text";
import { isForbidden } from "@/api/errors";
import type { DeskSession } from "@/api/models";
import { type DashboardRequest, userAuditLogsQuery } from "@/api/user-audit-logs/queries";
import { ObjectLink } from "@/components/object-link";
import { QueryTable } from "@/components/query-table";
import { personaLogCapability } from "@/domain/desk-capability";
import { displayLine, displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { dataTableColumn } from "@/ui/data-table-columns";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { SkeletonLines } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import type { AuditSearch } from "./audit-search";

type PersonaLogProps = { session: DeskSession | undefined; search: AuditSearch; onSearch: (search: AuditSearch) => void };

/** Persona's own log: what members did in its dashboard, which the desk cannot see otherwise. Who may not see it is told why. */
export function PersonaLog({ session, search, onSearch }: PersonaLogProps) {
  if (!session) return <SkeletonLines count={8} />;
  const capability = personaLogCapability(session);
  if (!capability.allowed) return <Notice title={capability.reason}>{capability.wayOut?.sentence}</Notice>;
  return <Requests environment={session.environment} search={search} onSearch={onSearch} />;
}

function Requests({ environment, search, onSearch }: Omit<PersonaLogProps, "session"> & { environment: string }) {
  const { after, before } = search;
  const page = useQuery({
    ...userAuditLogsQuery({ after, before: after === undefined ? before : undefined, size: 50 }),
  });
  if (isForbidden(page.error)) return <NoPermission environment={environment} details={page.error.details} />;
  return (
    <QueryTable
      label="Persona's log"
      columns={columns}
      page={page}
      rows={page.data?.requests}
      rowId={({ id }) => id}
      empty={
        <EmptyState title="Nobody did anything in the dashboard" icon={ScrollTextIcon}>
          Persona keeps six months.
        </EmptyState>
      }
      pages={{ one: "request", onPage: (cursor) => onSearch({ log: "persona", ...cursor }) }}
    />
  );
}

/** A key without the permission is for an administrator to change; it is no failure of the page. */
function NoPermission({ environment, details }: { environment: string; details: readonly string[] }) {
  return (
    <Notice title="The desk's API key may not read Persona's log.">
      <p>
        It needs the permission <code className="font-mono">user_audit_log.read</code>
        {environment === "production" ? "." : ", and Persona gives its log to production keys only."} Ask whoever manages the key in
        Persona's dashboard. The desk's own log is complete without it.
      </p>
      {details.map((detail) => (
        <p key={detail} className="mt-1 text-xs">
          Persona says: <bdi>{displayLine(detail, 300)}</bdi>
        </p>
      ))}
    </Notice>
  );
}

/** A path so short that its end, which says what was done, has room: the inquiry stands beside it, and the whole path shows on hover. */
const shortPath = ({ path, inquiryId }: DashboardRequest) =>
  displayLine(path, 200)
    .replace(/^\/dashboard(?=\/)/, "")
    .replaceAll(/[A-Za-z]+_[A-Za-z0-9]{15,}/g, (id) => (id === inquiryId ? "…" : middleEllipsis(id, 8)));

const column = dataTableColumn<DashboardRequest>();

const columns = column.columns([
  column.accessor("createdAt", { header: "When", meta: { width: 8 }, cell: ({ getValue }) => <Time value={getValue()} /> }),
  column.display({
    id: "who",
    header: "Who",
    meta: { width: 11, from: "sm" },
    cell: ({ row: { original } }) => {
      const { user, userId, impersonatorEmailAddress } = original;
      const name = displayValue(user?.name, displayValue(user?.emailAddress, userId === undefined ? "–" : middleEllipsis(userId), 60), 60);
      return (
        <>
          <bdi>{name}</bdi>
          {impersonatorEmailAddress !== null && (
            <span className="text-ink-muted"> · by {displayValue(impersonatorEmailAddress, "somebody else", 80)}</span>
          )}
        </>
      );
    },
  }),
  column.display({
    id: "request",
    header: "Request",
    cell: ({ row: { original } }) => (
      <code className="font-mono text-xs" data-tip={displayLine(original.path, 400)}>
        <span className="text-ink-muted">{displayLine(original.method, 10)}</span> {shortPath(original)}
      </code>
    ),
  }),
  column.display({
    id: "inquiry",
    header: "Inquiry",
    meta: { width: 11, from: "md" },
    cell: ({ row: { original } }) => (original.inquiryId === undefined ? "–" : <ObjectLink id={original.inquiryId} />),
  }),
  column.display({
    id: "answer",
    header: "Answer",
    meta: { width: 6, from: "sm" },
    cell: ({ row: { original } }) => original.responseStatus ?? "–",
  }),
  column.display({
    id: "address",
    header: "IP address",
    meta: { width: 9, from: "xl" },
    cell: ({ row: { original } }) => displayValue(original.ipAddress, "–", 60),
  }),
]);
