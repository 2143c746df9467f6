import { request } from "../client";
import { deskClient } from "../desk-client";
import { claimAnInquiry, releaseAnInquiry } from "../generated/desk/sdk.gen";
import type { Claim } from "../generated/desk/types.gen";

export type { Claim };

/**
 * Claims an inquiry for the signed-in person, or keeps the claim for another while.
 * Source: openapi/desk.yaml, PUT /desk/v1/claims/{inquiryId}
 * @param takeOver also when somebody else holds it; they are told
 * @throws ApiError; 409 when somebody else holds it, 403 for roles that do not claim
 */
export async function claimInquiry(inquiryId: string, { takeOver = false }: { takeOver?: boolean } = {}): Promise<Claim> {
  const { data } = await request(() => claimAnInquiry({ client: deskClient, path: { inquiryId }, body: { takeOver } }));
  return data;
}

/**
 * Gives one's claim back. Releasing what one does not hold changes nothing.
 * Source: openapi/desk.yaml, DELETE /desk/v1/claims/{inquiryId}
 * @throws ApiError
 */
export async function releaseInquiry(inquiryId: string): Promise<void> {
  await request(() => releaseAnInquiry({ client: deskClient, path: { inquiryId } }));
}
