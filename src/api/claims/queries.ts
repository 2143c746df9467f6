import { queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listClaims } from "../generated/desk/sdk.gen";
import type { Claim } from "../generated/desk/types.gen";
import { keys } from "../query-keys";
import { ofDesk } from "../as-asked";
import { listIn } from "../list-page";

/**
 * Who is working on which of these inquiries.
 * Source: openapi/desk.yaml, GET /desk/v1/claims
 * @param inquiryIds at most a page of a list
 */
export const claimsQuery = (inquiryIds: readonly string[]) =>
  queryOptions({
    queryKey: keys.claims({ inquiryIds }),
    queryFn: async ({ signal }): Promise<Claim[]> => {
      const query = { filter: { "inquiry-id": inquiryIds.join(",") } };
      const { data } = await request(() => listClaims({ client: deskClient, signal, query }));
      return [...listIn(data.data, ofDesk)];
    },
    // no loader begins it
    retryOnMount: true,
  });
