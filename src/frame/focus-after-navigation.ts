import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/**
 * After a navigation the element that had the focus is often gone with its page. Then the content takes the focus, so that the
 * keyboard goes on there and not at the top of the frame. A focus that is still on something that can be seen is left alone; a list that
 * is kept out of sight has lost it, though the browser has not noticed yet.
 */
export function FocusAfterNavigation({ to: contentId }: { to: string }): null {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const lastPathname = useRef(pathname);
  useEffect(() => {
    const before = lastPathname.current;
    lastPathname.current = pathname;
    // the page that was loaded first begins at its top: there was nothing to lose
    const hasLeft = before !== undefined && before !== pathname;
    if (hasLeft && !hasFocus()) document.getElementById(contentId)?.focus({ preventScroll: true });
  }, [pathname, contentId]);
  return null;
}

function hasFocus(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && activeElement.getClientRects().length > 0;
}
