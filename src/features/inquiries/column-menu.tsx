import ArrowDownIcon from "lucide-react/icons/arrow-down";
import ArrowUpIcon from "lucide-react/icons/arrow-up";
import { useLayoutEffect, useRef, useState } from "react";
import { usePreference } from "@/ui/local-preferences";
import { joinWords, pluralOf } from "@/lib/words";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { IconButton } from "@/ui/icon-button";
import { Switch } from "@/ui/switch";
import { askedColumns } from "./asked-columns";
import { type InquiryColumnId, inquiryColumnIds, useColumnChoice, usualColumns } from "./column-choice";
import type { InquirySearch } from "./inquiry-search";

const names: Readonly<Record<InquiryColumnId, string>> = {
  status: "Status",
  template: "Template",
  createdAt: "Created",
  decisionedAt: "Decided",
  statusSince: "In status since",
  updatedAt: "Updated",
  expiresAt: "Expires",
  id: "Inquiry ID",
  markedForReviewAt: "Marked for review",
  completedAt: "Completed",
  tags: "Tags",
  sessionCount: "Sessions",
  accountId: "Account ID",
};

/** Which columns there are, and in what order: the shown ones as they stand in the table, then the others. */
export function ColumnMenu({ search }: { search: InquirySearch }) {
  const { chosen, choose } = useColumnChoice();
  const [density, setDensity] = usePreference("density");
  const [said, setSaid] = useState("");
  const shown = chosen ?? usualColumns;
  const hidden = inquiryColumnIds.filter((id) => !shown.includes(id));
  const besides = askedColumns(search).filter((id) => !shown.includes(id));
  const { list, keepFocus } = useFocusOfMoved(shown);

  const move = (id: InquiryColumnId, by: -1 | 1) => {
    const from = shown.indexOf(id);
    const others = shown.filter((other) => other !== id);
    choose([...others.slice(0, from + by), id, ...others.slice(from + by)]);
    keepFocus(id, by);
    setSaid(`${names[id]} is column ${from + by + 2} of ${shown.length + 1}.`);
  };
  const toggle = (id: InquiryColumnId) => {
    choose(shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id]);
    keepFocus(id);
    setSaid("");
  };
  const reset = () => {
    choose(undefined);
    setSaid("The usual columns are back.");
  };
  return (
    <div className="flex max-h-[min(36rem,calc(100dvh-8rem))] flex-col gap-1 overflow-auto p-1">
      <ul ref={list} aria-label="Columns" className="flex flex-col">
        <li className="flex min-h-8 items-center px-2">
          <Checkbox label="Reference ID" checked disabled aria-describedby="columns-first" className="flex-1" />
          <span id="columns-first" className="text-xs text-ink-muted">
            always first
          </span>
        </li>
        {[...shown, ...hidden].map((id) => {
          const place = shown.indexOf(id);
          return (
            <li key={id} className="flex min-h-8 items-center gap-1 rounded px-2 hover:bg-hover">
              <Checkbox
                label={names[id]}
                data-column={id}
                checked={place !== -1}
                onChange={() => toggle(id)}
                className="flex-1 items-center"
              />
              {place !== -1 && (
                <>
                  <IconButton
                    size="small"
                    label={`Move ${names[id]} up`}
                    data-column={`${id} -1`}
                    disabled={place === 0}
                    onClick={() => move(id, -1)}
                  >
                    <ArrowUpIcon className="size-3.5" />
                  </IconButton>
                  <IconButton
                    size="small"
                    label={`Move ${names[id]} down`}
                    data-column={`${id} 1`}
                    disabled={place === shown.length - 1}
                    onClick={() => move(id, 1)}
                  >
                    <ArrowDownIcon className="size-3.5" />
                  </IconButton>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
      {besides.length > 0 && (
        <p className="px-2 text-xs text-ink-muted">
          {joinWords(besides.map((id) => names[id]))} {pluralOf(besides.length, "is", "are")} shown as well, as long as the list is sorted
          or filtered by it.
        </p>
      )}
      <p className="px-2 text-xs text-ink-muted sm:hidden">This window is narrow: it has room for the first two.</p>
      <div className="border-t border-line pt-1">
        <Switch label="Compact rows" checked={density === "compact"} onChange={(on) => setDensity(on ? "compact" : "comfortable")} />
      </div>
      <div className="flex items-center justify-between gap-2 px-2 pb-1">
        <span className="text-xs text-ink-muted">Kept in this browser, for all views.</span>
        <Button size="small" unavailable={chosen === undefined && "These are the usual columns."} onClick={reset}>
          Reset
        </Button>
      </div>
    </div>
  );
}

/** A line that has been moved takes the focus with it: the browser loses it with an element that is put elsewhere, or can't be pressed any more. */
function useFocusOfMoved(shown: readonly InquiryColumnId[]) {
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef<{ id: InquiryColumnId; by?: -1 | 1 }>(undefined);
  useLayoutEffect(() => {
    if (moved.current === undefined) return;
    const { id, by } = moved.current;
    moved.current = undefined;
    const of = (name: string) => list.current?.querySelector<HTMLElement>(`[data-column="${name}"]:not(:disabled)`);
    (by === undefined ? of(id) : (of(`${id} ${by}`) ?? of(`${id} ${-by}`)))?.focus();
  }, [shown]);
  const keepFocus = (id: InquiryColumnId, by?: -1 | 1) => {
    moved.current = by === undefined ? { id } : { id, by };
  };
  return { list, keepFocus };
}
