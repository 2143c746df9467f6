/**
 * What may be told to the user per cause, what may not, and what belongs into the ticket. None of the texts holds a name, a value the user
 * entered, a check that failed or a link: they can be pasted anywhere.
 */
import type { AccessCause, RemedyAction } from "@/domain/access/access-cause";

export type Words = {
  readonly sayToUser: string;
  /** What stands after "Don't:"; undefined where there is nothing to beware of. */
  readonly doNotSay: string | undefined;
  readonly ticket: string;
};

const continueLink =
  "I am sending you a new link. Open it on the device you want to finish on; it works once, so please finish in one sitting.";
const keepSecret = "read out the link, the session or an ID over the phone. Send the link to the address on file.";
const noDetails = "name the checks that failed, say how they work, or promise an outcome.";

const notAllThere = "Don't say that everything is there: it was not finished.";

const catalogue: Record<AccessCause, Words> = {
  "expired-before-start": {
    sayToUser: `Your link ran out before you could start. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "Inquiry expired before it was started.",
  },
  "expired-midway": {
    sayToUser: `You ran out of time before you had finished. What you entered is kept. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "Inquiry expired after it was started.",
  },
  "expired-again": {
    sayToUser: `The time ran out once more. What you entered is kept. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "Inquiry was resumed before and expired again.",
  },
  "ended-early": {
    sayToUser: "Your verification was closed. I am finding out why and will come back to you.",
    doNotSay: "promise that it will be reopened, or guess who closed it.",
    ticket: "Inquiry was expired before its window ran out; who did it is not in the inquiry.",
  },
  "window-over": {
    sayToUser: `The time for it has just run out. Give me a minute. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "Inquiry window is over; Persona had not marked it expired yet.",
  },
  "link-not-opened": {
    sayToUser: "A link is waiting for you that has not been opened. Please look in your spam folder; I am sending it again.",
    doNotSay: keepSecret,
    ticket: "A session was issued and not opened.",
  },
  "session-lost": {
    sayToUser: `For security, the page only works in the tab where you first opened it. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "Inquiry pending, session alive; the user most likely closed the tab or changed the device.",
  },
  "in-use": {
    sayToUser: `For security, the page only works in the tab where you first opened it. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "Inquiry pending, session opened minutes ago; the user may be in it.",
  },
  "opened-by-scanner": {
    sayToUser: "The link may have been used up by a program that reads your mail. I am sending you another one here; open it right away.",
    doNotSay: `${keepSecret} Don't send it by mail again.`,
    ticket: "One-time link opened seconds after it was issued, elsewhere, and nothing followed; next one not by mail.",
  },
  "sessions-over": {
    sayToUser: `Your session has ended, your verification has not: what you entered is kept. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "Inquiry pending, every session expired.",
  },
  "link-without-session": {
    sayToUser: `Since you have started, the way you came in no longer opens it. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "Begun inquiry opened without a session.",
  },
  "one-time-link-used": {
    sayToUser: `That link works once and for a short time. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "One-time link used or too old.",
  },
  "session-limit": {
    sayToUser: "Your verification was opened too many times. I am having it looked at and will come back to you.",
    doNotSay: "say how many times are allowed, or accuse anybody of passing the link on.",
    ticket: "Session limit of the inquiry reached; check for a shared link.",
  },
  finished: {
    sayToUser: "You have finished your verification. There is nothing more for you to do.",
    doNotSay: "say that it was accepted: nobody has accepted it yet.",
    ticket: "Inquiry already finished; no link needed.",
  },
  "under-review": {
    sayToUser: "We are looking at what you sent us. You have nothing to do for now; you will hear from us.",
    doNotSay: noDetails,
    ticket: "Inquiry is under review.",
  },
  "stopped-for-review": {
    sayToUser: "We have paused your verification before its end to look at something. You can't go on in it; you will hear from us.",
    doNotSay: `${noDetails} ${notAllThere}`,
    ticket: "Inquiry was marked for review before the user had finished; they can't go on in it.",
  },
  "expired-under-review": {
    sayToUser: "Your verification ran out before its end, and we are looking at it. You can't go on in it; you will hear from us.",
    doNotSay: `${noDetails} ${notAllThere}`,
    ticket: "Inquiry expired before the user had finished, and was marked for review afterwards; they can't go on in it.",
  },
  declined: {
    sayToUser: "We could not verify you. The decision was made with everything you sent us.",
    doNotSay: `${noDetails} Don't offer another attempt.`,
    ticket: "Inquiry was declined.",
  },
  failed: {
    sayToUser: "Your verification did not go through. We are looking at it and will tell you how to go on.",
    doNotSay: noDetails,
    ticket: "Inquiry failed; passed on for a decision.",
  },
  redacted: {
    sayToUser: "Your earlier verification was deleted. If we need one, you will get a new link.",
    doNotSay: "say what was in it: nobody can know any more.",
    ticket: "Inquiry was redacted.",
  },
  "other-inquiry": {
    sayToUser: "You went on under another link. I am looking at that one for you.",
    doNotSay: keepSecret,
    ticket: "The user continued in another inquiry of the same template.",
  },
  "static-link": {
    sayToUser: `That link starts from the beginning every time. ${continueLink}`,
    doNotSay: keepSecret,
    ticket: "The user opened a static link, which begins a new inquiry on every load.",
  },
  "template-inactive": {
    sayToUser: "The verification is closed on our side at the moment. It is not your fault. I will come back to you.",
    doNotSay: "send another link: it would fail too.",
    ticket: "Template inactive or without a published version; passed on to its owner.",
  },
  "template-moved-on": {
    sayToUser: "We have renewed the verification. I am sending you a new link; please use that one.",
    doNotSay: keepSecret,
    ticket: "Inquiry never opened; its template has a newer version.",
  },
  "not-opened": {
    sayToUser: "Your link is fine and has not been opened yet. I am sending it again.",
    doNotSay: keepSecret,
    ticket: "Inquiry open and never opened; link sent again.",
  },
  "stuck-in-flow": {
    sayToUser: "Please try another browser or another device, and allow the camera when you are asked.",
    doNotSay: keepSecret,
    ticket: "Inquiry opened, nothing submitted; user asked to try another browser or device.",
  },
  "cannot-tell": {
    sayToUser: "I can't see yet why it stopped. I am looking into it and will send you what you need.",
    doNotSay: "guess at a reason.",
    ticket: "Cause could not be told from what Persona records.",
  },
};

