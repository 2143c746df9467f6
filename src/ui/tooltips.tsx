import { type RefObject, useEffect, useRef } from "react";
import { formatAbsolute } from "@/lib/time";
import { placeBeside } from "@/ui/place-beside";
import { moveAmongTips } from "@/ui/tip-keys";

const delay = 350;
/** So long the pointer may be on its way from an element to its tooltip. */
const grace = 150;

/**
 * The one tooltip of the page. Any element with `data-tip` shows its text on hover, on keyboard focus, and at the tap of a finger where that
 * does nothing else; Escape, a scroll and the next tap hide it, and the pointer may go to it. What has the focus is described by it, unless
 * its own words say the same.
 */
export function Tooltips() {
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => followPointerAndFocus(tip), []);
  return <div ref={tip} id="tooltip" role="tooltip" popover="manual" className="tooltip" />;
}

/** What a tap does something with. A control that can't be used is none: what it has to tell is why. */
const controls = ":is(a, button, input, select, textarea, label, summary):not([aria-disabled=true])";

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
  /** Whose tooltip was open when the finger came down, which takes it away. */
  let tapped: HTMLElement | undefined;
  let isTouch = false;

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
  const onDown = (event: PointerEvent) => {
    isTouch = event.pointerType === "touch";
    tapped = tip.current?.matches(":popover-open") ? owner : undefined;
    hide();
  };
  // the click, not the finger's lifting: what loses the focus by the tap hides the tooltip in between
  const onClick = (event: MouseEvent) => {
    const next = ownerOf(event.target);
    if (!isTouch || event.detail === 0 || !next || next === tapped) return;
    if (event.target instanceof Element && event.target.closest(controls)) return;
    owner = next;
    show();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") hide();
    else moveAmongTips(event);
  };

  const stop = new AbortController();
  const options = { signal: stop.signal };
  document.addEventListener("pointerover", onOver, options);
  document.addEventListener("focusin", onFocus, options);
  document.addEventListener("focusout", hide, options);
  document.addEventListener("pointerdown", onDown, options);
  document.addEventListener("click", onClick, options);
  document.addEventListener("keydown", onKey, options);
  document.addEventListener("scroll", hide, { ...options, capture: true, passive: true });
  return () => {
    hide();
    stop.abort();
  };
}
