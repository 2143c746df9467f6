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
export async function extendSession(): Promise<DeskSessionLife> {
  const { data } = await request(() => extendDeskSession({ client: deskClient }));
  return data;
}

/**
 * Signs out here, or in every browser of this person.
 * Source: openapi/desk.yaml, POST /desk/v1/session/end
 * @returns where to go now; undefined where the answer names no address of the web
 * @throws ApiError
 */
export async function endSession(everywhere: boolean): Promise<string | undefined> {
  const { data } = await request(() => endDeskSession({ client: deskClient, body: { everywhere } }));
  return URL.canParse(data.next, document.baseURI) ? safeUrl(new URL(data.next, document.baseURI).href) : undefined;
}

/**
 * Ends a session in another browser, at once.
 * Source: openapi/desk.yaml, DELETE /desk/v1/sessions/{sessionId}
 * @throws ApiError; status 404 when it was over already
 */
export async function endOneSession(sessionId: string): Promise<void> {
  await request(() => endASession({ client: deskClient, path: { sessionId } }));
}

/**
 * Ends all sessions of a person, at once.
 * Source: openapi/desk.yaml, DELETE /desk/v1/people/{personId}/sessions
 * @throws ApiError; status 404 when there are none
 */
export async function endSessionsOf(personId: string): Promise<void> {
  await request(() => endSessionsOfAPerson({ client: deskClient, path: { personId } }));
}
