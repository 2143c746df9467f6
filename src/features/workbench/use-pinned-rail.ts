import { type RefObject, useEffect, useRef } from "react";

/**
 * Tells the page how much of the window the pinned rail takes (`--pinned-rail`), so that what gets the focus is scrolled to above it; and the
 * rail how much room there is below its upper edge (`--rail-room`), so that it ends in sight where it stands beside the evidence.
 * Put the returned ref on the rail.
 */
export function usePinnedRail(): RefObject<HTMLDivElement | null> {
  const rail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = rail.current;
    if (!node) return;
    const root = document.documentElement;
    const measureRoom = () =>
      node.style.setProperty("--rail-room", `${Math.floor(window.innerHeight - node.getBoundingClientRect().top)}px`);
    const observer = new ResizeObserver(() => {
      root.style.setProperty("--pinned-rail", isPinned(node) ? `${node.offsetHeight}px` : "0px");
      measureRoom();
    });
    observer.observe(node);
    window.addEventListener("scroll", measureRoom, { passive: true });
    window.addEventListener("resize", measureRoom);
    return () => {
      observer.disconnect();
      window.removeEventListener("scroll", measureRoom);
      window.removeEventListener("resize", measureRoom);
      root.style.removeProperty("--pinned-rail");
    };
  }, []);
  return rail;
}

/** The stylesheet pins it by `bottom`; beside the evidence it has none. */
const isPinned = (rail: HTMLElement): boolean => getComputedStyle(rail).bottom === "0px";

/** Where the rail is pinned it is low: a form that opens in it begins at its upper edge, so that what speaks against it is read first. */
export function bringForm(rail: HTMLElement | null, form: EventTarget): void {
  if (!rail || !(form instanceof HTMLFormElement) || !isPinned(rail)) return;
  rail.scrollTop += form.getBoundingClientRect().top - rail.getBoundingClientRect().top - 8;
}
