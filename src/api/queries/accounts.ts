import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { listAllAccounts, retrieveAnAccount } from "../generated/persona/sdk.gen";
import type { AccountResponse } from "../generated/persona/types.gen";
import { accountModel, type AccountModel } from "../models";
import { keys } from "../query-keys";
import type { ApiCall } from "./api-call";
import { commaSeparated, listOf, neighboursOf, type PageNeighbours, type PageParams, pageQuery } from "./list-page";

export type AccountListParams = PageParams & {
  /** Exact reference IDs; letter case does not matter to Persona. */
  referenceIds?: readonly string[] | undefined;
};

export type AccountPage = PageNeighbours & { accounts: AccountModel[] };

/** What the table of people shows: of the fields only the name. */
const LIST_ATTRIBUTES = "reference-id,account-type-name,account-status,created-at,updated-at,redacted-at,tags,fields.name";

/** One page of accounts, newest first. */
export const accountsQuery = (params: AccountListParams = {}) =>
  queryOptions({
    queryKey: keys.accounts(params),
    queryFn: async ({ signal }): Promise<AccountPage> => {
      const { data } = await request(() =>
        listAllAccounts({
          signal,
          query: {
            page: pageQuery(params),
            filter: { "reference-id": commaSeparated(params.referenceIds) },
            fields: { account: LIST_ATTRIBUTES },
          },
        }),
      );
      return { accounts: listOf(data.data).map(accountModel), ...neighboursOf(data) };
    },
    placeholderData: keepPreviousData,
  });

export type AccountDetail = { account: AccountModel; raw: AccountResponse; call: ApiCall };

/** One account. Its inquiries are a list of their own: an account does not link to them. */
export const accountQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.account(accountId),
    queryFn: async ({ signal }): Promise<AccountDetail> => {
      const { data, requestId } = await request(() => retrieveAnAccount({ signal, path: { accountId } }));
      return {
        account: accountModel(data.data),
        raw: data,
        call: { method: "GET", path: `/accounts/${encodeURIComponent(accountId)}`, requestId },
      };
    },
  });
