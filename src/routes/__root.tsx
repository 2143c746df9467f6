import { type QueryClient, useQuery } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { deskSessionQuery } from "@/api/queries/desk-session";
import { isSignedOut } from "@/api/errors";
import { AppFrame } from "@/components/app-frame";
import { RouteError } from "@/components/route-error";
import { Omnibox } from "@/features/lookup/omnibox";

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  loader: ({ context }) => {
    // started here, waited for by whoever needs it: a page's own data must not queue behind it
    void context.queryClient.prefetchQuery(deskSessionQuery());
  },
  component: Root,
});

function Root() {
  const session = useQuery(deskSessionQuery());
  return (
    <AppFrame omnibox={<Omnibox />} session={session.data ?? (session.isError ? null : undefined)}>
      {isSignedOut(session.error) ? <RouteError error={session.error} reset={() => void session.refetch()} /> : <Outlet />}
    </AppFrame>
  );
}
