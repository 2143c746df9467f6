import type { QueryClient } from "@tanstack/react-query";
import type { ListedInquiry } from "@/api/inquiry-index/index-row";

/** What is kept of a row that was selected. */
export type SelectedRow = Pick<ListedInquiry, "id" | "referenceId"> & Partial<Pick<ListedInquiry, "status" | "updatedAt">>;
export type Selected = ReadonlyMap<string, SelectedRow>;

/**
 * The rows of the review queue that somebody has selected, by inquiry ID. It holds the rows themselves, so that it outlasts the page of the list
 * that they stood on. Whoever shows one row listens for that row alone: a press draws one box, and no table.
 */
function createReviewSelection() {
  let selected: Selected = new Map();
  /** Where a stretch of rows begins: the row that was pressed last without Shift. */
  let anchor: string | undefined;
  const listeners = new Set<() => void>();

  function become(next: Selected) {
    selected = next;
    for (const listener of listeners) listener();
  }

  return {
    all: (): Selected => selected,
    has: (id: string): boolean => selected.has(id),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Selects a row, or leaves it out again. */
    toggle(row: SelectedRow) {
      anchor = row.id;
      const next = new Map(selected);
      if (!next.delete(row.id)) next.set(row.id, row);
      become(next);
    },
    /** Selects all rows between the one that was pressed last and this one, both with them. @param rows in the order they are shown in */
    extendTo(row: SelectedRow, rows: readonly SelectedRow[], from: string | undefined = anchor) {
      const [start, end] = [rows.findIndex(({ id }) => id === from), rows.findIndex(({ id }) => id === row.id)];
      if (end === -1) return;
      const first = start === -1 ? end : start;
      anchor ??= rows[first]?.id;
      become(new Map([...selected, ...rows.slice(Math.min(first, end), Math.max(first, end) + 1).map((one) => [one.id, one] as const)]));
    },
    add: (rows: readonly SelectedRow[]) => become(new Map([...selected, ...rows.map((row) => [row.id, row] as const)])),
    clear() {
      anchor = undefined;
      if (selected.size > 0) become(new Map());
    },
  };
}

export type ReviewSelection = ReturnType<typeof createReviewSelection>;

const selections = new WeakMap<QueryClient, ReviewSelection>();

/** The selection of this page: it is still there when somebody comes back from an inquiry. */
export function reviewSelectionOf(queryClient: QueryClient): ReviewSelection {
  const selection = selections.get(queryClient) ?? createReviewSelection();
  selections.set(queryClient, selection);
  return selection;
}
