import { clsx } from "clsx";
import ArrowDownIcon from "lucide-react/icons/arrow-down";
import ArrowUpIcon from "lucide-react/icons/arrow-up";
import PlusIcon from "lucide-react/icons/plus";
import TrashIcon from "lucide-react/icons/trash-2";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";

type RowMoves = { move: (from: number, to: number) => void; remove: (index: number) => void };

type RowListProps = {
  /** What the list is called. */
  label: string;
  /** What one row is: "reason". */
  noun: string;
  /** `useFieldArray` of the form, with "key" as its `keyName`. */
  rows: RowMoves & { fields: readonly { readonly key: string }[] };
  /** What the person calls a row; empty or undefined before they have named it. */
  nameOf: (index: number) => string | undefined;
  /** What is wrong with the list as a whole, e.g. that it is too long. */
  error: string | undefined;
  /** What is said when there is no row. */
  empty: string;
  onAdd: () => void;
  className?: string;
  rowClassName: string;
  /** The fields of a row. `nth` names it in their labels: "reason 2". `tools` moves and removes it. */
  children: (row: { index: number; nth: string; tools: ReactNode }) => ReactNode;
};

/** A list that people lengthen, shorten and reorder within a form. */
export function RowList({ label, noun, rows, nameOf, error, empty, onAdd, className, rowClassName, children }: RowListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { fields } = rows;
  const { move, remove } = useRowMoves(list, rows);
  return (
    <div ref={list} className={clsx("flex flex-col gap-3", className)}>
      <ol aria-label={label} className="flex flex-col">
        {fields.map(({ key }, index) => {
          const nth = `${noun} ${index + 1}`;
          const name = nameOf(index);
          const tools = (
            <RowTools
              what={name ? `“${displayLine(name, 40)}”` : nth}
              index={index}
              count={fields.length}
              onMove={(to) => move(index, to)}
              onRemove={() => remove(index)}
            />
          );
          return (
            <li key={key} className={rowClassName}>
              {children({ index, nth, tools })}
            </li>
          );
        })}
      </ol>
      {error !== undefined && <p className="text-sm">{error}</p>}
      {fields.length === 0 && <p className="text-sm text-ink-muted">{empty}</p>}
      <Button data-tool="add" icon={<PlusIcon />} className="self-start" onClick={onAdd}>
        Add a {noun}
      </Button>
    </div>
  );
}

type RowToolsProps = {
  /** What is moved or removed, for the labels: "“Another reason”". */
  what: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** Moves a row of a list up and down, or takes it out. */
function RowTools({ what, index, count, onMove, onRemove }: RowToolsProps) {
  return (
    <span className="flex">
      <IconButton label={`Move ${what} up`} data-tool={`up-${index}`} disabled={index === 0} onClick={() => onMove(index - 1)}>
        <ArrowUpIcon />
      </IconButton>
      <IconButton label={`Move ${what} down`} data-tool={`down-${index}`} disabled={index === count - 1} onClick={() => onMove(index + 1)}>
        <ArrowDownIcon />
      </IconButton>
      <IconButton label={`Remove ${what}`} data-tool={`remove-${index}`} onClick={onRemove}>
        <TrashIcon />
      </IconButton>
    </span>
  );
}

/**
 * Moves and removes rows of a list, and keeps the focus with what was moved: browsers drop it when a row changes its place. After a removal
 * it goes to the row that has moved up, or to what adds a row.
 */
function useRowMoves(list: RefObject<HTMLElement | null>, { fields, move, remove }: RowListProps["rows"]): RowMoves {
  const wanted = useRef<string[]>([]);
  useEffect(() => {
    const tools = wanted.current;
    wanted.current = [];
    const found = tools.map((tool) => list.current?.querySelector<HTMLButtonElement>(`[data-tool="${tool}"]:not(:disabled)`));
    found.find((button) => button)?.focus();
  }, [list, fields]);
  return {
    move(from, to) {
      const [there, back] = to < from ? ["up", "down"] : ["down", "up"];
      wanted.current = [`${there}-${to}`, `${back}-${to}`];
      move(from, to);
    },
    remove(index) {
      wanted.current = [`remove-${index}`, `remove-${index - 1}`, "add"];
      remove(index);
    },
  };
}
