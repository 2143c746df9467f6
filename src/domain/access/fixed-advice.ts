/** Remedies that are the same in every inquiry. */
import type { AccessCause, RejectedRemedy, Remedy } from "@/domain/access/access-cause";

export type Advice = { readonly remedy: Remedy; readonly rejected: RejectedRemedy | null };

export const secondInquiry: RejectedRemedy = {
  action: "createInquiry",
  sentence: "Not a new inquiry: the user would have two, and lose what they entered in this one.",
};

const unfinishedUnderReview: Advice = {
  remedy: {
    action: "decide",
    sentence:
      "Ask whoever marked it, or decide it on what is there. What is missing can only come from another inquiry, after the decision.",
    cost: null,
  },
  rejected: { action: "restoreAccess", sentence: "Not a link: an inquiry under review can't be opened, nor once it is decided." },
};

/** Of the causes whose remedy is the same in every inquiry. */
export const fixedAdvice: Partial<Record<AccessCause, Advice>> = {
  "under-review": {
    remedy: { action: "decide", sentence: "Decide it, or ask whoever reviews it. The user has nothing to do.", cost: null },
    rejected: { action: "createInquiry", sentence: "Not a new inquiry: it would give the user another go around the review." },
  },
  "stopped-for-review": unfinishedUnderReview,
  "expired-under-review": unfinishedUnderReview,
  failed: {
    remedy: { action: "decide", sentence: "Look at the failed checks, then decide it or mark it for review.", cost: null },
    rejected: { action: "createInquiry", sentence: "Not a new inquiry by default: it would give the user unlimited attempts." },
  },
  declined: {
    remedy: { action: "decide", sentence: "The decision stands. A reviewer can reverse it, with a reason.", cost: null },
    rejected: { action: "createInquiry", sentence: "Not a new inquiry: it would work around the decision." },
  },
  redacted: {
    remedy: {
      action: "createInquiry",
      sentence: "If the person has to be verified, create a new inquiry with the same reference ID.",
      cost: "The user starts from the beginning.",
    },
    rejected: { action: "restoreAccess", sentence: "Not a resume: Persona refuses it, the data is gone." },
  },
  "template-inactive": {
    remedy: {
      action: "askTemplateOwner",
      sentence: "Ask the owner of the template to activate or publish it, or create a new inquiry on another template.",
      cost: null,
    },
    rejected: { action: "generateOneTimeLink", sentence: "Not a new link: it would be refused like the old one." },
  },
  "not-opened": {
    remedy: { action: "sendExistingLink", sentence: "Send the link of this inquiry again, or a one-time link.", cost: null },
    rejected: secondInquiry,
  },
  "template-moved-on": {
    remedy: {
      action: "createInquiry",
      sentence: "Create a new inquiry with the same reference ID, so that the user meets the current version.",
      cost: "The user starts from the beginning; nothing is lost, since nothing was entered.",
    },
    rejected: { action: "generateOneTimeLink", sentence: "Not this inquiry's link: it opens, but on the old version of the template." },
  },
};

/** The last session that could be made, and the user may be in it. */
export const stillInItAdvice: Advice = {
  remedy: {
    action: "askUser",
    sentence:
      "Ask the user to go on where they opened it. Only if they are out, ask Persona support to raise the limit, or create a new inquiry.",
    cost: "With a new inquiry the user starts from the beginning.",
  },
  rejected: { action: "generateOneTimeLink", sentence: "Not a link: it needs another session, and Persona makes no more." },
};

export const lookElsewhere: Advice = {
  remedy: {
    action: "none",
    sentence: "Look at the inquiry in Persona's own dashboard: it may know a status that is new here.",
    cost: null,
  },
  rejected: secondInquiry,
};
