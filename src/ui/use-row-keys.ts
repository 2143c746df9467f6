import type { KeyboardEvent as ReactKeyboardEvent, RefObject } from "react";
import type { ShortcutDefinition } from "@/ui/shortcut-definition";
import { useShortcut } from "@/ui/use-shortcuts";

/** The keys of every table. */
export const rowShortcuts = {
  next: { id: "rows.next", keys: "j", label: "Next row", group: "Tables", kind: "moves", repeats: true },
  previous: { id: "rows.previous", keys: "k", label: "Previous row", group: "Tables", kind: "moves", repeats: true },
} as const satisfies Record<string, ShortcutDefinition>;

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Moving through the rows of a table by keys: J and K from anywhere on the page, arrows, Home and End once a row has the focus.
 * Enter needs nothing: the focus is on the row's own link.
 */
export function useRowKeys(frame: RefObject<HTMLElement | null>, enabled: boolean): (event: ReactKeyboardEvent) => void {
  const move = (step: (index: number, last: number) => number) => {
    const links = [...(frame.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
    const current = links.findIndex((link) => link === document.activeElement);
    // From outside the rows, the first step lands on the row that Tab would reach.
    const tabStop = links.findIndex((link) => link.tabIndex === 0);
    const target = current === -1 ? Math.max(tabStop, 0) : step(current, links.length - 1);
    links[Math.min(Math.max(target, 0), links.length - 1)]?.focus();
  };
  useShortcut(rowShortcuts.next, () => move((index) => index + 1), { enabled });
  useShortcut(rowShortcuts.previous, () => move((index) => index - 1), { enabled });
  return (event) => {
    const step = steps[event.key];
    const onRowLink = event.target instanceof HTMLElement && event.target.dataset.rowLink !== undefined;
    if (!step || !onRowLink || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    move(step);
  };
}
