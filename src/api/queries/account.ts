import { queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { retrieveAnAccount } from "../generated/persona/sdk.gen";
import type { AccountResponse } from "../generated/persona/types.gen";
import { accountModel, type AccountModel } from "../models";
import { keys } from "../query-keys";
import type { ApiCall } from "./api-call";
import { asAsked } from "./as-asked";

export type AccountDetail = { account: AccountModel; raw: AccountResponse; call: ApiCall };

/** One account. Its inquiries are a list of their own: an account does not link to them. */
export const accountQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.account(accountId),
    queryFn: async ({ signal }): Promise<AccountDetail> => {
      const { data, requestId } = await request(() => retrieveAnAccount({ signal, path: { accountId } }));
      return {
        account: accountModel(asAsked(data.data, accountId)),
        raw: data,
        call: { method: "GET", path: `/accounts/${encodeURIComponent(accountId)}`, requestId },
      };
    },
  });
