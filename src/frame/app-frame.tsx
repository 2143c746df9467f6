import type { ReactNode } from "react";
import { AtRest } from "@/components/at-rest";
import { EnvironmentBadge } from "@/frame/environment-badge";
import { FrameDrawer } from "@/frame/frame-drawer";
import { FrameRail } from "@/frame/frame-rail";
import { ShortcutHelp } from "@/frame/shortcut-help";
import { FocusAfterNavigation } from "@/frame/focus-after-navigation";
import { type DeskUser, UserMenu } from "@/frame/user-menu";
import type { Viewer } from "@/domain/viewer";
import { late } from "@/ui/late";
import { Skeleton } from "@/ui/skeleton";
import { SkipLink } from "@/ui/skip-link";
import { ThemeToggle } from "@/ui/theme-toggle";

// The page does not wait for the code of what can be used only once it is there.
const PreferenceMenu = late(async () => (await import("@/components/preference-menu")).PreferenceMenu);
const Tooltips = late(async () => (await import("@/ui/tooltips")).Tooltips);

type FrameSession = Viewer & { readonly user: DeskUser; readonly organization?: { readonly name?: string | null } | null };

type AppFrameProps = {
  /** The search field that stands on every page. */
  omnibox: ReactNode;
  /** Who is signed in; undefined while that is on its way, null when it could not be found out. */
  session: FrameSession | null | undefined;
  /** What has to be said on every page, e.g. that the connection is lost. */
  status?: ReactNode;
  /** The end of the user menu. */
  menu?: ReactNode;
  children: ReactNode;
};

/** The frame of every page: rail, top bar, content. Below 900 px the rail is a drawer. */
export function AppFrame({ omnibox, session, status, menu, children }: AppFrameProps) {
  return (
    <div className="frame">
      <SkipLink to="main">Skip to the content</SkipLink>
      <FrameRail />
      <header className="frame-topbar">
        <FrameDrawer />
        <div className="frame-omnibox">{omnibox}</div>
        <div className="frame-tools">
          {status}
          {session === undefined ? (
            <Skeleton className="h-5.5 w-17" />
          ) : (
            <EnvironmentBadge environment={session?.environment ?? undefined} />
          )}
          <div className="max-sm:hidden">
            <ThemeToggle />
          </div>
          {session === undefined && <Skeleton className="h-6 w-9 lg:w-48" />}
          {session && (
            <UserMenu user={session.user} viewer={session} organization={session.organization?.name}>
              <AtRest>
                <PreferenceMenu />
                {menu}
              </AtRest>
            </UserMenu>
          )}
        </div>
      </header>
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
      <ShortcutHelp />
      <FocusAfterNavigation to="main" />
      <AtRest>
        <Tooltips />
      </AtRest>
    </div>
  );
}
