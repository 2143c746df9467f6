import { createLink } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";

/**
 * Parts of a page that have an address each. Links, not an ARIA tab list: Back and a new tab work. Where they take several rows, each row
 * has its line.
 */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="tab-rows flex flex-wrap gap-x-4">
      {children}
    </nav>
  );
}

function TabAnchor({ children, ...rest }: ComponentProps<"a">) {
  return (
    <a
      {...rest}
      className="flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium text-ink-muted -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
    >
      {children}
    </a>
  );
}

/** One of `TabLinks`; takes what the router's `Link` takes. */
export const TabLink = createLink(TabAnchor);
