import { type RefObject, useEffect, useRef } from "react";

/**
 * Tells the page how much of its lower edge the strip takes (`--hold-strip`), so that what lies under it can be scrolled up; nothing where
 * it stands in the left rail. Put the returned ref on the strip.
 */
export function useStripHeight(): RefObject<HTMLElement | null> {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const node = strip.current;
    if (!node) return;
    const root = document.documentElement;
    const measure = () => {
      // set by the stylesheet, where it lies along the lower edge
      const isBar = getComputedStyle(node).getPropertyValue("--is-bar").trim() === "1";
      root.style.setProperty("--hold-strip", isBar ? `${node.offsetHeight}px` : "0px");
    };
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => {
      observer.disconnect();
      root.style.removeProperty("--hold-strip");
    };
  }, []);
  return strip;
}
