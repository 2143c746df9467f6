import { request } from "../client";
import { deskClient } from "../desk-client";
import { createAPartnerToken, revokeAPartnerToken } from "../generated/desk/sdk.gen";
import type { CreatedPartnerToken, CreatePartnerTokenRequest } from "../generated/desk/types.gen";

/**
 * Makes a token for one of the company's own systems. The answer holds a secret nobody can show again: keep it in the component that
 * shows it. Spec: POST /desk/v1/partner-tokens.
 * @throws ApiError
 */
export async function createPartnerToken(token: CreatePartnerTokenRequest): Promise<CreatedPartnerToken> {
  const { data } = await request(() => createAPartnerToken({ client: deskClient, body: token }));
  return data;
}

/** Ends a token at once and for good. Spec: DELETE /desk/v1/partner-tokens/{partnerTokenId}. @throws ApiError */
export async function revokePartnerToken(partnerTokenId: string): Promise<void> {
  await request(() => revokeAPartnerToken({ client: deskClient, path: { partnerTokenId } }));
}
