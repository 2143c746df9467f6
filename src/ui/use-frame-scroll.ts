import { type RefObject, useEffect } from "react";

/** How long after its last scroll event a list counts as still moving, in milliseconds. Not every browser tells the end itself. */
const settlesAfter = 120;

/**
 * Marks the frame of a table for its style sheet, without a render: `data-scrolled` while it is scrolled sideways, `data-scrolling` while it
 * moves. What stands in cells takes no notice of a resting pointer then: hit testing and painting their hover was most of what a frame
 * cost. A click at that moment reaches the cell, and is passed on to what it was made on.
 */
export function useFrameScroll(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      clearTimeout(timer);
      delete element.dataset.scrolling;
    };
    const onScroll = () => {
      if (element.scrollLeft > 0) element.dataset.scrolled = "";
      else delete element.dataset.scrolled;
      element.dataset.scrolling = "";
      clearTimeout(timer);
      timer = setTimeout(settle, settlesAfter);
    };
    const onClick = (event: MouseEvent) => {
      const target = event.target;
      if (element.dataset.scrolling === undefined || !(target instanceof HTMLTableCellElement)) return;
      settle();
      const meant = document.elementFromPoint(event.clientX, event.clientY);
      if (!meant || meant === target || !element.contains(meant)) return;
      event.stopPropagation();
      meant.dispatchEvent(new MouseEvent(event.type, event));
    };
    const stop = new AbortController();
    element.addEventListener("scroll", onScroll, { signal: stop.signal, passive: true });
    element.addEventListener("click", onClick, { signal: stop.signal, capture: true });
    element.addEventListener("auxclick", onClick, { signal: stop.signal, capture: true });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [frame]);
}
