import type { SignedIn } from "../http/context";
import { DeskError } from "../http/desk-error";

export type StreamLimits = {
  readonly perSession: number;
  readonly perPerson: number;
  /** On this instance, by whomever. */
  readonly inAll: number;
};

/** A browser opens one for all of its tabs or, where it can't, one for each. */
const usual: StreamLimits = { perSession: 15, perPerson: 20, inAll: 2_000 };

/**
 * Who may have how many streams open. A place is taken before anything is waited for, so that many that are opened at once are counted
 * one by one.
 * @param onCount told how many are taken
 */
export function createStreamPlaces(limits: Partial<StreamLimits>, onCount: (taken: number) => void) {
  const { perSession, perPerson, inAll } = { ...usual, ...limits };
  const taken = new Set<SignedIn>();
  const count = (isCounted: (each: SignedIn) => boolean) => [...taken].filter(isCounted).length;

  return {
    /** @returns gives the place back; more than once does nothing. @throws DeskError 429, or 503 when the instance is full */
    take(person: SignedIn): () => void {
      if (taken.size >= inAll) throw new DeskError(503, "Too many streams are open", undefined, { headers: { "Retry-After": "15" } });
      const tooMany =
        count(({ sessionId }) => sessionId === person.sessionId) >= perSession ||
        count(({ user }) => user.id === person.user.id) >= perPerson;
      if (tooMany) throw new DeskError(429, "Too Many Requests", "You have too many tabs open.", { headers: { "Retry-After": "15" } });
      // a copy, since the same object may come for several streams
      const place = { ...person };
      taken.add(place);
      onCount(taken.size);
      return () => {
        if (taken.delete(place)) onCount(taken.size);
      };
    },
  };
}