/** The user may be in the last session there is, so no link can be made. */
const stillInIt: Words = {
  sayToUser: "Please go on where you opened it: in the same tab, or in the app. If it is closed or does not go on, tell me.",
  doNotSay: "send a link: none can be made. Don't say how many times are allowed.",
  ticket: "Inquiry pending, last session opened minutes ago; the user may be in it. Session limit reached: no further link can be made.",
};
const startAnew = "Your verification has run out. I am sending you a new link; with it you start from the beginning.";
const inTheApp = "Please open the app again in a few minutes and go on there. You don't need a link.";

/** Whether or not they had finished: who is approved on the way is through, too. */
const approved: Words = {
  sayToUser: "Your verification is complete. There is nothing more for you to do.",
  doNotSay: undefined,
  ticket: "Inquiry approved; no link needed.",
};
/** A report has a match, of which the person must not hear, nor be promised what it may end. */
const lookFirst = (status: string | null | undefined): Words => ({
  sayToUser: "There is nothing for you to do for now; you will hear from us.",
  doNotSay: "say that anything was found, or promise an outcome.",
  ticket: `Inquiry ${status === "approved" ? "approved" : "finished"}; its reports are to be looked at first.`,
});

/** The words for a cause, true for the remedy that is taken and for the status of the inquiry. Every cause has them. */
export function wordsFor(cause: AccessCause, action: RemedyAction, status: string | null | undefined): Words {
  const words = catalogue[cause];
  if (cause === "finished" && action === "decide") return lookFirst(status);
  if (cause === "finished" && status === "approved") return approved;
  if (isStillInIt(cause, action)) return stillInIt;
  if (action === "handOverToken") return { ...words, sayToUser: inTheApp, doNotSay: "send a link: the app can't open it." };
  return isBegunAnew(cause, action) ? { ...words, sayToUser: startAnew } : words;
}

const isStillInIt = (cause: AccessCause, action: RemedyAction): boolean => cause === "in-use" && action === "askUser";
/** Their words promise that the user goes on where they were. */
const goingOn: readonly AccessCause[] = ["expired-before-start", "expired-midway", "expired-again", "window-over", "static-link"];
const isBegunAnew = (cause: AccessCause, action: RemedyAction): boolean => action === "createInquiry" && goingOn.includes(cause);

const byLink: readonly RemedyAction[] = ["restoreAccess", "generateOneTimeLink", "sendExistingLink"];
/** Of these the words speak of what has to be found out first. */
const findsOutFirst: readonly AccessCause[] = ["ended-early", "cannot-tell"];

/**
 * What is said to the user with a link into this inquiry: the words for the cause, where a link is what they speak of; others would deny it
 * or promise something else.
 */
export function wordsWithLink({ cause, remedy, sayToUser }: Said): string {
  const isOfLink = (byLink.includes(remedy.action) && !findsOutFirst.includes(cause)) || cause === "stuck-in-flow";
  return isOfLink ? sayToUser : continueLink;
}

type Said = { readonly cause: AccessCause; readonly remedy: { readonly action: RemedyAction }; readonly sayToUser: string };

/** Whether the words of a cause are true as they are for the remedy: by another way back in than usual they are others. */
export const isUsualRemedy = (cause: AccessCause, action: RemedyAction): boolean =>
  action !== "handOverToken" &&
  !(cause === "finished" && action === "decide") &&
  !isBegunAnew(cause, action) &&
  !isStillInIt(cause, action);
