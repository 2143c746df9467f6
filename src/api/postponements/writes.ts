import { mutationOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { postponeAnInquiry, takeUpAnInquiry } from "../generated/desk/sdk.gen";
import type { Postponement, PostponementRequest } from "../generated/desk/types.gen";

export type { Postponement, PostponementRequest };

/**
 * Snoozes an inquiry for everybody, or skips it for the one who asks.
 * Source: openapi/desk.yaml, PUT /desk/v1/postponements/{inquiryId}
 * @throws ApiError; 404 where the desk does not know it, 403 for roles that do not decide
 */
export const postponeMutation = (inquiryId: string) =>
  mutationOptions({
    meta: { invalidates: [{ queryKey: ["inquiry", "list"] }, { queryKey: ["inquiry", "counts"] }] },
    mutationFn: async (body: PostponementRequest): Promise<Postponement> => {
      const { data } = await request(() => postponeAnInquiry({ client: deskClient, path: { inquiryId }, body }));
      return data;
    },
  });

/** Ends a snooze, whoever's it is, and one's own skip. */
export const takeUpMutation = () =>
  mutationOptions({
    meta: { invalidates: [{ queryKey: ["inquiry", "list"] }, { queryKey: ["inquiry", "counts"] }] },
    mutationFn: async (inquiryId: string): Promise<void> => {
      await request(() => takeUpAnInquiry({ client: deskClient, path: { inquiryId } }));
    },
  });
