import { mutationOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { claimAnInquiry, releaseAnInquiry } from "../generated/desk/sdk.gen";
import type { Claim } from "../generated/desk/types.gen";
import { claimsQuery } from "./queries";

export type { Claim };

/** `takeOver`: also when somebody else holds it; they are told. */
type ClaimOptions = { takeOver?: boolean };

/**
 * Claims an inquiry for the signed-in person, or keeps the claim for another while.
 * Source: openapi/desk.yaml, PUT /desk/v1/claims/{inquiryId}
 * @throws ApiError; 409 when somebody else holds it, 403 for roles that do not claim
 */
export async function claimInquiry(inquiryId: string, { takeOver = false }: ClaimOptions = {}): Promise<Claim> {
  const { data } = await request(() => claimAnInquiry({ client: deskClient, path: { inquiryId }, body: { takeOver } }));
  return data;
}

/** `claimInquiry`, and what is shown of it at once. Where somebody else holds it, that is read. */
export const claimInquiryMutation = (inquiryId: string) => {
  const { queryKey } = claimsQuery([inquiryId]);
  return mutationOptions({
    meta: { changes: "claim", invalidatesOnConflict: [{ queryKey }] },
    onMutate: (_options: ClaimOptions, { client }) => client.cancelQueries({ queryKey }),
    mutationFn: async (options: ClaimOptions, { client }): Promise<void> => {
      client.setQueryData(queryKey, [await claimInquiry(inquiryId, options)]);
    },
  });
};

/**
 * Gives one's claim back. Releasing what one does not hold changes nothing.
 * Source: openapi/desk.yaml, DELETE /desk/v1/claims/{inquiryId}
 * @throws ApiError
 */
export async function releaseInquiry(inquiryId: string): Promise<void> {
  await request(() => releaseAnInquiry({ client: deskClient, path: { inquiryId } }));
}
