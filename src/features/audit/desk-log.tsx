import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { auditEntriesQuery } from "@/api/audit-entries/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { QueryTable } from "@/components/query-table";
import { auditScope } from "@/domain/desk-capability";
import { auditColumns } from "./audit-columns";
import { AuditEmpty } from "./audit-empty";
import { AuditEntryPanel } from "./audit-entry-panel";
import { AuditFilters } from "./audit-filters";
import { auditPageParams, type AuditSearch } from "./audit-search";

type DeskLogProps = { search: AuditSearch; onSearch: (search: AuditSearch) => void };

/** What was done with this desk: filters, one page of entries, and the open one beside them. */
export function DeskLog({ search, onSearch }: DeskLogProps) {
  const page = useQuery(auditEntriesQuery(auditPageParams(search)));
  const session = useQuery(deskSessionQuery());
  useFocusOnClosed(search.entry);
  const entries = page.data?.entries;
  const openEntry = entries ? (
    <AuditEntryPanel
      entry={entries.find(({ id }) => id === search.entry)}
      correction={entries.find(({ details }) => details["corrects"] === search.entry)}
      onClose={() => onSearch({ ...search, entry: undefined })}
    />
  ) : null;
  return (
    <>
      <div className={search.entry === undefined ? "contents" : "max-lg:hidden"}>
        <AuditFilters
          search={search}
          onSearch={onSearch}
          me={session.data?.user}
          actors={entries?.map(({ actor }) => actor) ?? []}
          canChooseActor={!session.data || auditScope(session.data) === "everybody"}
        />
      </div>
      <QueryTable
        label="Audit log"
        columns={auditColumns(search)}
        page={page}
        rows={entries}
        rowId={({ id }) => id}
        currentId={search.entry}
        empty={<AuditEmpty search={search} onSearch={onSearch} />}
        pages={{ one: "entry", many: "entries", onPage: ({ after, before }) => onSearch({ ...search, after, before, entry: undefined }) }}
        beside={search.entry !== undefined && openEntry}
      />
    </>
  );
}

/** An entry that is closed gives the focus back to its row, unless it has gone elsewhere. */
function useFocusOnClosed(entry: string | undefined): void {
  const last = useRef(entry);
  useEffect(() => {
    const closed = entry === undefined ? last.current : undefined;
    last.current = entry;
    if (closed === undefined || (document.activeElement !== document.body && document.activeElement !== null)) return;
    document.querySelector<HTMLElement>(`[data-row-link][href*="entry=${CSS.escape(closed)}"]`)?.focus();
  }, [entry]);
}
