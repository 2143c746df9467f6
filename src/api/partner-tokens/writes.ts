import { mutationOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { createAPartnerToken, revokeAPartnerToken } from "../generated/desk/sdk.gen";
import type { CreatedPartnerToken, CreatePartnerTokenRequest } from "../generated/desk/types.gen";

/**
 * Makes a token for one of the company's own systems. The answer holds a secret nobody can show again: keep it in the component that
 * shows it, and `reset` the mutation. Spec: POST /desk/v1/partner-tokens.
 * @throws ApiError
 */
export const createPartnerTokenMutation = () =>
  mutationOptions({
    meta: { invalidates: ["partner-token", "audit-entry"] },
    // nothing keeps the answer for longer than somebody shows it
    gcTime: 0,
    mutationFn: async (token: CreatePartnerTokenRequest): Promise<CreatedPartnerToken> => {
      const { data } = await request(() => createAPartnerToken({ client: deskClient, body: token }));
      return data;
    },
  });

/** Ends a token at once and for good. Spec: DELETE /desk/v1/partner-tokens/{partnerTokenId}. @throws ApiError */
export const revokePartnerTokenMutation = () =>
  mutationOptions({
    meta: { invalidates: ["partner-token", "audit-entry"], isDoneWhenRead: true },
    mutationFn: async (partnerTokenId: string): Promise<void> => {
      await request(() => revokeAPartnerToken({ client: deskClient, path: { partnerTokenId } }));
    },
  });
