import { queryOptions } from "@tanstack/react-query";
import { ofDesk } from "../as-asked";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { ApiError } from "../errors";
import { listSessions, retrieveDeskSession as retrieve } from "../generated/desk/sdk.gen";
import type { DeskSession, PersonSession } from "../generated/desk/types.gen";
import { listOf } from "../list-page";
import { notePagePerson } from "../page-person";
import { keys } from "../query-keys";
import { noteSessionBegin } from "../session-end";

/**
 * Who is signed in, their role, what the API key may do, which environment this is, and when the session ends.
 * Source: openapi/desk.yaml, GET /desk/v1/session
 * @throws ApiError; status 401 when nobody is signed in
 */
export async function retrieveDeskSession(options: { signal?: AbortSignal } = {}): Promise<DeskSession> {
  const { data, status, requestId } = await request(() => retrieve({ client: deskClient, ...options }));
  // Everything the desk offers hangs on this answer, so half of one is none.
  const { user, role, permissions, environment, organization }: Partial<DeskSession> = data;
  if (!user || !role || !Array.isArray(permissions) || !environment || !organization) {
    throw new ApiError({ status, title: "The answer could not be read", requestId, operation: "GET /desk/v1/session", sent: "no" });
  }
  noteSessionBegin();
  return data;
}

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

/** Who is signed in, the most recently active first: everybody's sessions for admins, one's own for others. */
export const sessionsQuery = () =>
  queryOptions({
    queryKey: keys.sessions(),
    queryFn: async ({ signal }): Promise<PersonSession[]> => {
      const { data } = await request(() => listSessions({ client: deskClient, signal }));
      return listOf(data.data, ofDesk);
    },
  });
