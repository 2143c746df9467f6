import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useRef } from "react";
import type { ListedInquiry } from "@/api/inquiry-index/index-row";
import { pageShortcuts } from "@/components/page-shortcuts";
import type { Opened } from "@/ui/shortcut-definition";
import { useShortcut } from "@/ui/use-shortcuts";
import { reviewSelectionOf } from "./review-selection";

type SelectionKeys = {
  rows: readonly ListedInquiry[];
  /** Opens a look at a row. @returns what takes that back */
  onPeek: (row: ListedInquiry) => Opened;
};

/**
 * The keys that select rows of the review queue: X the row that has the focus, Shift with an arrow a stretch, Ctrl or Cmd with A all, Escape
 * none; O looks at one. Where no row has the focus, X and O go to the one that Tab would reach.
 */
export function useSelectionKeys({ rows, onPeek }: SelectionKeys): {
  table: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: ReactKeyboardEvent) => void;
  /** The row, or the one that Tab would reach. */
  focusRow: (id?: string) => void;
} {
  const selection = reviewSelectionOf(useQueryClient());
  const table = useRef<HTMLDivElement>(null);
  const enabled = rows.length > 0;

  const lines = () => [...(table.current?.querySelectorAll<HTMLElement>("tr:has([data-row-link])") ?? [])];
  const linkOf = (line: HTMLElement | undefined) => line?.querySelector<HTMLElement>("[data-row-link]");
  const current = () => lines().findIndex((line) => line.contains(document.activeElement));
  const tabStop = () =>
    Math.max(
      0,
      lines().findIndex((line) => linkOf(line)?.tabIndex === 0),
    );
  const reached = (): ListedInquiry | undefined => {
    const all = lines();
    const at = current();
    const index = at === -1 ? tabStop() : at;
    linkOf(all[index])?.focus();
    return rows[index];
  };

  useShortcut(
    pageShortcuts.selectRow,
    () => {
      const row = reached();
      if (row) selection.toggle(row);
    },
    { enabled },
  );
  useShortcut(pageShortcuts.selectRows, () => selection.add(rows), { enabled, within: table });
  useShortcut(
    pageShortcuts.peek,
    () => {
      const row = reached();
      return row && onPeek(row);
    },
    { enabled },
  );

  const step = (by: number) => {
    const from = current();
    const to = from + by;
    const [start, row] = [rows[from], rows[to]];
    if (start === undefined || row === undefined) return;
    selection.extendTo(row, rows, start.id);
    linkOf(lines()[to])?.focus();
  };
  return {
    table,
    // once the table is there again: in a narrow window the look stood in its place
    focusRow: (id) =>
      requestAnimationFrame(() => {
        const at = rows.findIndex((row) => row.id === id);
        linkOf(lines()[at === -1 ? tabStop() : at])?.focus();
      }),
    onKeyDown(event) {
      if (event.key === "Escape") selection.clear();
      const isStep = event.key === "ArrowDown" || event.key === "ArrowUp";
      if (!isStep || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    },
  };
}
