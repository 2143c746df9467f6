import { type DecisionAction, decisionDetails } from "./decision-actions";

/** Said before anything is chosen. */
export const TwoPeopleLine = ({ actions }: { actions: readonly DecisionAction[] }) =>
  actions.length > 0 && (
    <p className="text-xs text-ink-muted">
      <span className="font-medium text-ink">{actions.map((action) => decisionDetails[action].label).join(", ")}:</span> two people decide
      on this template, so you propose it.
    </p>
  );
