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
    const measureRoom = () => put(node, "--rail-room", Math.floor(window.innerHeight - node.getBoundingClientRect().top));
    // both are read before either is written: what is inherited makes the page lay itself out again
    const observer = new ResizeObserver(() => {
      const height = isPinned(node) ? node.offsetHeight : 0;
      measureRoom();
      put(root, "--pinned-rail", height);
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

/** Writes a length only where it is another, 0 where there is none: even the same one again has its heirs looked at. */
function put({ style }: HTMLElement, name: string, pixels: number): void {
  if ((style.getPropertyValue(name) || "0px") !== `${pixels}px`) style.setProperty(name, `${pixels}px`);
}

/** The stylesheet pins it by `bottom`; beside the evidence it has none. */
const isPinned = (rail: HTMLElement): boolean => getComputedStyle(rail).bottom === "0px";

/** Where the rail is pinned it is low: a form that opens in it begins at its upper edge, so that what speaks against it is read first. */
export function bringForm(rail: HTMLElement | null, form: EventTarget): void {
  if (!rail || !(form instanceof HTMLFormElement) || !isPinned(rail)) return;
  rail.scrollTop += form.getBoundingClientRect().top - rail.getBoundingClientRect().top - 8;
}
