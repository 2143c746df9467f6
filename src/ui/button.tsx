import { clsx } from "clsx";
import LoaderIcon from "lucide-react/icons/loader-circle";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "@/ui/button-look";
import { Kbd } from "@/ui/kbd";

type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Takes the place of the icon while the action is under way; the button does nothing then. */
  busy?: boolean;
  /** Why the action cannot be used now. The button stays reachable by keyboard, so that the reason can be read. */
  unavailable?: string | false | null;
  /** What else there is to say about it, in its tooltip: why it is unavailable goes before it. */
  "data-tip"?: string;
  icon?: ReactNode;
  /** The single key that does the same: shown on the button and told to assistive technology. */
  shortcut?: string;
};

export function Button({
  variant = "secondary",
  size = "medium",
  type = "button",
  busy = false,
  unavailable,
  "data-tip": tip,
  icon,
  shortcut,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const off = Boolean(unavailable);
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- "button" unless the caller submits a form with it
      type={type}
      className={clsx(buttonLook(variant, size, off), className)}
      aria-disabled={off || busy || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut}
      data-tip={unavailable || tip}
      onClick={(event) => {
        if (off || busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <LoaderIcon className="spin" /> : icon}
      {children}
      {off && <span className="sr-only">. Not available: {unavailable}</span>}
      {shortcut !== undefined && <Kbd className="-mr-1 ml-0.5 max-sm:hidden border-current/30 bg-transparent text-current">{shortcut}</Kbd>}
    </button>
  );
}
