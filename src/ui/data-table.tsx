import { type RowData, useTable } from "@tanstack/react-table";
import { type ReactNode, useRef } from "react";
import { DataTableBody } from "@/ui/data-table-body";
import { type DataTableColumns, dataTableFeatures, flexibleColumnWidth } from "@/ui/data-table-columns";
import { SkeletonRows } from "@/ui/data-table-skeleton";
import { useFrameScroll } from "@/ui/use-frame-scroll";
import { useRowKeys } from "@/ui/use-row-keys";

type DataTableProps<Row extends RowData> = {
  /** The accessible name of the table. */
  label: string;
  columns: DataTableColumns<Row>;
  /** Undefined while the first rows are on their way: rows of the same height stand in for them. */
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
  /** True while other rows are on their way; the old ones stay under a running line. */
  busy?: boolean;
  /** How many rows there are beyond what is shown, when known; "unknown" when there are more than these. */
  rowCount?: number | "unknown";
  skeletonRows?: number;
  /** Fill the height that is left on the page and scroll inside, instead of growing with the rows. */
  fill?: boolean;
  /** Where the rows can be sorted: by what they are, and the link by which they are sorted otherwise. */
  sorting?: TableSorting | undefined;
  /** The row to mark as the one that is open elsewhere on the page. */
  currentId?: string;
};

type TableSorting = {
  /** `created-at`, or `-created-at` for the last first. */
  current: string;
  link: (sort: string, head: ReactNode) => ReactNode;
};

/** How a column is sorted now, and by what its head sorts: by the column first, then the other way round. */
function orderOf(first: string, current: string): { now?: "ascending" | "descending"; next: string } {
  const by = first.replace(/^-/, "");
  if (current.replace(/^-/, "") !== by) return { next: first };
  return current === by ? { now: "ascending", next: `-${by}` } : { now: "descending", next: by };
}

const noRows: readonly never[] = [];

export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, empty, busy = false, rowCount, skeletonRows = 10, fill = false, currentId, sorting } = props;
  const table = useTable({ features: dataTableFeatures, columns, data: rows ?? noRows, getRowId: rowId });
  const frame = useRef<HTMLDivElement>(null);
  useFrameScroll(frame);
  const onKeyDown = useRowKeys(frame, rows !== undefined && rows.length > 0);
  // how wide the columns are together that begin at each size of the frame
  const least: Record<string, number> = {};
  for (const { meta } of columns) {
    const name = `--least-${meta?.from ?? "any"}`;
    least[name] = (least[name] ?? 0) + (meta?.width ?? meta?.least ?? flexibleColumnWidth);
  }
  const isPending = rows === undefined;
  return (
    <div
      ref={frame}
      className="table-frame"
      data-fill={fill || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a row link inside, the region that scrolls must be reachable itself
      tabIndex={rows === undefined || rows.length === 0 ? 0 : undefined}
      data-scroll-restoration-id={fill ? `table-${label}` : undefined}
    >
      {busy && <div className="busy-line" role="presentation" />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on the row links inside arrive here */}
      <table
        className="table"
        style={least}
        aria-label={label}
        aria-busy={isPending || busy}
        aria-rowcount={rowCount === "unknown" ? -1 : rowCount === undefined ? undefined : rowCount + 1}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {columns.map(({ meta }, index) => (
            <col key={index} data-from={meta?.from} style={{ width: meta?.width && `${meta.width}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ header, meta }, index) => {
              // most heads are words: the table's groups of headers are made for the others alone
              const made = typeof header === "function" && table.getFlatHeaders()[index];
              const head = typeof header === "function" ? made && <table.FlexRender header={made} /> : header;
              const order = sorting === undefined || meta?.sort === undefined ? undefined : orderOf(meta.sort, sorting.current);
              return (
                <th key={index} scope="col" data-from={meta?.from} aria-sort={order?.now}>
                  {order ? sorting?.link(order.next, head) : head}
                </th>
              );
            })}
          </tr>
        </thead>
        {isPending ? (
          <SkeletonRows rows={skeletonRows} columns={columns} />
        ) : (
          <DataTableBody label={label} table={table} currentId={currentId} empty={empty} columns={columns} />
        )}
      </table>
    </div>
  );
}
