import { queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listSessions } from "../generated/desk/sdk.gen";
import type { PersonSession } from "../generated/desk/types.gen";
import { keys } from "../query-keys";
import { ofDesk } from "./as-asked";
import { listOf } from "./list-page";

/** Who is signed in, the most recently active first: everybody's sessions for admins, one's own for others. */
export const sessionsQuery = () =>
  queryOptions({
    queryKey: keys.sessions(),
    queryFn: async ({ signal }): Promise<PersonSession[]> => {
      const { data } = await request(() => listSessions({ client: deskClient, signal }));
      return listOf(data.data, ofDesk);
    },
  });
