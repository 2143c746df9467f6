import { type RefObject, useEffect, useRef } from "react";
import { placeBeside } from "@/ui/place-beside";

const delay = 350;

/**
 * The one tooltip of the page. Any element with `data-tip` shows its text on hover and on keyboard focus; Escape hides it. The text
 * only repeats what assistive technology already knows or does not need, so it is hidden from it.
 */
export function Tooltips() {
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => followPointerAndFocus(tip), []);
  return <div ref={tip} popover="manual" className="tooltip" aria-hidden="true" />;
}

function followPointerAndFocus(tip: RefObject<HTMLDivElement | null>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let owner: HTMLElement | undefined;

  const hide = () => {
    clearTimeout(timer);
    owner = undefined;
    if (tip.current?.matches(":popover-open")) tip.current.hidePopover();
  };
  const show = () => {
    const text = owner?.dataset.tip;
    if (!tip.current || !owner?.isConnected || !text) return;
    tip.current.textContent = text;
    tip.current.showPopover();
    placeBeside(tip.current, owner, { gap: 6, align: "center" });
  };
  const ownerOf = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest<HTMLElement>("[data-tip]") ?? undefined) : undefined;

  const onOver = (event: PointerEvent) => {
    if (event.pointerType === "touch" || event.target === tip.current) return;
    const next = ownerOf(event.target);
    if (next === owner) return;
    hide();
    owner = next;
    if (next) timer = setTimeout(show, delay);
  };
  const onFocus = (event: FocusEvent) => {
    const next = ownerOf(event.target);
    if (!next || !(event.target instanceof Element) || !event.target.matches(":focus-visible")) return;
    hide();
    owner = next;
    show();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") hide();
  };

  const stop = new AbortController();
  const options = { signal: stop.signal };
  document.addEventListener("pointerover", onOver, options);
  document.addEventListener("focusin", onFocus, options);
  document.addEventListener("focusout", hide, options);
  document.addEventListener("pointerdown", hide, options);
  document.addEventListener("keydown", onKey, options);
  document.addEventListener("scroll", hide, { ...options, capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
