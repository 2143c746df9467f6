import { queryOptions } from "@tanstack/react-query";
import { retrieveDeskSession } from "../desk";
import { keys } from "../query-keys";

/** Who is signed in, in which role and environment. Asked once: it changes only with a sign-in, which reloads the page. */
export const deskSessionQuery = () =>
  queryOptions({
    queryKey: keys.deskSession(),
    queryFn: ({ signal }) => retrieveDeskSession({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
