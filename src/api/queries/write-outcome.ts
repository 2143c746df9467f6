import { queryOptions, skipToken } from "@tanstack/react-query";
import { keys } from "../query-keys";

/**
 * What became of a write whose answer was lost, once the server has found out and told: `done`, `refused` or `failed`. Nothing is asked for;
 * the event stream puts it there.
 * @param deskRequestId of the request that was not answered
 */
export const writeOutcomeQuery = (deskRequestId: string | undefined) =>
  queryOptions<string>({ queryKey: keys.writeOutcome(deskRequestId ?? ""), queryFn: skipToken });
