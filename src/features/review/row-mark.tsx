import { useQueryClient } from "@tanstack/react-query";
import { createContext, use, useSyncExternalStore } from "react";
import type { ListedInquiry } from "@/api/inquiry-index/index-row";
import { displayValue } from "@/lib/display-text";
import { reviewSelectionOf } from "./review-selection";

/** The rows of the table, in their order: Shift and a click select a stretch of them. */
export const RowsInOrder = createContext<readonly ListedInquiry[]>([]);

/** The box that selects a row. It listens by itself, so that the row is not drawn again. */
export function RowMark({ inquiry }: { inquiry: ListedInquiry }) {
  const selection = reviewSelectionOf(useQueryClient());
  const isSelected = useSyncExternalStore(selection.subscribe, () => selection.has(inquiry.id));
  const rows = use(RowsInOrder);
  return (
    // as large as the cell: what misses the box must not open the row
    <label className="-mx-(--cell-padding) flex h-full items-center justify-center">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        // J, K and X reach every row; Tab goes on to what follows the table
        tabIndex={-1}
        aria-label={`Select ${displayValue(inquiry.referenceId, inquiry.id)}`}
        checked={isSelected}
        onClick={({ shiftKey }) => shiftKey && selection.extendTo(inquiry, rows)}
        onChange={({ nativeEvent }) => {
          const isStretch = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
          if (!isStretch) selection.toggle(inquiry);
        }}
      />
    </label>
  );
}
