import { type InquiryListParams, inquiriesQuery } from "./inquiries";

/** As many as one call can give: the newest hundred of a person. */
const params = (accountId: string): InquiryListParams => ({ accountId, size: 100 });

/** The inquiries of one person. */
export const personInquiriesQuery = (accountId: string) => ({
  ...inquiriesQuery(params(accountId)),
  // The list of another person must never stand in for this one's while it loads.
  placeholderData: undefined,
});
