const drafts = new Map<string, string>();

/**
 * Comments that were typed and not sent, per inquiry, for as long as the tab lives: leaving the page and coming back loses nothing.
 * Never in storage, since a comment may name the person.
 */
export const commentDrafts = {
  read: (inquiryId: string) => drafts.get(inquiryId) ?? "",
  keep: (inquiryId: string, comment: string) => (comment === "" ? drafts.delete(inquiryId) : drafts.set(inquiryId, comment)),
};
