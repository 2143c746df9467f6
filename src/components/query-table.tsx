import type { UseQueryResult } from "@tanstack/react-query";
import type { RowData } from "@tanstack/react-table";
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import type { PageNeighbours } from "@/api/list-page";
import type { PageCursor } from "@/api/pagination";
import { UntoldFailure } from "@/components/untold-failure";
import { DataTable } from "@/ui/data-table";
import { late } from "@/ui/late";
import { Pager, pageSummary } from "@/ui/pager";

// Few lists fail: what says why is no part of what the first one loads.
const FailurePanel = late(async () => (await import("@/components/failure-panel")).FailurePanel);

/** Leads from page to page as the API does, which tells where the neighbouring pages begin and no total. */
type CursorPages = {
  /** What a row is: "entry". */
  one: string;
  /** Several of them, where that is no plain s: "entries". */
  many?: string;
  /** In what order they come; "newest first" without it. */
  order?: string | undefined;
  onPage: (cursor: PageCursor) => void;
  /** More about what is shown, behind how many there are on the page. */
  more?: ReactNode;
};

/** Leads through rows that are all here, a part at a time. */
type Parts = Pick<ComponentProps<typeof Pager>, "summary" | "onPrevious" | "onNext"> & {
  /** How many rows there are. */
  total: number | undefined;
};

type QueryTableProps<Row extends RowData> = Pick<
  ComponentProps<typeof DataTable<Row>>,
  "label" | "columns" | "rows" | "rowId" | "empty" | "currentId" | "sorting"
> & {
  /** The answer with its troubles: whether it failed, is still that of the question before, and where the pages beside it begin. */
  page: Pick<UseQueryResult<PageNeighbours>, "data" | "error" | "isError" | "isPlaceholderData" | "refetch">;
  /** Null where one page is all that is shown. */
  pages: CursorPages | Parts | null;
  /** In a section of a page the table is as high as its rows; otherwise it fills the page and scrolls inside. */
  isInSection?: boolean;
  /** What stands beside the table, and takes its place in a narrow window: the row that is open; false while none is, null while it is on its way. */
  beside?: ReactNode;
};

/**
 * One page of a list: its rows, how many there are and the way to the next ones, why there are none, that others are on their way, or why
 * they could not be had, with another try.
 */
export function QueryTable<Row extends RowData>({ page, pages, rows, isInSection = false, beside, ...table }: QueryTableProps<Row>) {
  if (page.isError) {
    const retry = () => void page.refetch();
    return (
      <FailurePanel
        error={page.error}
        headingLevel={isInSection ? 3 : undefined}
        onRetry={retry}
        instead={<UntoldFailure onRetry={retry} />}
      />
    );
  }
  const { next, previous } = page.data ?? {};
  const total = pages && "total" in pages ? pages.total : rows?.length;
  const dataTable = (
    <DataTable
      {...table}
      rows={rows}
      busy={page.isPlaceholderData}
      rowCount={next || previous ? "unknown" : total}
      skeletonRows={isInSection ? 3 : 20}
      fill={!isInSection}
    />
  );
  return (
    <>
      {beside === undefined ? (
        dataTable
      ) : (
        <div className="flex min-h-0 flex-1 gap-3">
          <div className={clsx("flex min-h-0 min-w-0 flex-1 flex-col", beside !== false && "max-lg:hidden")}>{dataTable}</div>
          {beside}
        </div>
      )}
      {pages && (
        <Pager
          busy={page.isPlaceholderData}
          {...("total" in pages
            ? pages
            : {
                summary: pageSummary(rows?.length, pages.one, pages.many, pages.order),
                more: pages.more,
                onPrevious: previous ? () => pages.onPage(previous) : undefined,
                onNext: next ? () => pages.onPage(next) : undefined,
              })}
        />
      )}
    </>
  );
}
