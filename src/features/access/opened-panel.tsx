import type { ReactNode } from "react";
import { type PanelEnter, usePanelEnter } from "./use-panel-enter";

type OpenedPanelProps = {
  /** Anew each time it is opened, with how much text had gone astray by then. */
  opened: { strayed: number };
  label: string;
  onClose: () => void;
  children: (enter: PanelEnter) => ReactNode;
};

/** What opens below a button of the rail and has the focus at once: Enter on it does what it advises, Escape closes it. */
export function OpenedPanel({ opened, label, onClose, children }: OpenedPanelProps) {
  const { panel, enter, onKeyDown } = usePanelEnter(opened);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter on it, and Escape, pressed on any control inside
    <div
      ref={panel}
      tabIndex={-1}
      role="group"
      aria-label={label}
      className="flex flex-col gap-3 rounded border border-line-strong bg-surface p-3"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        onKeyDown(event);
      }}
    >
      {children(enter)}
    </div>
  );
}
