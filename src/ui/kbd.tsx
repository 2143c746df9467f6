import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A key as it stands on the keyboard. Decoration: the control beside it carries `aria-keyshortcuts`. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      aria-hidden="true"
      className={clsx(
        "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1 font-sans text-xs leading-none font-medium",
        className ?? "border-line-strong bg-surface text-ink-muted",
      )}
    >
      {children}
    </kbd>
  );
}
