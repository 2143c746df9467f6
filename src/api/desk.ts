import { request } from "./client";
import { deskClient } from "./desk-client";
import { ApiError } from "./errors";
import { retrieveDeskSession as retrieve } from "./generated/desk/sdk.gen";
import type { DeskSession } from "./generated/desk/types.gen";
import { noteSessionBegin } from "./session-end";

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
