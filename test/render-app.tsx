import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createQueryClient } from "@/api/query-client";
import { createSpareCalls, spareCalls } from "@/api/spare-calls";
import { createAppRouter } from "@/router";
import { resetSimulator, simulator } from "@mocks/doors/node";
import type { SimulatorOptions } from "@mocks/simulator";

/**
 * The whole app at an address, over a fresh simulated Persona and with a cache of its own.
 * @param path where to begin, e.g. `/inquiries?status=needs_review`
 * @param options of the simulator: role, scenario, environment, …; without any the world of this test stays as it is
 * @param signInAs the sign-in of the demo; without it the app belongs to a server that signs people in
 */
export async function renderApp(path: string, options?: Partial<SimulatorOptions>, signInAs?: (role: string) => Promise<unknown>) {
  if (options) resetSimulator(options);
  // a page that is opened knows nothing of the calls that are left
  Object.assign(spareCalls, createSpareCalls());
  const queryClient = createQueryClient();
  // a failed read is shown at once: what retries do is tested beside the query client
  queryClient.setDefaultOptions({
    ...queryClient.getDefaultOptions(),
    queries: { ...queryClient.getDefaultOptions().queries, retry: false },
  });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createAppRouter({ queryClient, history, signInAs });
  // the router warns of itself where the code of a page comes in the middle of drawing it: whether it does is up to the machine. Of every page,
  // since a test may lead to any.
  await Promise.all(Object.values(router.routesById).map(async (route) => router.loadRouteChunk(route)));
  const user = userEvent.setup();
  const view = render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await waitFor(() => {
    if (router.state.status !== "idle") throw new Error("The route is still loading");
  });
  return { user, router, queryClient, simulator: simulator(), ...view };
}
