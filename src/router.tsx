import type { QueryClient } from "@tanstack/react-query";
import { createRouter, type RouterHistory } from "@tanstack/react-router";
import { NotFound } from "@/frame/not-found";
import { RouteError } from "@/frame/route-error";
import { RoutePending } from "@/frame/route-pending";
import { formatSearchString, parseSearchString } from "@/lib/search-string";
import { routeTree } from "@/route-tree.gen";
import type { SignInAs } from "@/frame/session/role-choice";

/** How long a page may take until something else is shown in its place, ms. */
export const waitsBeforePending = 150;

/** The app's router: one per start, and a fresh one per test. */
export function createAppRouter(options: { queryClient: QueryClient; history?: RouterHistory; signInAs?: SignInAs | undefined }) {
  return createRouter({
    routeTree,
    context: { queryClient: options.queryClient, signInAs: options.signInAs },
    ...(options.history ? { history: options.history } : {}),
    parseSearch: parseSearchString,
    stringifySearch: formatSearchString,
    defaultPreload: "intent",
    // what is fresh is the query client's to say
    defaultPreloadStaleTime: 0,
    defaultPendingMs: waitsBeforePending,
    defaultPendingMinMs: 300,
    defaultPendingComponent: RoutePending,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    // a list that scrolls inside its page begins at its top, like the page itself; Back restores both
    scrollToTopSelectors: ["[data-scroll-restoration-id]"],
  });
}

declare module "@tanstack/react-router" {
  // only an interface adds to one that is there
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
