import type { Cell, ReactTable, Row, RowData } from "@tanstack/react-table";
import { memo, type MouseEvent, type ReactNode, startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { readText } from "@/lib/read";
import { whenIdle } from "@/lib/when-idle";
import type { DataTableColumns, DataTableFeatures } from "@/ui/data-table-columns";
import { RowTabStop } from "@/ui/data-table-row-link";
import { type RowPlace, useRowMemory } from "@/ui/row-memory";

type BodyProps<Data extends RowData> = {
  /** The accessible name of the table, which tells it from others on the page. */
  label: string;
  table: ReactTable<DataTableFeatures, Data>;
  currentId: string | undefined;
  empty: ReactNode;
  columns: DataTableColumns<Data>;
};

export function DataTableBody<Data extends RowData>({ label, table, currentId, empty, columns }: BodyProps<Data>) {
  const { recall, remember } = useRowMemory(label);
  // where the keys go on: the row that had the focus last, on this visit or when the page was left
  const [place, setPlace] = useState(recall);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = table.getRowModel().rows;
  const [inSight] = useState(() => rowsInSight(recall()));
  const isTurnOfRest = useTurnOfRest();
  const tabStop = rows.find((row) => row.id === place?.rowId) ?? rows[Math.min(place?.index ?? 0, rows.length - 1)];
  useLayoutEffect(() => {
    if (recall() !== undefined) focusTabStop(body.current);
  }, [recall]);
  // a row that goes away takes the focus with it: the keyboard goes on at the next one
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusTabStop(body.current);
  }, [rows]);
  const keepPlace = useCallback(
    (next: RowPlace) => {
      setPlace((former) => (former?.rowId === next.rowId ? former : next));
      remember(next);
    },
    [remember],
  );
  if (rows.length === 0) {
    return (
      <tbody>
        <tr>
          <td colSpan={columns.length} className="table-empty">
            <div>{empty}</div>
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears of the focus of the row links inside
    <tbody ref={body} onFocus={() => (hadFocus.current = true)} onBlur={({ target }) => (hadFocus.current = !target.isConnected)}>
      {(isTurnOfRest ? rows : rows.slice(0, inSight)).map((row) => (
        <RowTabStop key={row.id} value={row === tabStop}>
          <MemoizedRow row={row} data={row.original} columns={columns} isCurrent={row.id === currentId} onPlace={keepPlace} />
        </RowTabStop>
      ))}
    </tbody>
  );
}

/** Whether the first rows have been painted. The others are drawn in slices then, and do not keep a key or a click waiting. */
function useTurnOfRest(): boolean {
  const [isTurn, setTurn] = useState(false);
  useEffect(() => whenIdle(() => startTransition(() => setTurn(true))), []);
  return isTurn;
}

/** How high a row is at least, px. */
const leastRow = () => (document.documentElement.dataset.density === "compact" ? 32 : 40);
/** The least that stands above a page's first row, px: the top bar, the page's title, the heads of the columns. */
const leastAbove = 128;

/** How many rows are drawn before the others: as many as the window can show, from the first to those around the one that was left. */
const rowsInSight = (left: RowPlace | undefined) => (left?.index ?? 0) + Math.ceil((window.innerHeight - leastAbove) / leastRow());

type BodyRowProps<Data extends RowData> = {
  row: Row<DataTableFeatures, Data>;
  data: Data;
  columns: DataTableColumns<Data>;
  isCurrent: boolean;
  /** Told when the row has the focus or is opened. */
  onPlace: (place: RowPlace) => void;
};

/**
 * The table makes every row anew when one has changed or moved; one that shows the same data by the same columns is not drawn again, so that a
 * key or a click costs two rows, and a colleague's change one.
 */
const isSameRow = <Data extends RowData>(former: BodyRowProps<Data>, next: BodyRowProps<Data>) =>
  former.data === next.data &&
  former.columns === next.columns &&
  former.isCurrent === next.isCurrent &&
  former.onPlace === next.onPlace &&
  former.row.id === next.row.id &&
  former.row.index === next.row.index;

// `memo` forgets that its component has a type parameter
const MemoizedRow = memo(BodyRow, isSameRow) as typeof BodyRow;

function BodyRow<Data extends RowData>({ row, isCurrent, onPlace }: BodyRowProps<Data>) {
  const keepPlace = () => onPlace({ rowId: row.id, index: row.index });
  const cells = row.getAllCells();
  const heading = cells[0]?.column.columnDef.meta?.isMark === true ? 1 : 0;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a larger target for the mouse; keys use the row's link
    <tr
      data-opens=""
      aria-current={isCurrent || undefined}
      onFocus={keepPlace}
      // before the click is handled: by then the address may be another
      onClickCapture={keepPlace}
      onClick={openRow}
      onAuxClick={openRow}
    >
      {cells.map((cell, index) => {
        const content = contentOf(cell);
        const { from, look, isTip } = cell.column.columnDef.meta ?? {};
        return index === heading ? (
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
  // the table leaves open what a cell may hold; React's own check says what it can draw
  return typeof content === "function" ? (content(cell.getContext()) as ReactNode) : content;
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
