import { clsx } from "clsx";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { placeBeside } from "@/ui/place-beside";

type PopoverProps = {
  /** The opener: a button that takes the given id as its `popoverTarget`. */
  trigger: (popoverTarget: string) => ReactNode;
  label: string;
  align?: "start" | "end";
  className?: string;
  /** Told when it has been opened, and closed. */
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
};

/**
 * A small panel beside its opener. The browser's own popover: Escape and a click elsewhere close it, the focus returns. What is in it is made
 * when it is first opened, and stays: what was typed there is there again.
 */
export function Popover({ trigger, label, align = "start", className, onOpenChange, children }: PopoverProps) {
  const id = useId();
  const panel = useRef<HTMLDialogElement>(null);
  const [isMade, setMade] = useState(false);
  useEffect(() => {
    // The panel stands where its opener stood; when the window changes it is better gone than elsewhere.
    const hide = () => panel.current?.matches(":popover-open") && panel.current.hidePopover();
    window.addEventListener("resize", hide);
    const made = panel.current;
    return () => {
      window.removeEventListener("resize", hide);
      // A page that is kept out of sight would show it again, and until then it would take Escape.
      made?.hidePopover();
    };
  }, []);
  return (
    <>
      {trigger(id)}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears of the focus that leaves any control inside */}
      <dialog
        ref={panel}
        id={id}
        popover="auto"
        aria-label={label}
        // the page beside it can be used, which browsers don't tell of a dialog element by themselves
        aria-modal="false"
        className={clsx("popover max-w-[calc(100vw-1rem)] rounded border border-line bg-raised p-1 text-sm shadow-float", className)}
        // who goes on to the page with Tab is not left with a panel over it
        onBlur={({ currentTarget, relatedTarget }) => {
          const isPage = relatedTarget instanceof Element && !currentTarget.contains(relatedTarget);
          if (isPage && relatedTarget.getAttribute("popovertarget") !== id) currentTarget.hidePopover();
        }}
        // before it is shown, since its place goes by its size
        onBeforeToggle={() => flushSync(() => setMade(true))}
        onToggle={(event) => {
          const opener = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
          if (event.newState === "open" && opener) placeBeside(event.currentTarget, opener, { gap: 4, align });
          event.currentTarget.toggleAttribute("data-placed", event.newState === "open");
          onOpenChange?.(event.newState === "open");
        }}
      >
        {isMade && children}
      </dialog>
    </>
  );
}
