import { type RefObject, useEffect, useRef } from "react";

/**
 * Tells the page how much of the window the pinned rail takes (`--pinned-rail`), so that what gets the focus is scrolled to above it.
 * Put the returned ref on the rail.
 */
export function usePinnedRail(): RefObject<HTMLDivElement | null> {
  const rail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = rail.current;
    if (!node) return;
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      // The stylesheet pins it by `bottom`; beside the evidence it has none.
      const isPinned = getComputedStyle(node).bottom === "0px";
      root.style.setProperty("--pinned-rail", isPinned ? `${node.offsetHeight}px` : "0px");
    });
    observer.observe(node);
    return () => {
      observer.disconnect();
      root.style.removeProperty("--pinned-rail");
    };
  }, []);
  return rail;
}
