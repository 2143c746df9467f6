import ArrowDownIcon from "lucide-react/icons/arrow-down";
import ArrowUpIcon from "lucide-react/icons/arrow-up";
import TrashIcon from "lucide-react/icons/trash-2";
import { type RefObject, useEffect, useRef } from "react";
import { IconButton } from "@/ui/icon-button";

type RowToolsProps = {
  /** What is moved or removed, for the labels: "“Another reason”". */
  what: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** Moves a row of a list up and down, or takes it out. */
export function RowTools({ what, index, count, onMove, onRemove }: RowToolsProps) {
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

type RowMoves = { move: (from: number, to: number) => void; remove: (index: number) => void };

/**
 * Moves and removes rows of a list, and keeps the focus with what was moved: browsers drop it when a row changes its place. After a removal
 * it goes to the row that has moved up, or to what adds a row.
 * @param rows changes whenever rows were moved or removed
 */
export function useRowMoves(list: RefObject<HTMLElement | null>, rows: unknown, { move, remove }: RowMoves): RowMoves {
  const wanted = useRef<string[]>([]);
  useEffect(() => {
    const tools = wanted.current;
    wanted.current = [];
    const found = tools.map((tool) => list.current?.querySelector<HTMLButtonElement>(`[data-tool="${tool}"]:not(:disabled)`));
    found.find((button) => button)?.focus();
  }, [list, rows]);
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
