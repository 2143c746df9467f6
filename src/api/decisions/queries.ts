import { type QueryClient, type QueryKey, queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listDecisions } from "../generated/desk/sdk.gen";
import type { Decision } from "../generated/desk/types.gen";
import { keys } from "../query-keys";
import type { InquiryDetail } from "../inquiries/queries";
import { ofDesk } from "../as-asked";
import { listOf } from "../list-page";

/** Whether it may still be sent, or nobody knows yet what became of it. */
export const isUnderWay = (state: string): boolean => ["held", "checking", "sending", "unknown"].includes(state);

/** Enough for whatever one person can have held or not looked at, and for what became of one inquiry. */
const mostMine = 30;
const mostOfInquiry = 5;

/** One's own decisions, newest first. Source: openapi/desk.yaml, GET /desk/v1/decisions */
export const myDecisionsQuery = () =>
  queryOptions({
    queryKey: keys.decisions({ by: "me" }),
    queryFn: ({ client, queryKey, signal }) => read(client, queryKey, { filter: { by: "me" }, page: { size: mostMine } }, signal),
    staleTime: 5_000,
    // no loader begins it
    retryOnMount: true,
  });

/** The last decisions on an inquiry, newest first, whoever took them; with the comments of one's own. */
export const inquiryDecisionsQuery = (inquiryId: string) =>
  queryOptions({
    queryKey: keys.decisions({ inquiryId }),
    queryFn: ({ client, queryKey, signal }) =>
      read(client, queryKey, { filter: { "inquiry-id": inquiryId }, page: { size: mostOfInquiry } }, signal),
    staleTime: 5_000,
  });

async function read(
  client: QueryClient,
  queryKey: QueryKey,
  query: NonNullable<Parameters<typeof listDecisions>[0]>["query"],
  signal: AbortSignal,
): Promise<Decision[]> {
  const { data } = await request(() => listDecisions({ client: deskClient, signal, query }));
  const decisions = listOf(data.data, ofDesk);
  for (const decision of decisions) showOutcome(client, client.getQueryData<Decision[]>(queryKey), decision);
  return decisions;
}

/**
 * Shows at once what Persona has confirmed, on the inquiry itself: it is read again when what the decision sets off has come. Of what was
 * stopped the page may know nothing yet, so it reads the inquiry again.
 * @param before the decisions as they were known; one that was known as over says nothing new
 */
export function showOutcome(queryClient: QueryClient, before: readonly Decision[] | undefined, decision: Decision): void {
  const { inquiryId, state, statusAfter } = decision;
  const known = before?.find(({ id }) => id === decision.id);
  if (before === undefined || (known && !isUnderWay(known.state)) || (known === undefined && !decision.mine)) return;
  const queryKey = keys.inquiry(inquiryId);
  if (state === "stopped") void queryClient.invalidateQueries({ queryKey });
  if (state !== "confirmed" || statusAfter === null) return;
  queryClient.setQueryData<InquiryDetail>(queryKey, (detail) =>
    detail && detail.inquiry.status !== statusAfter ? { ...detail, inquiry: { ...detail.inquiry, status: statusAfter } } : detail,
  );
}
