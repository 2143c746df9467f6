import { type RefObject, useLayoutEffect } from "react";

/** Gives the focus back to what had it when this panel of the page opened, if it is in the panel when that goes away. */
export function useFocusReturn(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const node = panel.current;
    const opener = document.activeElement;
    return () => {
      if (node?.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [panel]);
}
