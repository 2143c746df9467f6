export const inquiryActions = [
  "approve",
  "decline",
  "markForReview",
  "restoreAccess",
  "generateOneTimeLink",
  "resume",
  "expire",
  "editTags",
] as const;

/** An action on an inquiry. `restoreAccess` is the desk's own: resume where needed, then a one-time link. */
export type InquiryAction = (typeof inquiryActions)[number];

/** How to get what was wanted: a sentence, and the action to offer in place of the refused one where there is one. */
type WayOut = { readonly sentence: string; readonly action?: InquiryAction };

export type Capability =
  | { readonly allowed: true; /** What the viewer must know before doing it. */ readonly warning?: string }
  | { readonly allowed: false; /** A complete sentence. */ readonly reason: string; readonly wayOut?: WayOut };
