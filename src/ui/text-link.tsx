import { createLink } from "@tanstack/react-router";
import { clsx } from "clsx";
import type { ComponentProps } from "react";

function TextAnchor({ className, children, ...rest }: ComponentProps<"a">) {
  return (
    <a
      {...rest}
      className={clsx("rounded-sm text-link underline decoration-current/30 underline-offset-2 hover:decoration-current", className)}
    >
      {children}
    </a>
  );
}

/** A link in running text; takes what the router's `Link` takes. */
export const TextLink = createLink(TextAnchor);
