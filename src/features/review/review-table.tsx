import type { UseQueryResult } from "@tanstack/react-query";
import CircleCheckIcon from "lucide-react/icons/circle-check";
import { type KeyboardEvent as ReactKeyboardEvent, useMemo, useState } from "react";
import type { IndexedPage } from "@/api/inquiry-index/index-page";
import type { ListedInquiry } from "@/api/inquiry-index/index-row";
import type { PageCursor } from "@/api/pagination";
import { Claims } from "@/components/claim-marks";
import { QueryTable } from "@/components/query-table";
import type { DataTableColumns } from "@/ui/data-table-columns";
import { EmptyState } from "@/ui/empty-state";
import { late } from "@/ui/late";
import { RowsInOrder } from "./row-mark";
import { SelectionBar } from "./selection-bar";
import { useSelectionKeys } from "./use-selection-keys";

const PeekPanel = late(async () => (await import("./peek-panel")).PeekPanel);

type ReviewTableProps = {
  page: UseQueryResult<IndexedPage>;
  columns: DataTableColumns<ListedInquiry>;
  isAside: boolean;
  onPage: (cursor: PageCursor) => void;
};

const noRows: readonly ListedInquiry[] = [];

/** What waits, with the rows that are selected, and a look at one beside them. */
export function ReviewTable({ page, columns, isAside, onPage }: ReviewTableProps) {
  const rows = page.data?.inquiries;
  const inquiryIds = useMemo(() => rows?.map(({ id }) => id) ?? [], [rows]);
  const [peeked, setPeeked] = useState<ListedInquiry>();
  const { table, onKeyDown, focusRow } = useSelectionKeys({
    rows: rows ?? noRows,
    onPeek(row) {
      setPeeked(row.id === peeked?.id ? undefined : row);
      return { retract: () => setPeeked(peeked) };
    },
  });
  const closePeek = () => {
    setPeeked(undefined);
    if (peeked) focusRow(peeked.id);
  };
  const onKey = (event: ReactKeyboardEvent) => {
    if (event.key === "Escape" && peeked) closePeek();
    else onKeyDown(event);
  };
  return (
    <>
      <SelectionBar />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed on the rows inside arrive here */}
      <div ref={table} className="flex min-h-0 flex-1 flex-col gap-3" onKeyDown={onKey}>
        <Claims inquiryIds={inquiryIds}>
          <RowsInOrder value={rows ?? noRows}>
            <QueryTable
              label="Review queue"
              columns={columns}
              page={page}
              rows={rows}
              rowId={({ id }) => id}
              {...(peeked && { currentId: peeked.id })}
              beside={peeked !== undefined && <PeekPanel key={peeked.id} row={peeked} onClose={closePeek} />}
              empty={
                <EmptyState title={isAside ? "Nothing is set aside" : "Nothing waits"} icon={CircleCheckIcon}>
                  {isAside ? "What is snoozed is listed here until it is over." : "What needs a human comes here by itself."}
                </EmptyState>
              }
              pages={{
                one: "inquiry",
                many: "inquiries",
                order: page.data?.standIn ? undefined : "longest wait first",
                onPage,
              }}
            />
          </RowsInOrder>
        </Claims>
      </div>
    </>
  );
}
