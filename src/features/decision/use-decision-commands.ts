import { useMutation } from "@tanstack/react-query";
import { pauseDecisionMutation, takeBackDecisionMutation } from "@/api/decisions/writes";
import { isConflict } from "@/api/errors";
import { displayLine } from "@/lib/display-text";

/** Taking a held decision back, and stopping its clock. */
export function useDecisionCommands() {
  const takeBack = useMutation(takeBackDecisionMutation());
  const pause = useMutation(pauseDecisionMutation());
  const failed = [takeBack, pause].find(({ isError }) => isError);
  return {
    takeBack: (decisionId: string) => {
      if (!takeBack.isPending) takeBack.mutate(decisionId);
    },
    pause: (decisionId: string, paused: boolean) => pause.mutate({ decisionId, paused }),
    isTakingBack: takeBack.isPending,
    /** Why the last of them did not work. */
    failure: failed && failureOf(failed.error),
  };
}

/** A conflict is not always that it was too late: somebody else may be signed in. The server says which. */
const failureOf = (error: unknown): string =>
  isConflict(error) && error.details.length > 0
    ? error.details.map((detail) => displayLine(detail, 300)).join(" ")
    : "That did not work. Try again.";
