import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { isConflict, isUnreachable, mayHaveHappened } from "@/api/errors";
import { newIdempotencyKey } from "@/api/idempotency";
import { showWrittenInquiry } from "@/api/inquiry-actions";
import type { InquiryModel } from "@/api/models";
import { inquiryQuery, readInquiryAgain } from "@/api/queries/inquiry";
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
  // Known before React has painted it: keys can come faster.
  const progress = useRef<"undecided" | "sending" | "taken">("undecided");

  const mutation = useMutation({
    mutationFn: async (decision: Decision): Promise<InquiryModel> => {
      const { becomes, send } = decisionDetails[decision.action];
      const { inquiry } = await readInquiryAgain(queryClient, inquiryId);
      const before = last.current;
      const isRepeat = before?.decision.action === decision.action && before.decision.comment === decision.comment;
      if (hasChangedSince(decision.seen, inquiry)) {
        if (isRepeat && before.mayHaveArrived && inquiry.status === becomes) return inquiry;
        throw new ChangedMeanwhile(decision.seen, inquiry);
      }
      const key = isRepeat && before.keepsKey ? before.key : newIdempotencyKey();
      // a repetition that is not sent takes nothing back
      const attempt: Attempt = { decision, key, mayHaveArrived: isRepeat && before.mayHaveArrived, keepsKey: false };
      last.current = attempt;
      try {
        return await send({ inquiryId, idempotencyKey: attempt.key, comment: decision.comment.trim() });
      } catch (error) {
        attempt.mayHaveArrived ||= mayHaveHappened(error);
        attempt.keepsKey = isUnreachable(error);
        throw error;
      }
    },
    onSuccess: (inquiry) => {
      progress.current = "taken";
      last.current = undefined;
      // not waited for: the answer is on screen already
      void showWrittenInquiry(queryClient, inquiry);
    },
    onError: (error) => {
      progress.current = "undecided";
      // what the server refused because of the inquiry's state must be seen before anything else is tried
      if (isConflict(error)) void queryClient.invalidateQueries({ queryKey: inquiryQuery(inquiryId).queryKey });
    },
  });

  return {
    ...mutation,
    /** Sends a decision, unless one is on its way or was taken: a second Enter does nothing. */
    take(decision: Decision, onDone: () => void) {
      if (progress.current !== "undecided") return;
      progress.current = "sending";
      mutation.mutate(decision, { onSuccess: onDone });
    },
    isSending: () => progress.current === "sending",
    /** Forgets the last one, so that another can be taken. */
    reset() {
      progress.current = "undecided";
      mutation.reset();
    },
  };
}
