import { inquiriesQuery } from "@/api/inquiry-lists/queries";

/** Persona's statuses of an inquiry that its user can still go on with. */
export const openStatuses = ["created", "pending"] as const;

/** As many as one call can give. The API has no counts: what is counted are these. */
export const sampleSize = 100;

/** What waits for a reviewer. */
export const reviewQueueQuery = () => inquiriesQuery({ statuses: ["needs_review"], size: sampleSize });

/** What users have not begun, or are in the middle of. */
export const openQuery = () => inquiriesQuery({ statuses: openStatuses, size: sampleSize });

/** The inquiries of some people in one call: Persona takes several account IDs, separated by commas. */
export const peopleSeenQuery = (accountIds: readonly string[]) => ({
  ...inquiriesQuery({ accountId: accountIds.join(","), size: sampleSize }),
  enabled: accountIds.length > 0,
});
