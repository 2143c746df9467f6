import { type RefObject, useEffect, useRef } from "react";
import { formatAbsolute } from "@/lib/time";
import { placeBeside } from "@/ui/place-beside";

const delay = 350;
/** So long the pointer may be on its way from an element to its tooltip. */
const grace = 150;

/**
 * The one tooltip of the page. Any element with `data-tip` shows its text on hover and on keyboard focus; Escape hides it, and the pointer
 * may go to it. What has the focus is described by it, unless its own words say the same.
 */
export function Tooltips() {
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => followPointerAndFocus(tip), []);
  return <div ref={tip} id="tooltip" role="tooltip" popover="manual" className="tooltip" />;
}

/** What the element tells; an instant that tells nothing else, in full. */
function tipOf(owner: HTMLElement): string {
  const { tip = "" } = owner.dataset;
  return tip === "" && owner instanceof HTMLTimeElement ? formatAbsolute(Date.parse(owner.dateTime)) : tip;
}

function followPointerAndFocus(tip: RefObject<HTMLDivElement | null>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let owner: HTMLElement | undefined;
  let described: HTMLElement | undefined;

  const stay = () => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  const hide = () => {
    clearTimeout(timer);
    stay();
    owner = undefined;
    described?.removeAttribute("aria-describedby");
    described = undefined;
    if (tip.current?.matches(":popover-open")) tip.current.hidePopover();
  };
  const show = () => {
    const text = owner && tipOf(owner);
    if (!tip.current || !owner?.isConnected || !text) return;
    tip.current.textContent = text;
    tip.current.showPopover();
    placeBeside(tip.current, owner, { gap: 6, align: "center" });
  };
  const ownerOf = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest<HTMLElement>("[data-tip]") ?? undefined) : undefined;

  const onOver = (event: PointerEvent) => {
    if (event.pointerType === "touch") return;
    if (event.target === tip.current) return stay();
    const next = ownerOf(event.target);
    if (next === owner) return stay();
    if (!next && tip.current?.matches(":popover-open")) {
      leaving ??= setTimeout(hide, grace);
      return;
    }
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
    const said = `${next.ariaLabel ?? ""} ${next.textContent}`;
    if (next.hasAttribute("aria-describedby") || said.includes(tipOf(next))) return;
    next.setAttribute("aria-describedby", "tooltip");
    described = next;
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
    hide();
    stop.abort();
  };
}
