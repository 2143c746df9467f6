/*
 * What of an inquiry is asked for. Apart from the queries, so that the build can begin the same calls before any script has run
 * (`dev/first-requests.ts`).
 */

/** What lists show and judge by. Names, addresses and documents stay with Persona until somebody opens the inquiry. */
export const listAttributes = [
  "status",
  "reference-id",
  "tags",
  "creator",
  "created-at",
  "updated-at",
  "started-at",
  "expires-at",
  "completed-at",
  "failed-at",
  "marked-for-review-at",
  "decisioned-at",
  "expired-at",
  "redacted-at",
  "next-step-name",
].join(",");

/** Everything that belongs to an inquiry comes in the one call: nothing has to wait for the inquiry to be asked for. */
export const inquiryInclude = "account,inquiry-template,reviewer,verifications,sessions,documents,selfies,reports";

/** Rows of a list where the address asks for no other number. */
export const defaultPageSize = 50;
