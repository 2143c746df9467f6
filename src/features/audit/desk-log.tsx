import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import { auditEntriesQuery } from "@/api/audit-entries/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { FailurePanel } from "@/components/failure-panel";
import { auditScope } from "@/domain/desk-capability";
import { DataTable } from "@/ui/data-table";
import { Pager, pageSummary } from "@/ui/pager";
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
  const { next, previous } = page.data ?? {};
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
      {page.isError ? (
        <FailurePanel error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <>
          <div className="flex min-h-0 flex-1 gap-3">
            <div className={clsx("flex min-h-0 min-w-0 flex-1 flex-col", search.entry !== undefined && "max-lg:hidden")}>
              <DataTable
                label="Audit log"
                columns={auditColumns(search)}
                rows={entries}
                rowId={({ id }) => id}
                currentId={search.entry}
                busy={page.isPlaceholderData}
                rowCount={next || previous ? "unknown" : entries?.length}
                skeletonRows={20}
                empty={<AuditEmpty search={search} onSearch={onSearch} />}
                fill
              />
            </div>
            {search.entry !== undefined && entries && (
              <AuditEntryPanel
                entry={entries.find(({ id }) => id === search.entry)}
                correction={entries.find(({ details }) => details["corrects"] === search.entry)}
                onClose={() => onSearch({ ...search, entry: undefined })}
              />
            )}
          </div>
          <Pager
            summary={pageSummary(entries?.length, "entry", "entries")}
            busy={page.isPlaceholderData}
            onPrevious={
              previous ? () => onSearch({ ...search, after: previous.after, before: previous.before, entry: undefined }) : undefined
            }
            onNext={next ? () => onSearch({ ...search, after: next.after, before: next.before, entry: undefined }) : undefined}
          />
        </>
      )}
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
