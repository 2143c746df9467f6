import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/**
 * After a navigation the element that had the focus is often gone with its page. Then the content takes the focus, so that the
 * keyboard goes on there and not at the top of the frame. A focus that is still somewhere is left alone.
 */
export function FocusAfterNavigation({ to: contentId }: { to: string }): null {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const lastPathname = useRef(pathname);
  useEffect(() => {
    const isFirst = lastPathname.current === undefined;
    lastPathname.current = pathname;
    const hasFocus = document.activeElement !== null && document.activeElement !== document.body;
    if (!isFirst && !hasFocus) document.getElementById(contentId)?.focus({ preventScroll: true });
  }, [pathname, contentId]);
  return null;
}
