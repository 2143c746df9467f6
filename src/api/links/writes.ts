import { request } from "../client";
import { deskClient } from "../desk-client";
import { recognizeALink } from "../generated/desk/sdk.gen";
import type { IssuedLink } from "../generated/desk/types.gen";

/**
 * The line of the desk's ledger for a link. Source: openapi/desk.yaml, POST /desk/v1/links/recognition
 * @param secret what lets its holder in: it goes into the body of this one call, and nowhere else
 * @returns null when the desk did not issue it
 * @throws ApiError
 */
export async function recognizeLink(secret: string, signal: AbortSignal): Promise<IssuedLink | null> {
  const { data } = await request(() => recognizeALink({ client: deskClient, signal, body: { secret } }));
  return data.link;
}
