import type { DecisionAction } from "./decision-actions";

const drafts = new Map<string, string>();
const keyOf = (inquiryId: string, action: DecisionAction) => `${inquiryId} ${action}`;

/**
 * Comments that were typed and not sent, for as long as the tab lives: leaving the page and coming back loses nothing. One for each
 * decision: why somebody would be declined must never go out with an approval. Never in storage, since a comment may name the person.
 */
export const commentDrafts = {
  read: (inquiryId: string, action: DecisionAction) => drafts.get(keyOf(inquiryId, action)) ?? "",
  keep: (inquiryId: string, action: DecisionAction, comment: string) =>
    comment === "" ? drafts.delete(keyOf(inquiryId, action)) : drafts.set(keyOf(inquiryId, action), comment),
};
