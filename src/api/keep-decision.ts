import type { QueryClient } from "@tanstack/react-query";
import { readTime } from "@/lib/read";
import type { Decision } from "./generated/desk/types.gen";
import { inquiryDecisionsQuery, myDecisionsQuery, showOutcome } from "./queries/decisions";

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
  }
}

const changedAt = (decision: Decision): number => readTime(decision.changedAt) ?? 0;
