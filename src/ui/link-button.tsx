import { createLink } from "@tanstack/react-router";
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "@/ui/button-look";

type AnchorButtonProps = ComponentProps<"a"> & { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };

/** A link out of the app with the look of a button. */
export function AnchorButton({ variant = "secondary", size = "medium", icon, className, children, ...rest }: AnchorButtonProps) {
  return (
    <a {...rest} className={clsx(buttonLook(variant, size), className)}>
      {icon}
      {children}
    </a>
  );
}

/** A link to a page of the desk with the look of a button; takes what the router's `Link` takes. */
export const LinkButton = createLink(AnchorButton);
