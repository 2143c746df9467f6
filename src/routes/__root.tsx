import { type QueryClient, useQuery } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet, useRouter } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";
import { isSignedOut } from "@/api/errors";
import type { DeskSession } from "@/api/generated/desk/types.gen";
import { prefetch } from "@/api/prefetch";
import { deskSessionQuery } from "@/api/sessions/queries";
import { onSessionEnd, sessionEnd } from "@/api/session-end";
import { AppFrame } from "@/frame/app-frame";
import { AtRest } from "@/components/at-rest";
import { Omnibox } from "@/features/lookup/omnibox";
import { PaletteLoader } from "@/features/palette/palette-loader";
import type { SignInAs } from "@/frame/session/role-choice";
import { shortly } from "@/lib/shortly";
import { late } from "@/ui/late";

// None of these is needed to show a page.
const Presence = late(async () => (await import("@/frame/session/presence")).Presence);
const SignOutMenu = late(async () => (await import("@/frame/session/sign-out-menu")).SignOutMenu);
const Palette = late(async () => (await import("./-palette")).DeskPalette);
const SignedOutPage = late(async () => (await import("@/frame/session/signed-out-page")).SignedOutPage);
const BusyNote = late(async () => (await import("@/frame/busy-note")).BusyNote);
const HoldStrip = late(async () => (await import("@/features/decision/hold-strip")).HoldStrip);

/** As soon as the page's own answers are there, and no later than this. */
const shownRest = { quietMs: 0, atMostMs: 1_500 };

type RouterContext = {
  queryClient: QueryClient;
  /** The sign-in of the demo, which has no server side. */
  signInAs?: SignInAs | undefined;
};

export const Route = createRootRouteWithContext<RouterContext>()({
  // a page's own data does not queue behind it
  loader: ({ context }) => shortly(prefetch(context.queryClient, deskSessionQuery())),
  component: Root,
});

/**
 * What stands over a page while it is still being filled, once its code has come: that Persona is busy, and what is held. That can be taken
 * back for some seconds only, also after a reload and beside an answer that is slow; until its code can be had, the page itself tells of
 * decisions on it.
 */
function OverThePage({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <AtRest {...shownRest}>
      <BusyNote />
      {isSignedIn && <HoldStrip />}
    </AtRest>
  );
}

/** What tells of a failure is there before the network is gone. */
function FailureAhead() {
  useEffect(() => {
    import("@/frame/route-failure").catch(() => undefined);
  }, []);
  return null;
}

/** Who is signed in, without when the session ends: that moves with every answer, and nothing around the page shows it. */
const whoOf = ({ user, role, permissions, environment, organization }: DeskSession) => ({
  user,
  role,
  permissions,
  environment,
  organization,
});

function Root() {
  // not by the route's hook: its context is another at every navigation, and everything around the page would be drawn anew with it
  const router = useRouter();
  const { queryClient, signInAs } = router.options.context;
  const session = useQuery({ ...deskSessionQuery(), select: whoOf });
  const end = useSyncExternalStore(onSessionEnd, sessionEnd);
  if (end === "left" || (!session.data && isSignedOut(session.error))) {
    const onSignedIn = () => {
      // what was refused to nobody is asked again for somebody
      queryClient.clear();
      void session.refetch();
      void router.invalidate();
    };
    return (
      <SignedOutPage
        signInAs={signInAs}
        onSignedIn={onSignedIn}
        instead={
          <p role="alert" className="p-6">
            You are signed out. To sign in again, load the page again.
          </p>
        }
      />
    );
  }
  return (
    <>
      <AppFrame
        omnibox={<Omnibox />}
        session={session.data ?? (session.isError ? null : undefined)}
        status={
          session.data && (
            <AtRest isDue={end !== undefined}>
              <Presence userId={session.data.user.id} signInAs={signInAs} />
            </AtRest>
          )
        }
        menu={
          <SignOutMenu
            onLeave={signInAs ? undefined : (next) => window.location.assign(next)}
            instead={<p className="px-2 py-1.5">More could not be loaded yet.</p>}
          />
        }
      >
        <Outlet />
        <OverThePage isSignedIn={session.data !== undefined && end === undefined} />
        <AtRest>
          <FailureAhead />
        </AtRest>
      </AppFrame>
      <PaletteLoader palette={Palette} />
    </>
  );
}
