import { clsx } from "clsx";
import XIcon from "lucide-react/icons/x";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { IconButton } from "@/ui/icon-button";
import { ModalDialog } from "@/ui/modal-dialog";
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
    <ModalDialog
      ref={dialog}
      aria-labelledby={titleId}
      className={clsx("w-[min(36rem,calc(100vw-2rem))] rounded border border-line bg-raised p-0 shadow-float", className)}
      onLeave={onClose}
    >
      {open && (
        <div className="flex max-h-[calc(100dvh-4rem)] flex-col">
          <header className="flex items-center justify-between gap-2 border-b border-line py-2 pr-2 pl-4">
            <h2 id={titleId} tabIndex={-1} className="text-base font-semibold outline-none">
              {title}
            </h2>
            <IconButton label="Close" onClick={() => onClose()}>
              <XIcon />
            </IconButton>
          </header>
          <div className="overflow-auto p-4">{children}</div>
          {footer !== undefined && <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>}
        </div>
      )}
    </ModalDialog>
  );
}
