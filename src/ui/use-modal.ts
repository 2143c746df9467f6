import { type RefObject, useLayoutEffect } from "react";

/**
 * Shows the browser's modal dialog while `open`, and gives the focus back to what opened it however it goes away: by Escape, by its page, or
 * with the component it stands in. The browser does so only for what is still on screen.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, open: boolean): void {
  useLayoutEffect(() => {
    const node = dialog.current;
    if (!open || !node) return;
    const opener = openerOf(document.activeElement);
    node.showModal();
    return () => {
      node.close();
      const isLost = document.activeElement === document.body || node.contains(document.activeElement);
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [dialog, open]);
}

/** A popover closes when a dialog opens over it: what stays is the button it belongs to. */
function openerOf(focused: Element | null): Element | null {
  const popover = focused?.closest("[popover]");
  return popover ? document.querySelector(`[popovertarget="${CSS.escape(popover.id)}"]`) : focused;
}
