import { clsx } from "clsx";
import XIcon from "lucide-react/icons/x";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { IconButton } from "@/ui/icon-button";
import { useModal } from "@/ui/use-modal";

type DialogProps = { open: boolean; onClose: () => void; title: string; children: ReactNode; footer?: ReactNode; className?: string };

/** The browser's own modal dialog. For what has no place on the page; never over evidence that a decision needs. */
export function Dialog({ open, onClose, title, children, footer, className }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useModal(dialog, open);
  // The title, not the first button: what has opened is read first, and no tooltip covers it.
  useLayoutEffect(() => {
    if (open) dialog.current?.querySelector("h2")?.focus();
  }, [open]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a click on the backdrop; Escape is the key
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={clsx("w-[min(36rem,calc(100vw-2rem))] rounded border border-line bg-raised p-0 shadow-float", className)}
      // not when the browser tells of its end: that is later, and who asks for the next one by then would not get it
      onCancel={(event) => {
        // a file that was not chosen is cancelled, too
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      // where the browser ended it unasked; one that was shown again since, as React does while developing, is told of the end late
      onClose={({ currentTarget }) => !currentTarget.open && onClose()}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {open && (
        <div className="flex max-h-[calc(100dvh-4rem)] flex-col">
          <header className="flex items-center justify-between gap-2 border-b border-line py-2 pr-2 pl-4">
            <h2 id={titleId} tabIndex={-1} className="text-base font-semibold outline-none">
              {title}
            </h2>
            <IconButton label="Close" onClick={onClose}>
              <XIcon />
            </IconButton>
          </header>
          <div className="overflow-auto p-4">{children}</div>
          {footer !== undefined && <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>}
        </div>
      )}
    </dialog>
  );
}
