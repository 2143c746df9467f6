import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ApiCall } from "../api-call";
import { asAsked, rowsAsAsked } from "../as-asked";
import { request } from "../client";
import { listAllAccounts, retrieveAnAccount } from "../generated/persona/sdk.gen";
import type { AccountResponse } from "../generated/persona/types.gen";
import { commaSeparated, listOf, neighboursOf, type PageNeighbours, type PageParams, pageQuery } from "../list-page";
import { accountModel, type AccountModel } from "../models";
import { keys } from "../query-keys";

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

export type AccountListParams = PageParams & {
  /** Exact reference IDs; letter case does not matter to Persona. */
  referenceIds?: readonly string[] | undefined;
};

export type AccountPage = PageNeighbours & {
  accounts: AccountModel[];
  /** How many came that nobody had asked for; they are left out. */
  strangers: number;
};

/** What the table of people shows: of the fields only the name. */
const listAttributes = "reference-id,account-type-name,account-status,created-at,updated-at,redacted-at,tags,fields.name";

/** Several accounts may share a reference ID, so those asked for by it may not fit on one page. */
const mostPages = 20;

/** One page of accounts, newest first; of those asked for by reference ID, all pages as one. */
export const accountsQuery = (params: AccountListParams = {}) =>
  queryOptions({
    queryKey: keys.accounts(params),
    queryFn: async ({ signal }): Promise<AccountPage> => {
      let page = await accountPage(params, signal);
      const { referenceIds } = params;
      if (!referenceIds || referenceIds.length === 0) return page;
      const all = [...page.accounts];
      for (let pages = 1; page.next && pages < mostPages; pages += 1) {
        page = await accountPage({ ...params, ...page.next }, signal);
        all.push(...page.accounts);
      }
      const asked = new Set(referenceIds.map((id) => id.toLowerCase()));
      const rows = rowsAsAsked(all, ({ referenceId }) => asked.has((referenceId ?? "").toLowerCase()));
      return { accounts: rows.asked, strangers: rows.strangers, next: null, previous: null };
    },
    placeholderData: keepPreviousData,
  });

async function accountPage(params: AccountListParams, signal: AbortSignal): Promise<AccountPage> {
  const { data } = await request(() =>
    listAllAccounts({
      signal,
      query: {
        page: pageQuery(params),
        filter: { "reference-id": commaSeparated(params.referenceIds) },
        fields: { account: listAttributes },
      },
    }),
  );
  return { accounts: listOf(data.data).map(accountModel), strangers: 0, ...neighboursOf(data) };
}
