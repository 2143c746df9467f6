import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readTime } from "@/lib/read";
import { isReferenceId, rowsAsAsked } from "../as-asked";
import { request } from "../client";
import { listAllInquiries } from "../generated/persona/sdk.gen";
import { commaSeparated, listOf, neighboursOf, type PageNeighbours, type PageParams, pageQuery } from "../list-page";
import { inquiryModel, type InquiryModel } from "../models";
import { keys } from "../query-keys";
import { listAttributes } from "../inquiries/read-attributes";

// Persona's own list of inquiries. Apart from the inquiry itself, which the first page begins to ask for: that page reads the desk's index.

/** What Persona can filter inquiries by; all conditions must hold. `note` must be the only one. */
export type InquiryListParams = PageParams & {
  statuses?: readonly string[] | undefined;
  templateIds?: readonly string[] | undefined;
  accountId?: string | undefined;
  referenceId?: string | undefined;
  /** ISO 8601, inclusive. */
  createdAtStart?: string | undefined;
  createdAtEnd?: string | undefined;
  note?: string | undefined;
};

export type InquiryPage = PageNeighbours & {
  inquiries: InquiryModel[];
  /** How many came that do not match what was asked for; they are left out. */
  strangers: number;
};

/** One page of inquiries, newest first: the only order Persona's list has. */
export const inquiriesQuery = (params: InquiryListParams = {}) =>
  queryOptions({
    queryKey: keys.inquiries(params),
    queryFn: ({ signal }) => readInquiries(params, signal),
    // the old page stays, dimmed, until the new one is here
    placeholderData: keepPreviousData,
  });

/** Reads one page of Persona's list. @throws ApiError */
export async function readInquiries(params: InquiryListParams, signal: AbortSignal): Promise<InquiryPage> {
  const { data } = await request(() =>
    listAllInquiries({
      signal,
      query: {
        page: pageQuery(params),
        filter: {
          status: commaSeparated(params.statuses),
          "inquiry-template-id": commaSeparated(params.templateIds),
          "account-id": params.accountId,
          "reference-id": params.referenceId,
          "created-at-start": params.createdAtStart,
          "created-at-end": params.createdAtEnd,
          note: params.note,
        },
        fields: { inquiry: listAttributes },
      },
    }),
  );
  const { asked, strangers } = rowsAsAsked(listOf(data.data).map(inquiryModel), (inquiry) => matches(inquiry, params));
  return { inquiries: asked, strangers, ...neighboursOf(data) };
}

/** Whether an inquiry is one of those asked for, as far as it tells: a list need not carry its relationships. */
function matches({ status, referenceId, createdAt, links }: InquiryModel, params: InquiryListParams): boolean {
  const is = (asked: readonly string[] | undefined, value: string | null | undefined) =>
    asked === undefined || asked.length === 0 || value === undefined || (value !== null && asked.includes(value));
  if (params.referenceId !== undefined && !isReferenceId(referenceId, params.referenceId)) return false;
  return (
    is(params.accountId?.split(","), links.account?.id) &&
    is(params.templateIds, links.inquiryTemplate?.id) &&
    is(params.statuses, status ?? null) &&
    isBetween(createdAt, params.createdAtStart, params.createdAtEnd)
  );
}

function isBetween(value: unknown, start: string | undefined, end: string | undefined): boolean {
  const at = readTime(value);
  return at === undefined || (at >= (readTime(start) ?? Number.NEGATIVE_INFINITY) && at <= (readTime(end) ?? Number.POSITIVE_INFINITY));
}

/** As many as one call can give: the newest hundred of a person. */
const params = (accountId: string): InquiryListParams => ({ accountId, size: 100 });

/** The inquiries of one person. */
export const personInquiriesQuery = (accountId: string) => ({
  ...inquiriesQuery(params(accountId)),
  // The list of another person must never stand in for this one's while it loads.
  placeholderData: undefined,
});
