import { isUnavailable } from "../db/unavailable";
import { DeskError } from "../http/desk-error";
import { databaseError } from "../http/error-answer";

const noTitle = "The desk failed";
const titleOf = (error: unknown) => (isUnavailable(error) ? databaseError(error).message : noTitle);

/** A write stopped before it left, and nobody sends it later. @param error why; what refuses for a reason of its own stays as it is */
export function notSent(error: unknown): Error {
  if (error instanceof DeskError) return error;
  return new DeskError(503, titleOf(error), "Nothing was sent.", { headers: { "Desk-Sent": "no", "Retry-After": "5" } });
}

/** A write did not leave from here, but stands in the ledger as if it had: an instance that finds it sends it. */
export const mayBeSent = (error: unknown): Error =>
  new DeskError(503, titleOf(error), "It may still be sent within seconds. Look at it again before you repeat it.");
