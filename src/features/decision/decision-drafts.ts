import type { DecisionAction } from "./decision-actions";

export type DecisionValues = { reasonId: string; comment: string };

const drafts = new Map<string, DecisionValues>();
const empty: DecisionValues = { reasonId: "", comment: "" };
const keyOf = (inquiryId: string, action: DecisionAction) => `${inquiryId} ${action}`;

/**
 * What was chosen and typed and not sent, for as long as the tab lives: leaving the page and coming back loses nothing. One for each
 * decision: why somebody would be declined must never go out with an approval. Never in storage, since a comment may name the person.
 */
export const decisionDrafts = {
  read: (inquiryId: string, action: DecisionAction): DecisionValues => drafts.get(keyOf(inquiryId, action)) ?? empty,
  keep: (inquiryId: string, action: DecisionAction, { reasonId, comment }: DecisionValues): void => {
    if (reasonId === "" && comment === "") drafts.delete(keyOf(inquiryId, action));
    else drafts.set(keyOf(inquiryId, action), { reasonId, comment });
  },
  drop: (inquiryId: string, action: DecisionAction): void => void drafts.delete(keyOf(inquiryId, action)),
};
