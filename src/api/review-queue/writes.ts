import { request } from "../client";
import { deskClient } from "../desk-client";
import { claimNextInquiry as claimNext } from "../generated/desk/sdk.gen";
import type { NextInquiry, NextInquiryRequest } from "../generated/desk/types.gen";

/**
 * Claims what has waited longest for the signed-in person, and tells how many wait. No colleague is ever given the same.
 * Source: openapi/desk.yaml, POST /desk/v1/review-queue/next
 * @throws ApiError; 409 while the index is not whole, 403 for roles that do not claim
 */
export async function claimNextInquiry(asked: NextInquiryRequest): Promise<NextInquiry> {
  const { data } = await request(() => claimNext({ client: deskClient, body: asked }));
  return data;
}
