import { createLink } from "@tanstack/react-router";
import { clsx } from "clsx";
import { type ComponentProps, createContext, use } from "react";

/** Whether the row is the one that Tab reaches. Only one row link of a table is in the tab order; keys move between rows. */
export const RowTabStop = createContext(true);

function RowAnchor({ className, children, ...rest }: ComponentProps<"a">) {
  const isTabStop = use(RowTabStop);
  return (
    <a
      {...rest}
      data-row-link=""
      // an ID from elsewhere may run from right to left; it begins at the left all the same
      dir="auto"
      tabIndex={isTabStop ? undefined : -1}
      className={clsx("block truncate text-left font-medium text-ink outline-none hover:underline focus-visible:underline", className)}
    >
      {children}
    </a>
  );
}

/** The link of a row, in its first cell: what the whole row opens by click, Enter or a middle click. Takes what `Link` takes. */
export const RowLink = createLink(RowAnchor);
