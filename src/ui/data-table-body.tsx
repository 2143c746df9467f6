import type { ReactTable, Row, RowData } from "@tanstack/react-table";
import { type MouseEvent, type ReactNode, useState } from "react";
import type { DataTableFeatures } from "@/ui/data-table-columns";
import { RowTabStop } from "@/ui/data-table-row-link";

type BodyProps<Data extends RowData> = {
  table: ReactTable<DataTableFeatures, Data>;
  currentId: string | undefined;
  empty: ReactNode;
  columnCount: number;
};

export function DataTableBody<Data extends RowData>({ table, currentId, empty, columnCount }: BodyProps<Data>) {
  const [focusedId, setFocusedId] = useState<string>();
  const rows = table.getRowModel().rows;
  const tabStopId = rows.some((row) => row.id === focusedId) ? focusedId : rows[0]?.id;
  if (rows.length === 0) {
    return (
      <tbody>
        <tr>
          <td colSpan={columnCount} className="table-empty">
            <div>{empty}</div>
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody>
      {rows.map((row) => (
        <RowTabStop key={row.id} value={row.id === tabStopId}>
          <BodyRow row={row} table={table} isCurrent={row.id === currentId} onFocusRow={setFocusedId} />
        </RowTabStop>
      ))}
    </tbody>
  );
}

type BodyRowProps<Data extends RowData> = {
  row: Row<DataTableFeatures, Data>;
  table: ReactTable<DataTableFeatures, Data>;
  isCurrent: boolean;
  onFocusRow: (id: string) => void;
};

function BodyRow<Data extends RowData>({ row, table, isCurrent, onFocusRow }: BodyRowProps<Data>) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a larger target for the mouse; keys use the row's link
    <tr data-opens="" aria-current={isCurrent || undefined} onFocus={() => onFocusRow(row.id)} onClick={openRow} onAuxClick={openRow}>
      {row.getAllCells().map((cell, index) => {
        const content = <table.FlexRender cell={cell} />;
        const align = cell.column.columnDef.meta?.align;
        return index === 0 ? (
          <th key={cell.id} scope="row" data-align={align}>
            {content}
          </th>
        ) : (
          <td key={cell.id} data-align={align}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** A click anywhere on the row is passed on to its link, modifiers and mouse button with it, so that a new tab stays possible. */
function openRow(event: MouseEvent<HTMLTableRowElement>) {
  const target = event.target;
  if (!(target instanceof Element) || target.closest("a, button, input, select, label, summary")) return;
  if (event.button > 1 || window.getSelection()?.isCollapsed === false) return;
  const link = event.currentTarget.querySelector<HTMLElement>("[data-row-link]");
  const { ctrlKey, metaKey, shiftKey, button } = event;
  link?.dispatchEvent(
    new globalThis.MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: ctrlKey || button === 1, metaKey, shiftKey }),
  );
}
