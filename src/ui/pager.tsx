import { Button } from "@/ui/button";
import { ChevronLeftIcon, ChevronRightIcon } from "@/ui/icons";

type PagerProps = {
  /** What is shown, e.g. "25 inquiries, newest first". No totals: the API gives none. */
  summary: string;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  busy?: boolean;
  /** What the steps are called, where a list leads back to its first page only: "Newest" and "Older". */
  words?: { previous: string; next: string };
};

/** Steps through cursor pages; a step that isn't there says so. */
export function Pager({ summary, onPrevious, onNext, busy = false, words = { previous: "Previous", next: "Next" } }: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-2">
      <p className="text-xs text-ink-muted" aria-live="polite">
        {busy ? "Loading the page" : summary}
      </p>
      <div className="flex gap-2">
        <Button size="small" icon={<ChevronLeftIcon />} unavailable={!onPrevious && "This is the first page"} onClick={onPrevious}>
          {words.previous}
        </Button>
        <Button size="small" unavailable={!onNext && "This is the last page"} onClick={onNext}>
          {words.next}
          <ChevronRightIcon />
        </Button>
      </div>
    </nav>
  );
}
