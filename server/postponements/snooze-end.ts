import { badRequest } from "../http/desk-error";

const dayMs = 24 * 60 * 60_000;
/** A snooze that is longer hides an inquiry that somebody should decide. */
const longestSnoozeDays = 90;

type SnoozeEnd = {
  /** ms */
  readonly until: number | null;
  readonly untilUserActs: boolean;
};

/** @throws DeskError 400 for a snooze that ends never, too late, or before it began */
export function requireSnoozeEnd({ until, untilUserActs }: SnoozeEnd, now: number): void {
  if (until === null && !untilUserActs) throw badRequest("until: a snooze has to end at a time, or when the user acts");
  if (until !== null && (until <= now || until > now + longestSnoozeDays * dayMs)) {
    throw badRequest(`until: has to be a time to come, ${longestSnoozeDays} days ahead at most`);
  }
}
