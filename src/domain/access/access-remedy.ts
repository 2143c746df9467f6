/** What to do about each cause, what it costs, and what not to do. */
import type { AccessCause, Finding, RejectedRemedy } from "@/domain/access/access-cause";
import { isInApp, type Evidence } from "@/domain/access/access-evidence";
import { finishedAdvice } from "@/domain/access/finished-advice";
import { fixedAdvice, lookElsewhere, secondInquiry, stillInItAdvice, type Advice } from "@/domain/access/fixed-advice";
import { withoutScanner } from "@/domain/access/scanner-finding";
import { isOpen } from "@/domain/inquiry-status";
import { defaultSessionLimit, lastSessionRefusal, sessionBudget } from "@/domain/session-budget";
import { day, formatAgo } from "@/lib/time";
import { count } from "@/lib/words";

const resumeOnOldVersion: RejectedRemedy = {
  action: "restoreAccess",
  sentence: "Not a resume: the template has moved on, and the user would continue on the old version.",
};

/** The remedy of a finding, with its price in this inquiry. */
export function adviseRemedy(finding: Finding, evidence: Evidence): Advice {
  const advice = adviseFor(finding, evidence);
  if (!isInApp(evidence)) return advice;
  const { action } = advice.remedy;
  if (action === "createInquiry") return anewInApp(advice);
  return action === "restoreAccess" || action === "generateOneTimeLink" ? inAppAdvice(advice) : advice;
}

const inAppAdvice = ({ remedy }: Advice): Advice => ({
  remedy: {
    action: "handOverToken",
    sentence: "Have your company's own system resume it and hand the session token to the app: the user goes on in the app.",
    cost: remedy.cost,
  },
  rejected: { action: "generateOneTimeLink", sentence: "Not a link: the user is in your mobile app, and a link opens only in a browser." },
});

const anewInApp = ({ remedy, rejected }: Advice): Advice => ({
  remedy: {
    ...remedy,
    cost: [remedy.cost, "They were in your mobile app last, and its link opens in a browser only: tell whoever runs the app about it."]
      .filter(Boolean)
      .join(" "),
  },
  rejected,
});

function adviseFor(finding: Finding, evidence: Evidence): Advice {
  const known = fixedAdvice[finding.cause];
  if (known) return known;
  const cost = sessionCost(evidence, "one more session");
  switch (finding.cause) {
    case "finished":
      return finishedAdvice(evidence);
    case "expired-before-start":
    case "expired-midway":
    case "expired-again":
      return expiredAdvice(finding.cause, evidence);
    case "ended-early":
      return (
        notResumedAdvice(evidence) ??
        resumeAdvice("First find out who ended it and why. If nothing speaks against it, restore access.", evidence)
      );
    case "window-over":
      return usedUpAdvice(evidence) ?? resumeAdvice("Refresh in a minute: once it reads expired, restore access.", evidence);
    case "other-inquiry":
      return {
        remedy: {
          action: "openOtherInquiry",
          sentence: "Go to the other inquiry: what it needs is what the user needs.",
          cost: null,
          inquiryId: finding.otherInquiryId,
        },
        rejected: { action: "restoreAccess", sentence: "Not a link to this one: the user would do everything twice." },
      };
    case "session-limit":
      return {
        remedy: {
          action: "createInquiry",
          sentence: `${withoutScanner(evidence).active.length > 0 ? "If the user can't go on where they opened it, ask" : "Ask"} Persona support to raise the limit, or create a new inquiry. First see whether the link was passed around.`,
          cost: "With a new inquiry the user starts from the beginning.",
        },
        rejected: { action: "generateOneTimeLink", sentence: "Not a link: it needs another session, and Persona makes no more." },
      };
    case "in-use":
      return sessionBudget(evidence.sessionsUsed).state === "used up" && evidence.unopened.length === 0
        ? stillInItAdvice
        : linkAdvice(finding.cause, cost);
    case "stuck-in-flow":
      return {
        remedy: {
          action: "askUser",
          sentence: "Ask for another browser or device, and for the camera permission. A one-time link can be opened on either.",
          cost,
        },
        rejected: secondInquiry,
      };
    case "static-link":
      return evidence.inquiry.status === "expired" ? expiredAdvice(finding.cause, evidence) : linkAdvice(finding.cause, cost);
    case "link-without-session":
      return evidence.sdkError === undefined ? linkAdvice(finding.cause, cost) : embeddedAdvice(cost);
    case "opened-by-scanner":
      return {
        remedy: {
          action: "generateOneTimeLink",
          sentence: "Create another one-time link and send it by chat or in your app, where nothing opens it before the user does.",
          cost,
        },
        rejected: secondInquiry,
      };
    case "cannot-tell":
      return isOpen(evidence.inquiry) ? linkAdvice(finding.cause, cost) : lookElsewhere;
    default:
      return linkAdvice(finding.cause, cost);
  }
}

