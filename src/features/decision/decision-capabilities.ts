import type { Decision } from "@/api/decisions/writes";
import { isUnderWay } from "@/api/decisions/queries";
import { capability } from "@/domain/capability";
import type { InquiryFacts } from "@/domain/facts";
import type { Capability } from "@/domain/inquiry-action";
import type { Viewer } from "@/domain/viewer";
import { type DecisionAction, decisionActions } from "./decision-actions";
import { underWayReason } from "./decision-words";

const checking: Capability = { allowed: false, reason: "Finding out what you may do." };
const unknownViewer: Capability = {
  allowed: false,
  reason: "Your role could not be read, so nothing can be decided. Load the page again.",
};

/** Of what is allowed, while it can't be seen yet. */
export const reading: Capability = { allowed: false, reason: "The inquiry is still being read. Decide once you see it." };

/** What somebody may decide on an inquiry, while the last decision on it is where it is. */
export function capabilitiesOf(
  inquiry: InquiryFacts,
  last: Decision | undefined,
  viewer: Viewer | "pending" | "unknown",
): Record<DecisionAction, Capability> {
  const of = (action: DecisionAction): Capability => {
    if (viewer === "pending") return checking;
    if (viewer === "unknown") return unknownViewer;
    const allowed = capability(action, inquiry, viewer);
    // one at a time, whoever takes it
    if (allowed.allowed && last !== undefined && isUnderWay(last.state)) return { allowed: false, reason: underWayReason(last) };
    return allowed;
  };
  // every action is in the list that the type is made of
  return Object.fromEntries(decisionActions.map((action) => [action, of(action)])) as Record<DecisionAction, Capability>;
}
