import { queryOptions } from "@tanstack/react-query";
import { retrieveDeskSession } from "../desk";
import { notePagePerson } from "../page-person";
import { keys } from "../query-keys";

/** Who is signed in, in which role and environment. Asked once: it changes only with a sign-in, which reloads the page. */
export const deskSessionQuery = () =>
  queryOptions({
    queryKey: keys.deskSession(),
    queryFn: async ({ client, queryKey, signal }) => {
      const session = await retrieveDeskSession({ signal });
      // the page stays that of whom it was loaded for, whoever has signed in since
      if (client.getQueryData(queryKey) === undefined) notePagePerson(session.user.id);
      return session;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
