import type { Cell, ReactTable, Row, RowData } from "@tanstack/react-table";
import { type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { readText } from "@/lib/read";
import type { DataTableFeatures } from "@/ui/data-table-columns";
import { RowTabStop } from "@/ui/data-table-row-link";
import { useRowMemory } from "@/ui/row-memory";

type BodyProps<Data extends RowData> = {
  /** The accessible name of the table, which tells it from others on the page. */
  label: string;
  table: ReactTable<DataTableFeatures, Data>;
  currentId: string | undefined;
  empty: ReactNode;
  columnCount: number;
};

export function DataTableBody<Data extends RowData>({ label, table, currentId, empty, columnCount }: BodyProps<Data>) {
  const { recall, remember } = useRowMemory(label);
  // where the keys go on: the row that had the focus last, on this visit or when the page was left
  const [place, setPlace] = useState(recall);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = table.getRowModel().rows;
  const tabStop = rows.find((row) => row.id === place?.rowId) ?? rows[Math.min(place?.index ?? 0, rows.length - 1)];
  useLayoutEffect(() => {
    if (recall() !== undefined) focusTabStop(body.current);
  }, [recall]);
  const keepPlace = ({ id: rowId, index }: Row<DataTableFeatures, Data>) => {
    setPlace({ rowId, index });
    remember({ rowId, index });
  };
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
    <tbody ref={body}>
      {rows.map((row) => (
        <RowTabStop key={row.id} value={row === tabStop}>
          <BodyRow row={row} isCurrent={row.id === currentId} onPlace={() => keepPlace(row)} />
        </RowTabStop>
      ))}
    </tbody>
  );
}

type BodyRowProps<Data extends RowData> = {
  row: Row<DataTableFeatures, Data>;
  isCurrent: boolean;
  /** Told when the row has the focus or is opened. */
  onPlace: () => void;
};

function BodyRow<Data extends RowData>({ row, isCurrent, onPlace }: BodyRowProps<Data>) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a larger target for the mouse; keys use the row's link
    <tr
      data-opens=""
      aria-current={isCurrent || undefined}
      onFocus={onPlace}
      // before the click is handled: by then the address may be another
      onClickCapture={onPlace}
      onClick={openRow}
      onAuxClick={openRow}
    >
      {row.getAllCells().map((cell, index) => {
        const content = contentOf(cell);
        const { from, look, isTip } = cell.column.columnDef.meta ?? {};
        return index === 0 ? (
          <th key={cell.id} scope="row" data-from={from}>
            {content}
          </th>
        ) : (
          <td key={cell.id} data-from={from} className={look} data-tip={isTip ? readText(cell.getValue()) : undefined}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/**
 * Called, and not rendered as a component: pages make their columns anew with each render, and the link of a row would be put in anew with
 * them, without the focus it had.
 */
function contentOf<Data extends RowData>(cell: Cell<DataTableFeatures, Data>): ReactNode {
  const { cell: content } = cell.column.columnDef;
  return typeof content === "function" ? content(cell.getContext()) : content;
}

/** The keyboard goes on at the row that was left, unless it is somewhere already. The page scrolls back by itself. */
function focusTabStop(body: HTMLElement | null) {
  const isFree = document.activeElement === null || document.activeElement.contains(body);
  if (isFree) body?.querySelector<HTMLElement>("[data-row-link]:not([tabindex='-1'])")?.focus({ preventScroll: true });
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
