import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { answerASecondLook, askForASecondLook, takeBackASecondLook } from "../generated/desk/sdk.gen";
import type { Decision, DecisionRequest, SecondLook, SecondLookRequest } from "../generated/desk/types.gen";
import { byPagePerson } from "../page-person";
import { inquiryLooksQuery } from "./queries";

export type { SecondLookRequest };

/** What stands in rows, and how many wait, changes with each. */
const meta = {
  invalidates: [{ queryKey: ["inquiry", "list"] }, { queryKey: ["inquiry", "counts"] }],
  invalidatesOnFailure: ["second-look", "decision"],
} as const;

/**
 * Proposes a decision, and asks for a second look.
 * Source: openapi/desk.yaml, POST /desk/v1/second-looks
 * @throws ApiError; 409 where one is open, or a decision is under way
 */
export const askMutation = () =>
  mutationOptions({
    meta,
    mutationFn: (body: SecondLookRequest, { client }): Promise<SecondLook> => askForLook(client, body),
  });

async function askForLook(queryClient: QueryClient, body: SecondLookRequest): Promise<SecondLook> {
  const { data } = await request(() => askForASecondLook({ client: deskClient, headers: byPagePerson(), body }));
  keepLook(queryClient, data);
  return data;
}

/**
 * Proposes what would be decided, where one person does not decide alone.
 * @returns null: nothing is decided before somebody else has said the same
 * @throws ApiError; 409 where one is open, or a decision is under way
 */
export async function proposeDecision(
  queryClient: QueryClient,
  { inquiryId, action, reasonIds, comment }: DecisionRequest,
): Promise<Decision | null> {
  // it decides nothing, so it needs nobody else
  if (action === "markForReview") throw new Error("A mark for review is not proposed.");
  await askForLook(queryClient, { inquiryId, action, reasonIds, comment, note: null });
  return null;
}

/** Asks for none any more. Source: openapi/desk.yaml, DELETE /desk/v1/second-looks/{secondLookId} @throws ApiError; 409 once it is answered */
export const takeBackLookMutation = () =>
  mutationOptions({
    meta,
    mutationFn: async (secondLookId: string, { client }): Promise<void> => {
      const { data } = await request(() => takeBackASecondLook({ client: deskClient, headers: byPagePerson(), path: { secondLookId } }));
      keepLook(client, data);
    },
  });

/**
 * Says what one would decide, where somebody has asked.
 * Source: openapi/desk.yaml, POST /desk/v1/second-looks/{secondLookId}/answer
 * @returns the decision that it became, where both say the same
 * @throws ApiError; 409 where it is not open any more
 */
export async function answerLook(
  queryClient: QueryClient,
  secondLookId: string,
  { action, reasonIds, comment, seen, holdSeconds }: DecisionRequest,
): Promise<Decision | null> {
  // the only other one leaves nothing decided, and is offered to nobody who answers
  if (action === "markForReview") throw new Error("A second look is answered by approving or declining.");
  const body = { action, reasonIds, comment, seen, ...(holdSeconds !== undefined && { holdSeconds }) };
  const { data } = await request(() => answerASecondLook({ client: deskClient, headers: byPagePerson(), path: { secondLookId }, body }));
  keepLook(queryClient, data.secondLook);
  return data.decision;
}

/** Puts one that an answer told of into the list of its inquiry. */
function keepLook(queryClient: QueryClient, look: SecondLook): void {
  queryClient.setQueryData<SecondLook[]>(inquiryLooksQuery(look.inquiryId).queryKey, (known = []) =>
    known.some(({ id }) => id === look.id) ? known.map((one) => (one.id === look.id ? look : one)) : [look, ...known],
  );
}
