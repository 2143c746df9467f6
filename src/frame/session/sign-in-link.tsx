import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { urlBelowBase } from "@/api/client-config";
import type { ButtonVariant } from "@/ui/button-look";
import { AnchorButton } from "@/ui/link-button";

type SignInLinkProps = { newTab?: boolean; variant?: ButtonVariant; children: ReactNode };

/** The way to sign in, and back to this very address. Out of the app: signing in is the server's. */
export function SignInLink({ newTab = false, variant = "secondary", children }: SignInLinkProps) {
  const { href } = useLocation();
  return (
    <AnchorButton
      href={urlBelowBase(`auth/sign-in?to=${encodeURIComponent(href)}`)}
      variant={variant}
      {...(newTab ? { target: "_blank", rel: "noopener" } : {})}
    >
      {children}
      {newTab && <span className="sr-only"> (opens a new tab)</span>}
    </AnchorButton>
  );
}
