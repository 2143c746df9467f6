import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listIssuedLinks } from "../generated/desk/sdk.gen";
import type { IssuedLink } from "../generated/desk/types.gen";
import { keys } from "../query-keys";
import { ofDesk } from "../as-asked";
import { listOf, neighboursOf, type PageNeighbours, type PageParams, pageQuery } from "../list-page";

export type IssuedLinkParams = {
  inquiryId?: string | undefined;
  /** User ID, or partner token ID. */
  issuedBy?: string | undefined;
  /** `live`, `opened`, `superseded` or `lapsed`. */
  state?: string | undefined;
} & PageParams;

export type IssuedLinkPage = PageNeighbours & { issuedLinks: IssuedLink[] };

/** One page of the links issued from this desk, newest first. Not the links themselves: nobody keeps those. */
export const issuedLinksQuery = ({ after, before, size, ...filters }: IssuedLinkParams = {}) =>
  queryOptions({
    queryKey: keys.issuedLinks({ after, before, size, ...filters }),
    queryFn: async ({ signal }): Promise<IssuedLinkPage> => {
      const filter = { "inquiry-id": filters.inquiryId, "issued-by": filters.issuedBy, state: filters.state };
      const { data } = await request(() =>
        listIssuedLinks({ client: deskClient, signal, query: { page: pageQuery({ after, before, size }), filter } }),
      );
      return { issuedLinks: listOf(data.data, ofDesk), ...neighboursOf(data) };
    },
    placeholderData: keepPreviousData,
  });
