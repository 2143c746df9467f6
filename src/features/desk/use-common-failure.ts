import { useQuery } from "@tanstack/react-query";
import { describeFailure } from "@/components/failure";
import { openQuery, reviewQueueQuery } from "./desk-queries";

/** One cause for all that the page asked for: Persona can't be reached, refuses the desk's key, has no time. */
export type CommonFailure = { readonly error: unknown; readonly onRetry: () => void };

/**
 * What to say once for the whole page, where both lists failed in the same way; what fails alone, or otherwise, says so in its own place.
 */
export function useCommonFailure(): CommonFailure | undefined {
  const review = useQuery(reviewQueueQuery());
  const open = useQuery(openQuery());
  if (!review.isError || !open.isError) return undefined;
  const [one, other] = [describeFailure(review.error), describeFailure(open.error)];
  if (one.kind !== other.kind || one.title !== other.title) return undefined;
  const isLonger = (one.retry?.afterSeconds ?? 0) >= (other.retry?.afterSeconds ?? 0);
  return {
    error: isLonger ? review.error : open.error,
    onRetry: () => {
      void review.refetch();
      void open.refetch();
    },
  };
}
