import { type QueryClient, useQuery } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet, useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { isSignedOut } from "@/api/errors";
import { deskSessionQuery } from "@/api/queries/desk-session";
import { onSessionEnd, sessionEnd } from "@/api/session-end";
import { AppFrame } from "@/components/app-frame";
import { useAtRest } from "@/components/use-at-rest";
import type { HoldStrip } from "@/features/decision/hold-strip";
import { Omnibox } from "@/features/lookup/omnibox";
import { PaletteDoor } from "@/features/palette/palette-door";
import type { SignInAs } from "@/features/session/role-choice";

// None of these is needed to show a page.
const Presence = lazy(async () => ({ default: (await import("@/features/session/presence")).Presence }));
const SignOutMenu = lazy(async () => ({ default: (await import("@/features/session/sign-out-menu")).SignOutMenu }));
const Palette = lazy(async () => ({ default: (await import("./-palette")).DeskPalette }));
const SignedOutPage = lazy(async () => ({ default: (await import("@/features/session/signed-out-page")).SignedOutPage }));

/** As soon as the page's own answers are there, and no later than this. */
const shownRest = { quietMs: 0, atMostMs: 1_500 };

type RouterContext = {
  queryClient: QueryClient;
  /** The sign-in of the demo, which has no server side. */
  signInAs?: SignInAs | undefined;
};

export const Route = createRootRouteWithContext<RouterContext>()({
  loader: ({ context }) => {
    // started here, waited for by whoever needs it: a page's own data must not queue behind it
    void context.queryClient.prefetchQuery(deskSessionQuery());
  },
  component: Root,
});

/**
 * The strip, once its code has come. What is held can be taken back for some seconds only, also after a reload and beside an answer that is
 * slow: so it comes while the page is still being filled, and neither suspends nor draws again what else is in the frame.
 */
function LateHoldStrip() {
  const isDue = useAtRest(shownRest);
  const [loaded, setLoaded] = useState<{ HoldStrip: typeof HoldStrip }>();
  useEffect(() => {
    // where its code can't be had, the page itself tells of decisions on it
    if (isDue) void import("@/features/decision/hold-strip").then(setLoaded, () => undefined);
  }, [isDue]);
  return loaded && <loaded.HoldStrip />;
}

function Root() {
  const { queryClient, signInAs } = Route.useRouteContext();
  const router = useRouter();
  const session = useQuery(deskSessionQuery());
  const end = useSyncExternalStore(onSessionEnd, sessionEnd);
  const isAtRest = useAtRest();
  if (end === "left" || (!session.data && isSignedOut(session.error))) {
    const onSignedIn = () => {
      // what was refused to nobody is asked again for somebody
      queryClient.clear();
      void session.refetch();
      void router.invalidate();
    };
    return (
      <Suspense>
        <SignedOutPage signInAs={signInAs} onSignedIn={onSignedIn} />
      </Suspense>
    );
  }
  const later = session.data && (isAtRest || end !== undefined);
  return (
    <>
      <AppFrame
        isAtRest={isAtRest}
        omnibox={<Omnibox />}
        session={session.data ?? (session.isError ? null : undefined)}
        status={
          later && (
            <Suspense>
              <Presence session={session.data} signInAs={signInAs} />
            </Suspense>
          )
        }
        menu={
          later && (
            <Suspense>
              <SignOutMenu onLeave={signInAs ? undefined : (next) => window.location.assign(next)} />
            </Suspense>
          )
        }
      >
        <Outlet />
        {session.data && end === undefined && <LateHoldStrip />}
      </AppFrame>
      <PaletteDoor palette={Palette} />
    </>
  );
}
