import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { type Decision, decideMutation, type DecisionRequest } from "@/api/decisions/writes";
import type { SecondLook } from "@/api/second-looks/queries";
import { answerLook, proposeDecision } from "@/api/second-looks/writes";
import { readPreference } from "@/ui/local-preferences";

export type Intent = Pick<DecisionRequest, "action" | "reasonIds" | "comment" | "seen">;

/**
 * Gives a decision to the server, which holds it, compares what was seen with what is, and sends it once.
 * @param look the second look that is open: where the person may answer it, the decision is the answer, and is taken if it is what was proposed
 * @param isProposal whether one person may not decide so alone: then it is asked of somebody else what they would decide
 */
export function useDecide(inquiryId: string, look: SecondLook | undefined, isProposal: boolean) {
  // Known before React has painted it: keys can come faster.
  const progress = useRef<"undecided" | "giving" | "given">("undecided");

  const answered = look?.mayAnswer === true ? look : undefined;
  const mutation = useMutation({
    ...decideMutation(
      answered !== undefined
        ? (body, client) => answerLook(client, answered.id, body)
        : isProposal
          ? (body, client) => proposeDecision(client, body)
          : undefined,
    ),
    onSuccess: () => {
      progress.current = "given";
    },
    onError: () => {
      progress.current = "undecided";
    },
  });

  return {
    ...mutation,
    /** Gives a decision, unless one is on its way or was taken: a second Enter does nothing. */
    take(intent: Intent, onTaken: (decision: Decision | null) => void) {
      if (progress.current !== "undecided") return;
      progress.current = "giving";
      const hold = readPreference("hold");
      mutation.mutate({ inquiryId, ...intent, ...(hold !== "company" && { holdSeconds: Number(hold) }) }, { onSuccess: onTaken });
    },
    isGiving: () => progress.current === "giving",
    /** Forgets the last one, so that another can be taken. */
    reset() {
      progress.current = "undecided";
      mutation.reset();
    },
  };
}
