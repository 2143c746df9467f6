import { urlBelowBase } from "./client-config";
import { request } from "./client";
import { ApiError } from "./errors";
import type {
  DeskSession,
  RetrieveDeskSessionData,
  RetrieveDeskSessionErrors,
  RetrieveDeskSessionResponses,
} from "./generated/desk/types.gen";
import { client } from "./generated/persona/client.gen";

const url: RetrieveDeskSessionData["url"] = "/desk/v1/session";

/**
 * Who is signed in, their role, what the API key may do, and which environment this is.
 * Source: openapi/desk.yaml, GET /desk/v1/session
 * @throws ApiError; status 401 when nobody is signed in
 */
export async function retrieveDeskSession(options: { signal?: AbortSignal } = {}): Promise<DeskSession> {
  const baseUrl = urlBelowBase("").replace(/\/$/, "");
  const { data, status, requestId } = await request(() =>
    client.get<RetrieveDeskSessionResponses, RetrieveDeskSessionErrors>({ ...options, baseUrl, url }),
  );
  // Everything the desk offers hangs on this answer, so half of one is none.
  const { user, role, permissions, environment, organization }: Partial<DeskSession> = data;
  if (!user || !role || !Array.isArray(permissions) || !environment || !organization) {
    throw new ApiError({ status, title: "The answer could not be read", requestId, operation: `GET ${url}`, sent: "no" });
  }
  return data;
}
