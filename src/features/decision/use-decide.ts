import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { isConflict, isUnreachable, mayHaveHappened } from "@/api/errors";
import { newIdempotencyKey } from "@/api/idempotency";
import { showWrittenInquiry } from "@/api/inquiry-actions";
import type { InquiryModel } from "@/api/models";
import { inquiryQuery } from "@/api/queries/inquiry";
import { type DecisionAction, decisionDetails } from "./decision-actions";
import { hasChangedSince, type SeenState } from "./seen-state";

export type Decision = { action: DecisionAction; comment: string; seen: SeenState };

/** The inquiry was not what the reviewer had seen any more, so nothing was sent. */
export class ChangedMeanwhile extends Error {
  override readonly name = "ChangedMeanwhile";
  readonly seen: SeenState;
  readonly inquiry: InquiryModel;

  constructor(seen: SeenState, inquiry: InquiryModel) {
    super("The inquiry changed before the decision was sent");
    this.seen = seen;
    this.inquiry = inquiry;
  }
}

type Attempt = {
  decision: Decision;
  key: string;
  /** It failed in a way that leaves open whether Persona took it. */
  mayHaveArrived: boolean;
  /** No answer came, so the same key makes sure that it happens once. An answer of Persona, errors included, would only be replayed. */
  keepsKey: boolean;
};

/**
 * Takes a decision: reads the inquiry once more, sends only if it is still what the reviewer saw, and shows what the server answers.
 * Another try after a lost answer carries the same Idempotency-Key, so that it happens once; and if the read shows that the first one
 * had arrived, nothing is sent at all. A changed comment, or a server error that Persona would replay, gets a new key.
 */
export function useDecide(inquiryId: string) {
  const queryClient = useQueryClient();
  const last = useRef<Attempt>(undefined);

  return useMutation({
    mutationFn: async (decision: Decision): Promise<InquiryModel> => {
      const { becomes, send } = decisionDetails[decision.action];
      const { inquiry } = await queryClient.fetchQuery({ ...inquiryQuery(inquiryId), staleTime: 0 });
      const before = last.current;
      const isRepeat = before?.decision.action === decision.action && before.decision.comment === decision.comment;
      if (hasChangedSince(decision.seen, inquiry)) {
        if (isRepeat && before.mayHaveArrived && inquiry.status === becomes) return inquiry;
        throw new ChangedMeanwhile(decision.seen, inquiry);
      }
      const key = isRepeat && before.keepsKey ? before.key : newIdempotencyKey();
      const attempt: Attempt = { decision, key, mayHaveArrived: false, keepsKey: false };
      last.current = attempt;
      try {
        return await send({ inquiryId, idempotencyKey: attempt.key, comment: decision.comment.trim() });
      } catch (error) {
        attempt.mayHaveArrived = mayHaveHappened(error);
        attempt.keepsKey = isUnreachable(error);
        throw error;
      }
    },
    onSuccess: (inquiry) => {
      last.current = undefined;
      // not waited for: the answer is on screen already
      void showWrittenInquiry(queryClient, inquiry);
    },
    onError: (error) => {
      // what the server refused because of the inquiry's state must be seen before anything else is tried
      if (isConflict(error)) void queryClient.invalidateQueries({ queryKey: inquiryQuery(inquiryId).queryKey });
    },
  });
}
