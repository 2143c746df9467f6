import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { readTime } from "@/lib/read";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { decide as postDecision, pauseADecision, takeBackADecision } from "../generated/desk/sdk.gen";
import type { Decision, DecisionRequest } from "../generated/desk/types.gen";
import { idempotent } from "../idempotency";
import { sendOnce } from "../intent-keys";
import { byPagePerson } from "../page-person";
import { inquiryDecisionsQuery, myDecisionsQuery, showOutcome } from "./queries";

export type { Decision, DecisionRequest };

/**
 * Takes a decision. The server holds it, compares what the person saw with what is, and sends it once; what became of it is told by pushes.
 * Source: openapi/desk.yaml, POST /desk/v1/decisions
 * @returns the decision as it stands
 * @throws ApiError; 409 when another one on this inquiry is under way, or another person is signed in than the page was loaded for
 */
export const decide = (body: DecisionRequest): Promise<Decision> => {
  const { inquiryId, action, reasonIds, comment } = body;
  return sendOnce(`decide ${inquiryId}`, { action, reasonIds, comment }, body, async (key, kept) => {
    const { data } = await request(() =>
      postDecision({ client: deskClient, headers: { ...idempotent(key), ...byPagePerson() }, body: kept }),
    );
    return data;
  });
};

/** Whatever was answered, the lists tell what it is now: it may have been done all the same, or another one is under way. */
const meta = { changes: "decision", invalidatesOnFailure: ["decision", "second-look"] } as const;

/**
 * `decide`, and what is shown of it at once.
 * @param instead sends it as the answer to a second look, or as a proposal, which may come to no decision
 */
export const decideMutation = (instead?: (body: DecisionRequest, client: QueryClient) => Promise<Decision | null>) =>
  mutationOptions({
    meta: instead === undefined ? meta : { ...meta, changes: undefined, invalidates: ["inquiry"] },
    mutationFn: async (body: DecisionRequest, { client }): Promise<Decision | null> => {
      const decision = await (instead ?? decide)(body, client);
      if (decision !== null) keepDecision(client, decision);
      return decision;
    },
  });

/**
 * Takes a held decision back: nothing was sent.
 * Source: openapi/desk.yaml, DELETE /desk/v1/decisions/{decisionId}
 * @throws ApiError; 409 when it is not held any more
 */
export const takeBackDecisionMutation = () =>
  mutationOptions({
    meta,
    mutationFn: async (decisionId: string, { client }) => {
      const { data } = await request(() => takeBackADecision({ client: deskClient, headers: byPagePerson(), path: { decisionId } }));
      keepDecision(client, data);
    },
  });

/**
 * Stops the clock of a held decision, or lets it run again from the beginning.
 * Source: openapi/desk.yaml, PATCH /desk/v1/decisions/{decisionId}
 * @throws ApiError; 409 when it is not held any more
 */
export const pauseDecisionMutation = () =>
  mutationOptions({
    meta,
    mutationFn: async ({ decisionId, paused }: { decisionId: string; paused: boolean }, { client }) => {
      const { data } = await request(() =>
        pauseADecision({ client: deskClient, headers: byPagePerson(), path: { decisionId }, body: { paused } }),
      );
      keepDecision(client, data);
    },
  });

/** Puts a decision that an answer told of into the lists that it belongs into. */
export function keepDecision(queryClient: QueryClient, decision: Decision): void {
  const queries = [inquiryDecisionsQuery(decision.inquiryId), ...(decision.mine ? [myDecisionsQuery()] : [])];
  for (const { queryKey } of queries) {
    const before = queryClient.getQueryData<Decision[]>(queryKey);
    showOutcome(queryClient, before ?? [], decision);
    const others = (before ?? []).filter(({ id }) => id !== decision.id);
    const known = before?.find(({ id }) => id === decision.id);
    // an answer may be overtaken by what a push has brought
    const latest = known && changedAt(known) > changedAt(decision) ? known : decision;
    queryClient.setQueryData<Decision[]>(queryKey, known ? before?.map((one) => (one === known ? latest : one)) : [latest, ...others]);
    // what was asked before may be answered by what was then, and would take it away again
    if (queryClient.isFetching({ queryKey, exact: true }) > 0) void queryClient.invalidateQueries({ queryKey, exact: true });
  }
}

const changedAt = (decision: Decision): number => readTime(decision.changedAt) ?? 0;
