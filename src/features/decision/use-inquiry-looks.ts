import { useQuery } from "@tanstack/react-query";
import { inquiryLooksQuery, type SecondLook } from "@/api/second-looks/queries";
import type { Capability } from "@/domain/inquiry-action";
import { displayValue } from "@/lib/display-text";
import type { DecisionAction } from "./decision-actions";

const none: readonly SecondLook[] = [];

/** The second looks at an inquiry, the newest first, and the one that is open. */
export function useInquiryLooks(inquiryId: string) {
  const all = useQuery(inquiryLooksQuery(inquiryId)).data ?? none;
  return { all, open: all.find(({ state }) => state === "open") };
}

/** Said where a decision is the answer to a second look. */
export const answersLook =
  "This answers the second look. If it is what was proposed, it is carried out; if not, nothing is decided, and both of you see both.";

/** Said where a decision is only proposed. */
export const needsSecondPerson =
  "Needs a second person: this proposes it. A lead says what they would decide before they see what you would; if it is the same, it is carried out.";

/** What may be decided while a second look is open: who answers it approves or declines, and nobody else decides. */
export function besideLook(
  capabilities: Record<DecisionAction, Capability>,
  look: SecondLook | undefined,
): Record<DecisionAction, Capability> {
  if (look === undefined) return capabilities;
  const refusing = (capability: Capability, reason: string): Capability => (capability.allowed ? { allowed: false, reason } : capability);
  const { approve, decline, markForReview } = capabilities;
  if (look.mayAnswer) {
    return { approve, decline, markForReview: refusing(markForReview, "A second look is answered by approving or declining.") };
  }
  const why = look.mine
    ? "You have asked for a second look. Take that back to decide by yourself."
    : `${displayValue(look.by.name, "A colleague", 60)} has asked for a second look. A lead answers it.`;
  return { approve: refusing(approve, why), decline: refusing(decline, why), markForReview: refusing(markForReview, why) };
}
