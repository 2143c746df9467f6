import type { UseQueryResult } from "@tanstack/react-query";
import { clsx } from "clsx";
import CircleCheckIcon from "lucide-react/icons/circle-check";
import { type KeyboardEvent as ReactKeyboardEvent, useMemo, useState } from "react";
import type { IndexedPage } from "@/api/inquiry-index/index-page";
import type { ListedInquiry } from "@/api/inquiry-index/index-row";
import type { PageCursor } from "@/api/pagination";
import { Claims } from "@/components/claim-marks";
import { QueryTable } from "@/components/query-table";
import { Button } from "@/ui/button";
import type { DataTableColumns } from "@/ui/data-table-columns";
import { EmptyState } from "@/ui/empty-state";
import { late } from "@/ui/late";
import { BatchPanels } from "./batch-panel";
import { actionLabel, batchActions } from "./batch-words";
import type { ReviewSearch } from "./review-search";
import { RowsInOrder } from "./row-mark";
import { SelectionBar } from "./selection-bar";
import { useBatchSheet } from "./use-batch-sheet";
import { useSelectionKeys } from "./use-selection-keys";

const BatchSheet = late(async () => (await import("./batch-sheet")).BatchSheet);
const PeekPanel = late(async () => (await import("./peek-panel")).PeekPanel);

type ReviewTableProps = {
  page: UseQueryResult<IndexedPage>;
  columns: DataTableColumns<ListedInquiry>;
  /** What is shown instead of what waits. */
  show: ReviewSearch["show"];
  onPage: (cursor: PageCursor) => void;
};

const noRows: readonly ListedInquiry[] = [];
const empty = {
  unknown: { title: "It is not known yet", sentence: "Only the desk's own index can tell, and it is not whole." },
  waiting: { title: "Nothing waits", sentence: "What needs a human comes here by itself." },
  aside: { title: "Nothing is set aside", sentence: "What is snoozed is listed here until it is over." },
  "second-looks": { title: "Nobody asks for a second look", sentence: "What a colleague wants a lead to look at is listed here." },
} as const;

/** What waits, with the rows that are selected, and a look at one beside them. */
export function ReviewTable({ page, columns, show, onPage }: ReviewTableProps) {
  // Persona's own list knows neither what is set aside nor what somebody has asked about
  const isUnknown = page.data?.standIn !== undefined && show !== undefined;
  const rows = isUnknown ? noRows : page.data?.inquiries;
  const none = empty[isUnknown ? "unknown" : (show ?? "waiting")];
  const inquiryIds = useMemo(() => rows?.map(({ id }) => id) ?? [], [rows]);
  const [peeked, setPeeked] = useState<ListedInquiry>();
  const batch = useBatchSheet();
  const { table, onKeyDown, focusRow } = useSelectionKeys({
    // behind a sheet no row can be reached
    rows: batch.sheet ? noRows : (rows ?? noRows),
    onPeek(row) {
      setPeeked(row.id === peeked?.id ? undefined : row);
      return { retract: () => setPeeked(peeked) };
    },
  });
  const closeSheet = () => {
    batch.close();
    focusRow();
  };
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
      <BatchPanels onTryAgain={batch.tryAgain} />
      {batch.sheet === undefined && (
        <SelectionBar>
          {batchActions.map((action) => (
            <Button key={action} size="small" unavailable={batch.refusal(action)} onClick={() => batch.open(action)}>
              {actionLabel(action)}
            </Button>
          ))}
        </SelectionBar>
      )}
      {batch.sheet && (
        <BatchSheet
          {...batch.sheet}
          onCancel={closeSheet}
          onTaken={() => {
            batch.taken();
            focusRow();
          }}
          instead={<p role="alert">This can't be done now: a part of the desk could not be loaded.</p>}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed on the rows inside arrive here */}
      <div ref={table} className={clsx("flex min-h-0 flex-1 flex-col gap-3", batch.sheet && "hidden")} onKeyDown={onKey}>
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
                <EmptyState title={none.title} icon={CircleCheckIcon}>
                  {none.sentence}
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
