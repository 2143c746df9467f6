import ChevronLeftIcon from "lucide-react/icons/chevron-left";
import ChevronRightIcon from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";

type PagerProps = {
  /** What is shown, e.g. "25 inquiries on this page, newest first". No totals: the API gives none. */
  summary: string;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  busy?: boolean;
  /** More about what is shown, behind the summary. */
  more?: ReactNode;
};

/** What a page of a list holds, in words; undefined while it is on its way. */
export function pageSummary(rows: number | undefined, one: string, many?: string, order = "newest first"): string {
  if (rows === undefined) return "Loading";
  return rows === 0 ? "Nothing to show" : `${count(rows, one, many)} on this page, ${order}`;
}

/** Steps through cursor pages; a step that isn't there says so. */
export function Pager({ summary, onPrevious, onNext, busy = false, more }: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-2">
      <p className="text-xs text-ink-muted">
        <span aria-live="polite">{busy ? "Loading the page" : summary}</span>
        {!busy && more}
      </p>
      <div className="flex gap-2">
        <Button size="small" icon={<ChevronLeftIcon />} unavailable={!onPrevious && "This is the first page"} onClick={onPrevious}>
          Previous
        </Button>
        <Button size="small" unavailable={!onNext && "This is the last page"} onClick={onNext}>
          Next
          <ChevronRightIcon />
        </Button>
      </div>
    </nav>
  );
}
