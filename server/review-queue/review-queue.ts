import type { ClaimedInquiry } from "@/api/generated/desk/types.gen";
import type { Claims } from "../claims/claims";
import type { Database } from "../db/database";
import type { SignedIn } from "../http/context";
import { longestWaiting, type Waiting } from "./waiting";

/**
 * Chooses what has waited longest and claims it, in one transaction. Choosing is for one at a time, on all instances: so the order is kept, and
 * nobody who asks at the same moment is given the same. It takes a few milliseconds.
 * @param passOver IDs of inquiries
 */
export const claimNext = (
  { db, claims }: { readonly db: Database; readonly claims: Pick<Claims, "take"> },
  person: SignedIn,
  waiting: Omit<Waiting, "personId">,
  passOver: readonly string[],
): Promise<ClaimedInquiry | undefined> =>
  db.transaction(async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock(hashtext('desk.review_queue'))");
    for (;;) {
      const inquiry = await longestWaiting(transaction, { ...waiting, personId: person.user.id }, passOver);
      if (inquiry === undefined) return undefined;
      const claim = await claims.take(inquiry.inquiryId, person, transaction);
      if (claim) return { inquiry, claim };
      // A colleague has opened and claimed it meanwhile: that is there now, and every turn of this loop is somebody's claim.
    }
  });
