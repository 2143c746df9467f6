import { clsx } from "clsx";
import { useLayoutEffect, useRef } from "react";
import { groupBy } from "@/lib/group-by";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { Kbd } from "@/ui/kbd";
import type { PaletteItem } from "./palette-items";

type PaletteListProps = {
  /** What the ids of the entries begin with. */
  id: string;
  items: readonly PaletteItem[];
  current: PaletteItem | undefined;
  onPoint: (item: PaletteItem) => void;
  onChoose: (item: PaletteItem) => void;
};

/** The entries under the field. The focus stays in the field; which one Enter would choose is told by `aria-activedescendant`. */
export function PaletteList({ id, items, current, onPoint, onChoose }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  const currentId = current?.id;
  useLayoutEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [currentId]);
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label="Entries" className="min-h-0 scroll-py-2 overflow-y-auto p-1 pb-2">
      {[...groupBy(items, ({ group }) => group)].map(([group, entries]) => (
        <div key={group} role="group" aria-label={group}>
          <div aria-hidden="true" className="px-3 pt-2 pb-1 text-xs font-medium text-ink-muted">
            {group}
          </div>
          {entries.map((item) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the field's, which keeps the focus
            <div
              key={item.id}
              id={`${id}-${item.id}`}
              role="option"
              aria-selected={item.id === currentId}
              aria-disabled={item.unavailable !== undefined || undefined}
              className={clsx(
                "flex min-h-9 cursor-pointer items-center gap-3 rounded px-3 py-1.5 text-sm",
                item.id === currentId && "bg-selected",
                item.unavailable !== undefined && "text-ink-muted",
              )}
              onPointerMove={() => item.id !== currentId && onPoint(item)}
              // the focus stays in the field
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(item)}
            >
              <Entry item={item} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function Entry({ item: { label, detail, shortcut, unavailable } }: { item: PaletteItem }) {
  return (
    <>
      <span className="min-w-0 flex-1">
        <bdi className="block truncate">{label}</bdi>
        {unavailable !== undefined && <span className="block text-xs text-ink-muted">Not available: {unavailable}</span>}
      </span>
      {detail !== undefined && <span className="font-mono text-xs text-ink-muted">{middleEllipsis(detail)}</span>}
      {shortcut !== undefined && (
        <span>
          <span className="sr-only">, key {shortcut}</span>
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </>
  );
}
