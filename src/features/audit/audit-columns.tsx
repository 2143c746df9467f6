import type { AuditEntry } from "@/api/generated/desk/types.gen";
import { auditActionWords } from "@/domain/audit-action";
import { displayLine } from "@/lib/display-text";
import { dataTableColumn, type DataTableColumns } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { Time } from "@/ui/time";
import type { AuditSearch } from "./audit-search";
import { EntryActor, EntrySubject, StatusChange } from "./entry-words";
import { OutcomeBadge } from "./outcome-badge";

const column = dataTableColumn<AuditEntry>();

/** The one sentence about the chain; the rest is in the documentation of the server. */
export const chainSentence = "Each entry is sealed with the one before it, so none can be changed or taken out unnoticed.";

/** @param search the address, which opening an entry adds to */
export function auditColumns(search: AuditSearch): DataTableColumns<AuditEntry> {
  return column.columns([
    column.accessor("createdAt", {
      header: "When",
      meta: { width: 7.5 },
      cell: ({ row: { original } }) => (
        <RowLink to="/audit" search={{ ...search, entry: original.id }} resetScroll={false} preload={false}>
          <Time value={original.createdAt} />
        </RowLink>
      ),
    }),
    column.display({
      id: "who",
      header: "Who",
      meta: { width: 12.5, from: "sm" },
      cell: ({ row: { original } }) => <EntryActor actor={original.actor} />,
    }),
    column.display({
      id: "what",
      header: "Action",
      cell: ({ row: { original } }) => (
        <>
          <What entry={original} />
          <span className="table-narrow text-xs">
            <EntryActor actor={original.actor} />
          </span>
        </>
      ),
    }),
    column.display({
      id: "subject",
      header: "Object",
      meta: { width: 8.75, from: "md" },
      cell: ({ row: { original } }) => <EntrySubject subject={original.subject} />,
    }),
    column.display({
      id: "outcome",
      header: "Outcome",
      meta: { width: 7.75, from: "sm" },
      cell: ({ row: { original } }) => <OutcomeBadge outcome={original.outcome} />,
    }),
    column.display({
      id: "status",
      header: "Status",
      meta: { width: 15, from: "2xl" },
      cell: ({ row: { original } }) => <StatusChange before={original.statusBefore} after={original.statusAfter} />,
    }),
    column.accessor("position", {
      header: () => <span data-tip={chainSentence}>Chain</span>,
      meta: { width: 6.75, from: "2xl" },
      cell: ({ row: { original } }) => (
        <span className="font-mono text-xs text-ink-muted" data-tip={`Entry ${original.position}, hash ${displayLine(original.hash, 80)}`}>
          #{original.position} {displayLine(original.hash, 200).slice(0, 6)}
        </span>
      ),
    }),
  ]);
}

/** The sentence, and behind it as much of the comment, or of the reason, as there is room for. */
function What({ entry: { action, outcome, reason, comment, erased } }: { entry: AuditEntry }) {
  const why = comment ?? reason;
  return (
    <span data-tip={why === null ? undefined : displayLine(why, 600)}>
      {auditActionWords(action, outcome)}
      {why !== null && <bdi className="text-ink-muted"> · {displayLine(why, 160)}</bdi>}
      {erased.includes("comment") && <span className="text-ink-faint"> · Comment erased after redaction</span>}
    </span>
  );
}
