/** The closed list of reasons why a user can't get on. Sources: Persona docs, "Inquiry sessions", "Resuming inquiries", "Inquiry links". */

export const accessCauses = [
  "expired-before-start",
  "expired-midway",
  "expired-again",
  "ended-early",
  "window-over",
  "link-not-opened",
  "in-use",
  "session-lost",
  "opened-by-scanner",
  "sessions-over",
  "link-without-session",
  "one-time-link-used",
  "session-limit",
  "finished",
  "under-review",
  "stopped-for-review",
  "expired-under-review",
  "declined",
  "failed",
  "redacted",
  "other-inquiry",
  "static-link",
  "template-inactive",
  "template-moved-on",
  "not-opened",
  "stuck-in-flow",
  "cannot-tell",
] as const;
export type AccessCause = (typeof accessCauses)[number];

/** `certain`: the facts leave no other reading; `likely`: they fit, and something the API does not record would have to confirm it. */
export type Certainty = "certain" | "likely";

/** A fact the diagnosis rests on: what it says, and the attribute or object it was read from. */
export type Proof = { readonly sentence: string; readonly source: string; /** ms, when it is about an instant. */ readonly at?: number };

export type RemedyAction =
  | "restoreAccess"
  | "generateOneTimeLink"
  | "createInquiry"
  | "handOverToken"
  | "decide"
  | "openOtherInquiry"
  | "sendExistingLink"
  | "askTemplateOwner"
  | "askUser"
  | "none";

export type Remedy = {
  readonly action: RemedyAction;
  readonly sentence: string;
  /** What it costs, as a sentence; null when it costs nothing. */
  readonly cost: string | null;
  /** The inquiry to go to, for `openOtherInquiry`. */
  readonly inquiryId?: string;
};

/** The remedy one might think of first, and why it is not the one. */
export type RejectedRemedy = { readonly action: RemedyAction; readonly sentence: string };

/** What the facts say, before remedy and words are added. */
export type Finding = {
  readonly cause: AccessCause;
  readonly certainty: Certainty;
  readonly sentence: string;
  readonly proof: readonly Proof[];
  /** The other inquiry, where the cause is one. */
  readonly otherInquiryId?: string;
};
