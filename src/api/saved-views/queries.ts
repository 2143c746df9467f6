import { queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listSavedViews } from "../generated/desk/sdk.gen";
import type { SavedView } from "../generated/desk/types.gen";
import { keys } from "../query-keys";
import { ofDesk } from "../as-asked";
import { listOf } from "../list-page";

/** One's own saved views and those that others share, of every screen, by name. */
export const savedViewsQuery = () =>
  queryOptions({
    queryKey: keys.savedViews(),
    queryFn: async ({ signal }): Promise<SavedView[]> => {
      const { data } = await request(() => listSavedViews({ client: deskClient, signal }));
      return listOf(data.data, ofDesk);
    },
    // others rarely save one, and are heard of when they do
    staleTime: 5 * 60_000,
  });
