import { useLayoutEffect, useRef, useState } from "react";
import { shortcuts } from "@/components/shortcut-list";
import type { Late } from "@/ui/late";
import { ModalDialog } from "@/ui/modal-dialog";
import { useModal } from "@/ui/use-modal";
import { useShortcut } from "@/ui/use-shortcuts";

/** What was typed before the palette was there to take it. */
type Early = {
  readonly text: string;
  /** When Enter was pressed on it: ms on the clock of the events. */
  readonly enteredAt?: number;
};

export type PaletteProps = {
  early: Early;
  /** @param then what is done once the palette is gone and the focus is back */
  onClose: (then?: () => void) => void;
};

const nothing: Early = { text: "" };

export const fieldLook = "h-12 w-full flex-none border-b border-line bg-transparent px-4 text-md text-ink outline-none";

/** Opens the command palette with Ctrl+K or Cmd+K. Few ask for it, so it comes by then; what is typed meanwhile is kept for it. */
export function PaletteLoader({ palette: Palette }: { palette: Late<PaletteProps> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [early, setEarly] = useState(nothing);
  const [isOpen, setOpen] = useState(false);
  useModal(dialog, isOpen);
  // within the key press: the next key is for the field
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.querySelector("input")?.focus();
  }, [isOpen]);
  const close = (then?: () => void) => {
    dialog.current?.close();
    setOpen(false);
    then?.();
  };
  useShortcut(shortcuts.palette, () => {
    if (isOpen) return close();
    // a question that covers the page is answered first
    if (document.querySelector("dialog[open]") !== null) return;
    setEarly(nothing);
    setOpen(true);
  });
  if (!isOpen) return null;
  return (
    <ModalDialog
      ref={dialog}
      aria-label="Commands"
      className="mx-auto mt-4 mb-auto w-[min(36rem,calc(100vw-2rem))] rounded border border-line-strong bg-raised p-0 shadow-float sm:mt-[min(12dvh,6rem)]"
      onLeave={close}
    >
      <Palette
        early={early}
        onClose={close}
        fallback={<EarlyField early={early} onChange={setEarly} />}
        // the same field, with the focus in it
        instead={
          <>
            <EarlyField early={early} onChange={setEarly} />
            <p role="alert" className="px-4 py-3 text-sm">
              This can't be opened now. What you type is kept: it is tried again by itself.
            </p>
          </>
        }
      />
    </ModalDialog>
  );
}

function EarlyField({ early, onChange }: { early: Early; onChange: (early: Early) => void }) {
  return (
    <input
      aria-label="Find or do"
      autoComplete="off"
      spellCheck={false}
      className={fieldLook}
      value={early.text}
      onChange={(event) => onChange({ text: event.target.value })}
      onKeyDown={(event) => event.key === "Enter" && onChange({ ...early, enteredAt: event.timeStamp })}
    />
  );
}
