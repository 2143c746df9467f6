import { type ReactNode, useRef } from "react";
import { EnvironmentBadge } from "@/components/environment-badge";
import { FrameRail } from "@/components/frame-rail";
import { PreferenceMenu } from "@/components/preference-menu";
import { ShortcutHelp } from "@/components/shortcut-help";
import { type DeskUser, UserMenu } from "@/components/user-menu";
import type { Viewer } from "@/domain/viewer";
import { IconButton } from "@/ui/icon-button";
import { MenuIcon } from "@/ui/icons";
import { ThemeToggle } from "@/ui/theme-toggle";
import { Toaster } from "@/ui/toaster";
import { Tooltips } from "@/ui/tooltips";

type AppFrameProps = {
  /** The search field that stands on every page. */
  omnibox: ReactNode;
  /** Who is signed in; undefined while that is not known. */
  session: ({ readonly user: DeskUser; readonly organization?: { readonly name?: string | null } | null } & Viewer) | undefined;
  children: ReactNode;
};

/** The frame of every page: rail, top bar, content. Below 900 px the rail is a drawer. */
export function AppFrame({ omnibox, session, children }: AppFrameProps) {
  const drawer = useRef<HTMLDialogElement>(null);
  const closeDrawer = () => drawer.current?.close();
  return (
    <div className="frame">
      <a
        href="#main"
        className="skip-link"
        onClick={(event) => {
          // The address must stay as it is: with hash history the fragment is the page.
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        Skip to the content
      </a>
      <FrameRail />
      <header className="frame-topbar">
        <IconButton label="Sections" className="md:hidden" onClick={() => drawer.current?.showModal()}>
          <MenuIcon />
        </IconButton>
        <div className="frame-omnibox">{omnibox}</div>
        <div className="frame-tools">
          <EnvironmentBadge environment={session?.environment ?? undefined} />
          <ThemeToggle />
          {session && (
            <UserMenu user={session.user} viewer={session} organization={session.organization?.name}>
              <PreferenceMenu />
            </UserMenu>
          )}
        </div>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a click beside the drawer; Escape is the key */}
      <dialog
        ref={drawer}
        className="frame-drawer"
        aria-label="Sections"
        onClick={(event) => event.target === event.currentTarget && closeDrawer()}
      >
        <FrameRail onNavigate={closeDrawer} collapsible={false} />
      </dialog>
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
      <ShortcutHelp />
      <Toaster />
      <Tooltips />
    </div>
  );
}