function expiredAdvice(cause: AccessCause, evidence: Evidence): Advice {
  const instead = notResumedAdvice(evidence);
  if (instead) return instead;
  const sentence =
    cause === "expired-before-start"
      ? "Restore access: resume it and send a one-time link. If mailed links often lapse, ask for a longer window from creation."
      : "Restore access: resume it and send a one-time link. The user continues at the step they left.";
  return resumeAdvice(sentence, evidence);
}

/** What is better begun anew than resumed. */
function notResumedAdvice(evidence: Evidence): Advice | undefined {
  if (evidence.version.state !== "moved on") return tooOldAdvice(evidence) ?? usedUpAdvice(evidence);
  return {
    remedy: {
      action: "createInquiry",
      sentence: "Create a new inquiry with the same reference ID: the template has moved on since this one was made.",
      cost: "The user starts from the beginning, on the current version.",
    },
    rejected: resumeOnOldVersion,
  };
}

/** What expired too long ago by the company's own rule. */
function tooOldAdvice({ expiredAt, tooOldAfterDays, now }: Evidence): Advice | undefined {
  if (typeof tooOldAfterDays !== "number" || expiredAt === undefined) return undefined;
  const age = now - expiredAt;
  if (age <= tooOldAfterDays * day) return undefined;
  const setting = `the setting “Too old after” says ${count(tooOldAfterDays, "day")}`;
  return {
    remedy: {
      action: "createInquiry",
      sentence: `Create a new inquiry with the same reference ID: it expired ${formatAgo(age)}, and ${setting}.`,
      cost: "The user starts from the beginning.",
    },
    rejected: { action: "restoreAccess", sentence: `Not a resume: it expired ${formatAgo(age)}, and ${setting}.` },
  };
}

/** A resume needs a session, and an expired inquiry has none left that could be used again (Persona docs, "Inquiry sessions"). */
function usedUpAdvice(evidence: Evidence): Advice | undefined {
  const { state, label } = sessionBudget(evidence.sessionsUsed);
  // for a token in the app one session is enough
  const lacksLink = !isInApp(evidence) && lastSessionRefusal(evidence.sessionsUsed) !== undefined;
  if (state !== "used up" && !lacksLink) return undefined;
  return {
    remedy: {
      action: "createInquiry",
      sentence: `Create a new inquiry with the same reference ID, or ask Persona support to raise the limit: ${label}.`,
      cost: "With a new inquiry the user starts from the beginning.",
    },
    rejected: {
      action: "restoreAccess",
      sentence: lacksLink
        ? "Not a resume: it takes the last session, and none is left for the link."
        : "Not a resume: it needs another session, and Persona makes no more.",
    },
  };
}

function resumeAdvice(sentence: string, evidence: Evidence): Advice {
  const cost = `Its status goes back to pending and a new window begins. ${sessionCost(evidence, "two more sessions")}`;
  return { remedy: { action: "restoreAccess", sentence, cost }, rejected: secondInquiry };
}

function linkAdvice(cause: AccessCause, cost: string): Advice {
  const same = cause === "link-not-opened";
  return {
    remedy: {
      action: "generateOneTimeLink",
      sentence: same
        ? "Create a one-time link and send it: while an unused one lives, Persona hands out that very link again."
        : "Send a new one-time link. The user continues where they stopped, in the browser they open it in.",
      cost: same ? null : cost,
    },
    rejected: secondInquiry,
  };
}

/** The link helps this user; the next one meets the same until the page or app is mended (Persona docs, "Resuming inquiries"). */
const embeddedAdvice = (cost: string): Advice => ({
  remedy: {
    action: "generateOneTimeLink",
    sentence:
      "Send a one-time link: the user continues in a browser. And tell whoever runs the page or app to resume it when a user returns, and to load it with the session token.",
    cost,
  },
  rejected: secondInquiry,
});

/** Resume and one-time link each make a session when none can be reused (Persona docs, "Inquiry sessions"). */
function sessionCost({ sessions, sessionsUsed }: Evidence, more: "one more session" | "two more sessions"): string {
  if (!sessions) return `It may use ${more} of ${defaultSessionLimit}.`;
  const { label, state } = sessionBudget(sessionsUsed);
  return state === "used up" ? `${label}, so Persona may refuse.` : `It may use ${more}: ${label}.`;
}
