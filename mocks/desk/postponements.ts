import type { DeskUser, Postponement } from "@/api/generated/desk/types.gen";
import type { InquiryHead } from "../world/core/resources";
import { iso } from "../world/core/time";

/** What is out of the queue for a while; times in milliseconds. */
type HeldPostponement = {
  /** Whom a skip is for; undefined for a snooze, which is for everybody. */
  readonly onlyFor: string | undefined;
  readonly by: DeskUser;
  readonly postponedAt: number;
  readonly until: number | null;
  readonly untilUserActs: boolean;
  readonly reason: string;
  /** The status then. */
  readonly status: string;
  /** Persona's `updated-at` then, or after what the desk has written since. */
  knownUpdatedAt: string;
};

/** Everything that is postponed, at most one snooze an inquiry and one skip a person. */
export type Postponements = {
  put(inquiry: InquiryHead, held: Omit<HeldPostponement, "status" | "knownUpdatedAt">): Postponement;
  /** Those in force, the snooze first. @param now milliseconds */
  of(inquiry: InquiryHead, now: number): readonly Postponement[];
  /** Whether it is out of this person's queue. @param personId undefined: out of everybody's */
  holds(inquiry: InquiryHead, personId: string | undefined, now: number): boolean;
  /** Ends the snooze, and the skip of a person. @returns the kinds of those that were in force, and whose the snooze was */
  takeUp(inquiry: InquiryHead, personId: string, now: number): { readonly kinds: readonly string[]; readonly snoozedBy: string | null };
  /** The desk itself has changed the inquiry: that was not its user. @param before its `updated-at` */
  followOwnWrite(inquiry: InquiryHead, before: string): void;
  forget(inquiryId: string): void;
};

export function createPostponements(): Postponements {
  const byInquiry = new Map<string, HeldPostponement[]>();
  const kindOf = ({ onlyFor }: HeldPostponement) => (onlyFor === undefined ? "snooze" : "skip");
  const inForce = ({ id, attributes }: InquiryHead, now: number) =>
    (byInquiry.get(id) ?? []).filter(
      ({ until, status, untilUserActs, knownUpdatedAt }) =>
        (until === null || until > now) &&
        status === attributes.status &&
        attributes.redactedAt === null &&
        !(untilUserActs && attributes.updatedAt > knownUpdatedAt),
    );
  const shown = (inquiryId: string, held: HeldPostponement): Postponement => ({
    inquiryId,
    kind: kindOf(held),
    by: held.by,
    postponedAt: iso(held.postponedAt),
    until: held.until === null ? null : iso(held.until),
    untilUserActs: held.untilUserActs,
    reason: held.reason,
  });
  return {
    put({ id, attributes }, asked) {
      const held = { ...asked, status: attributes.status, knownUpdatedAt: attributes.updatedAt };
      const others = (byInquiry.get(id) ?? []).filter(({ onlyFor }) => onlyFor !== held.onlyFor);
      byInquiry.set(id, held.onlyFor === undefined ? [held, ...others] : [...others, held]);
      return shown(id, held);
    },
    of: (inquiry, now) => inForce(inquiry, now).map((held) => shown(inquiry.id, held)),
    holds: (inquiry, personId, now) => inForce(inquiry, now).some(({ onlyFor }) => onlyFor === undefined || onlyFor === personId),
    takeUp(inquiry, personId, now) {
      const isMeant = ({ onlyFor }: HeldPostponement) => onlyFor === undefined || onlyFor === personId;
      const ended = inForce(inquiry, now).filter(isMeant);
      byInquiry.set(
        inquiry.id,
        (byInquiry.get(inquiry.id) ?? []).filter((held) => !isMeant(held)),
      );
      return { kinds: ended.map(kindOf), snoozedBy: ended.find(({ onlyFor }) => onlyFor === undefined)?.by.id ?? null };
    },
    followOwnWrite({ id, attributes }, before) {
      for (const held of byInquiry.get(id) ?? []) if (held.knownUpdatedAt >= before) held.knownUpdatedAt = attributes.updatedAt;
    },
    forget: (inquiryId) => void byInquiry.delete(inquiryId),
  };
}
