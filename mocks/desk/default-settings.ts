import type { SettingsValues } from "@/api/generated/desk/types.gen";

const decisionReasons: SettingsValues["decisionReasons"] = [
  { id: "evidence-consistent", decision: "approve", label: "Evidence is complete and consistent", comment: "optional" },
  { id: "failed-check-explained", decision: "approve", label: "Failed check has an innocent explanation", comment: "required" },
  { id: "match-is-somebody-else", decision: "approve", label: "List match is somebody else", comment: "required" },
  { id: "document-altered", decision: "decline", label: "Document is altered or fabricated", comment: "optional" },
  { id: "not-the-same-person", decision: "decline", label: "Selfie and document show different people", comment: "optional" },
  { id: "document-not-accepted", decision: "decline", label: "Document is expired or not accepted", comment: "optional" },
  { id: "details-differ", decision: "decline", label: "Details differ from the document or a database", comment: "required" },
  { id: "identity-used-before", decision: "decline", label: "Identity is used on another account", comment: "required" },
  { id: "list-match-confirmed", decision: "decline", label: "List match is confirmed", comment: "required" },
  { id: "requirements-not-met", decision: "decline", label: "Requirements are not met, such as age or country", comment: "optional" },
  { id: "other", decision: "decline", label: "Another reason", comment: "required" },
  { id: "picture-unclear", decision: "markForReview", label: "Picture is unclear or cut off", comment: "optional" },
  { id: "list-match-open", decision: "markForReview", label: "List match has to be looked into", comment: "optional" },
  { id: "risk-signals", decision: "markForReview", label: "Device, network or behavior looks risky", comment: "required" },
  { id: "second-opinion", decision: "markForReview", label: "Needs a second opinion", comment: "required" },
];

// Persona docs, "Preventing duplicate inquiries": a finished one is not repeated, an open one is continued, a recent expired one resumed.
const duplicatePolicy: SettingsValues["duplicatePolicy"] = {
  tooOldAfterDays: 30,
  reverifyAfterDays: 365,
  rules: [
    { situation: "finishedWell", advice: "reuse", override: "withReason" },
    { situation: "finishedLongAgo", advice: "create", override: "freely" },
    { situation: "finishedBadly", advice: "block", override: "withReason" },
    { situation: "inReview", advice: "block", override: "never" },
    { situation: "expired", advice: "resume", override: "withReason" },
    { situation: "expiredTooOld", advice: "create", override: "freely" },
    { situation: "open", advice: "continue", override: "withReason" },
    { situation: "redacted", advice: "create", override: "freely" },
  ],
};

// None holds a name, a value, a check that failed, or a link: they can be pasted anywhere.
const scripts: SettingsValues["scripts"] = [
  {
    id: "new-link",
    title: "A new link",
    toUser: "I am sending you a new link. Open it on the device you want to finish on; it works once, so please finish in one sitting.",
    toTicket: "One-time link sent to the address on file.",
  },
  {
    id: "time-ran-out",
    title: "The time ran out",
    toUser: "You ran out of time before you had finished. What you entered is kept. I am sending you a new link to continue.",
    toTicket: "Inquiry expired; resumed, one-time link sent.",
  },
  {
    id: "in-review",
    title: "We are looking at it",
    toUser: "Your verification is on hold while we look at it. You will hear from us; there is nothing more for you to do.",
    toTicket: "Inquiry is under review; no link needed.",
  },
  {
    id: "another-device",
    title: "Another device",
    toUser: "Please try another browser or another device, and allow the camera when you are asked. Your progress is kept.",
    toTicket: "User asked to try another browser or device.",
  },
  {
    id: "declined",
    title: "It was declined",
    toUser: "We could not verify you. The decision was made with everything you sent us.",
    toTicket: "Inquiry was declined; no further attempt offered.",
  },
];

/** What holds until somebody changes it: the application's own, written down a second time so that each can be held against the other. */
export const defaultSettings: SettingsValues = {
  decisionReasons,
  decisionHold: { seconds: 5, atLeastSeconds: 0 },
  duplicatePolicy,
  scripts,
  sla: { reviewHours: 24, warnHours: 4 },
  reviewQueue: { alsoWaiting: [] },
  twoPeople: [],
};
