import { mutationOptions } from "@tanstack/react-query";
import { safeUrl } from "@/lib/safe-url";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { endASession, endDeskSession, endSessionsOfAPerson, extendDeskSession } from "../generated/desk/sdk.gen";
import type { DeskSessionLife } from "../generated/desk/types.gen";

/**
 * Says that the person is still there.
 * Source: openapi/desk.yaml, POST /desk/v1/session/extend
 * @returns when the session now ends
 * @throws ApiError; status 401 when it has ended already
 */
export const extendSessionMutation = () =>
  mutationOptions({
    meta: { changes: "desk-session" },
    mutationFn: async (): Promise<DeskSessionLife> => {
      const { data } = await request(() => extendDeskSession({ client: deskClient }));
      return data;
    },
  });

/**
 * Signs out here, or in every browser of this person.
 * Source: openapi/desk.yaml, POST /desk/v1/session/end
 * @returns where to go now; undefined where the answer names no address of the web
 * @throws ApiError
 */
export const endSessionMutation = () =>
  mutationOptions({
    mutationFn: async (everywhere: boolean): Promise<string | undefined> => {
      const { data } = await request(() => endDeskSession({ client: deskClient, body: { everywhere } }));
      return URL.canParse(data.next, document.baseURI) ? safeUrl(new URL(data.next, document.baseURI).href) : undefined;
    },
  });

/** A session in another browser, or all of a person's. */
export type EndedSessions = { sessionId: string } | { personId: string };

/**
 * Ends sessions in other browsers, at once.
 * Source: openapi/desk.yaml, DELETE /desk/v1/sessions/{sessionId} and /desk/v1/people/{personId}/sessions
 * @throws ApiError; status 404 when it was over already, or there are none
 */
export const endSessionsMutation = () =>
  mutationOptions({
    meta: { invalidates: ["session", "audit-entry"], isDoneWhenRead: true, invalidatesOnFailure: ["session"] },
    mutationFn: async (which: EndedSessions): Promise<void> => {
      if ("sessionId" in which) await request(() => endASession({ client: deskClient, path: which }));
      else await request(() => endSessionsOfAPerson({ client: deskClient, path: which }));
    },
  });
