import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { decide, type DecisionRequest, keepDecision } from "@/api/decisions/writes";
import { invalidate } from "@/api/query-keys";
import { readPreference } from "@/ui/local-preferences";

export type Intent = Pick<DecisionRequest, "action" | "reasonIds" | "comment" | "seen">;

/** Gives a decision to the server, which holds it, compares what was seen with what is, and sends it once. */
export function useDecide(inquiryId: string) {
  const queryClient = useQueryClient();
  // Known before React has painted it: keys can come faster.
  const progress = useRef<"undecided" | "giving" | "given">("undecided");

  const mutation = useMutation({
    meta: { changes: "decision" },
    mutationFn: (intent: Intent) => {
      const hold = readPreference("hold");
      return decide({ inquiryId, ...intent, ...(hold !== "company" && { holdSeconds: Number(hold) }) });
    },
    onSuccess: (decision) => {
      progress.current = "given";
      keepDecision(queryClient, decision);
    },
    onError: () => {
      progress.current = "undecided";
      // it may have been taken all the same, or somebody else's is under way
      void invalidate(queryClient, "decision");
    },
  });

  return {
    ...mutation,
    /** Gives a decision, unless one is on its way or was taken: a second Enter does nothing. */
    take(intent: Intent, onTaken: () => void) {
      if (progress.current !== "undecided") return;
      progress.current = "giving";
      mutation.mutate(intent, { onSuccess: onTaken });
    },
    isGiving: () => progress.current === "giving",
    /** Forgets the last one, so that another can be taken. */
    reset() {
      progress.current = "undecided";
      mutation.reset();
    },
  };
}
