import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useSyncExternalStore } from "react";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { reviewSelectionOf } from "./review-selection";

/** How many are selected, and what can be done with them. The count is told whenever it changes, so it stands there from the beginning. */
export function SelectionBar({ children }: { children?: ReactNode }) {
  const selection = reviewSelectionOf(useQueryClient());
  const { size } = useSyncExternalStore(selection.subscribe, selection.all);
  return (
    <section aria-label="Selection" className={size === 0 ? "sr-only" : "flex flex-wrap items-center gap-2"}>
      <p role="status" className="text-sm font-medium tabular-nums">
        {size === 0 ? "" : `${count(size, "inquiry", "inquiries")} selected`}
      </p>
      {size > 0 && (
        <>
          {children}
          <Button size="small" variant="quiet" onClick={() => selection.clear()}>
            Clear
          </Button>
        </>
      )}
    </section>
  );
}
