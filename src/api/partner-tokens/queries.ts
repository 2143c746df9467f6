import { queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listPartnerTokens } from "../generated/desk/sdk.gen";
import type { PartnerToken } from "../generated/desk/types.gen";
import { keys } from "../query-keys";
import { ofDesk } from "../as-asked";
import { listOf } from "../list-page";

/** The tokens of the company's own systems, newest first, revoked ones among them. Never the tokens themselves. */
export const partnerTokensQuery = () =>
  queryOptions({
    queryKey: keys.partnerTokens(),
    queryFn: async ({ signal }): Promise<PartnerToken[]> => {
      const { data } = await request(() => listPartnerTokens({ client: deskClient, signal }));
      return listOf(data.data, ofDesk);
    },
  });
