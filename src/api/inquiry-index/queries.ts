import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readProperty, readText } from "@/lib/read";
import { ofDesk } from "../as-asked";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { isApiError } from "../errors";
import { countIndexedInquiries, countInquiriesOfFilters, listIndexedInquiries } from "../generated/desk/sdk.gen";
import type { IndexFreshness, InquiryCounts, InquiryFilterValues, InquiryTotals } from "../generated/desk/types.gen";
import { commaSeparated, listIn, neighboursOf, pageQuery } from "../list-page";
import { keys } from "../query-keys";
import type { IndexedPage, IndexFilters, IndexParams } from "./index-page";
import { listedInquiryOf } from "./index-row";

/**
 * One page of inquiries out of the desk's index, which costs Persona nothing. Until the index is whole, and where it can't be had, it is a page
 * of Persona's own list, and says so.
 * Source: openapi/desk.yaml, GET /desk/v1/inquiries
 * @throws ApiError
 */
export const indexedInquiriesQuery = (params: IndexParams = {}) =>
  queryOptions({
    queryKey: keys.inquiries({ of: "index", ...params }),
    queryFn: async ({ signal }): Promise<IndexedPage> => {
      const cursor = params.after ?? params.before;
      if (cursor?.startsWith("inq_")) return personasPage(params, "begun", signal);
      let page: IndexedPage;
      try {
        page = await indexedPage(params, signal);
      } catch (error) {
        // Persona's list can't go on where a page of the index ends
        if (!isUnavailable(error) || cursor !== undefined) throw error;
        return personasPage(params, "unavailable", signal);
      }
      return page.index?.whole === true ? page : personasPage(params, "not-whole", signal, page.index);
    },
    // the old page stays, dimmed, until the new one is here
    placeholderData: keepPreviousData,
  });

/** How many inquiries fit, by status and by template as well: exact, as of the index. */
export const inquiryCountsQuery = (filters: IndexFilters = {}) =>
  queryOptions({
    queryKey: keys.inquiryCounts(filters),
    queryFn: async ({ signal }): Promise<InquiryCounts> => {
      const { data } = await request(() =>
        countIndexedInquiries({ client: deskClient, signal, query: { filter: indexFilterQuery(filters) } }),
      );
      return data;
    },
    placeholderData: keepPreviousData,
    // no loader begins it
    retryOnMount: true,
  });

/** What the desk counts by in one request. */
const mostFilters = 100;

/** How many inquiries fit each of several filters; undefined for those beyond the hundredth. As of the index, which may not be whole. */
export const inquiryTotalsQuery = (filters: readonly IndexFilters[]) =>
  queryOptions({
    queryKey: keys.inquiryTotals(filters),
    queryFn: async ({ signal }): Promise<InquiryTotals> => {
      const body = { filters: filters.slice(0, mostFilters).map(indexFilterQuery) };
      const { data } = await request(() => countInquiriesOfFilters({ client: deskClient, signal, body }));
      return data;
    },
    staleTime: 5_000,
    // no loader begins it
    retryOnMount: true,
  });

/** Nobody's fault who asked: not a question that can't be, nor the end of a session, nor too many of them. */
const isUnavailable = (error: unknown) => isApiError(error) && ![400, 401, 429].includes(error.status);

async function indexedPage({ sort, after, before, size, ...filters }: IndexParams, signal: AbortSignal): Promise<IndexedPage> {
  const query = { page: pageQuery({ after, before, size }), sort, filter: indexFilterQuery(filters) };
  const { data } = await request(() => listIndexedInquiries({ client: deskClient, signal, query }));
  const lines = listIn(data.data, ofDesk).filter((line) => readText(readProperty(line, "inquiryId")) !== undefined);
  return { inquiries: lines.map(listedInquiryOf), strangers: 0, index: data.index, ...neighboursOf(data) };
}

// Few ever need it: what asks Persona stays out of what the list loads first.
const loadPersonaList = () => import("./persona-list");

async function personasPage(
  params: IndexParams,
  why: NonNullable<IndexedPage["standIn"]>["why"],
  signal: AbortSignal,
  index?: IndexFreshness,
): Promise<IndexedPage> {
  const { page, unasked } = await (await loadPersonaList()).personasPage(params, signal);
  return { ...page, index, standIn: { why, unasked } };
}

/** The filters as the desk's API takes them, for reading, counting and exporting. */
export const indexFilterQuery = (filters: IndexFilters): InquiryFilterValues => ({
  status: commaSeparated(filters.statuses),
  "inquiry-template-id": commaSeparated(filters.templateIds),
  "inquiry-template-version-id": commaSeparated(filters.templateVersionIds),
  "account-id": commaSeparated(filters.accountIds),
  "reference-id": commaSeparated(filters.referenceIds),
  tag: commaSeparated(filters.tags),
  "claimed-by": filters.claimedBy,
  "decided-by": filters.decidedBy,
  reason: filters.reasonId,
  matches: filters.hasMatch === undefined ? undefined : filters.hasMatch ? "true" : "false",
  snoozed: filters.snoozed === undefined ? undefined : filters.snoozed ? "true" : "false",
  "second-look": filters.secondLook === undefined ? undefined : filters.secondLook ? "true" : "false",
  "created-at-start": filters.createdAtStart,
  "created-at-end": filters.createdAtEnd,
  "updated-at-start": filters.updatedAtStart,
  "updated-at-end": filters.updatedAtEnd,
  "decisioned-at-start": filters.decisionedAtStart,
  "decisioned-at-end": filters.decisionedAtEnd,
  "expires-at-start": filters.expiresAtStart,
  "expires-at-end": filters.expiresAtEnd,
  "status-since-start": filters.statusSinceStart,
  "status-since-end": filters.statusSinceEnd,
});
