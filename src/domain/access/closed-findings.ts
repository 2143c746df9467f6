/** Findings on inquiries that are over: redacted, finished, decided, expired. */
import type { AccessCause, Finding } from "@/domain/access/access-cause";
import { expiryTimes, formerExpiry, proof, type Evidence } from "@/domain/access/access-evidence";
import type { InquiryFacts } from "@/domain/facts";
import { isRedacted, unfinishedAt } from "@/domain/inquiry-status";
import { readTime } from "@/lib/read";
import { formatAgo, formatDate, formatDuration, minute } from "@/lib/time";

const closed = new Map<
  string,
  readonly [cause: AccessCause, sentence: string, attribute: "completedAt" | "failedAt" | "markedForReviewAt" | "decisionedAt"]
>([
  ["completed", ["finished", "The user has finished this inquiry; it can't be opened again.", "completedAt"]],
  ["approved", ["finished", "This inquiry was approved; there is nothing left to do in it.", "decisionedAt"]],
  ["failed", ["failed", "The user failed this inquiry; it can't be opened again.", "failedAt"]],
  [
    "needs_review",
    ["under-review", "This inquiry is under review; it can't be reopened, before or after a decision.", "markedForReviewAt"],
  ],
  ["declined", ["declined", "This inquiry was declined; it can't be opened again.", "decisionedAt"]],
]);

/** What is certain about an inquiry that no link can open; `undefined` for one that is open, expired or unknown. */
export function closedFinding({ inquiry, now }: Evidence): Finding | undefined {
  if (isRedacted(inquiry)) {
    return {
      cause: "redacted",
      certainty: "certain",
      sentence: "This inquiry was redacted: its data is gone and no link opens it.",
      proof: [proof("The inquiry has a redaction time.", "inquiry.redactedAt", readTime(inquiry.redactedAt))],
    };
  }
  const unfinished = unfinishedAt(inquiry);
  if (unfinished !== undefined) return unfinishedFinding(inquiry, unfinished);
  const [cause, sentence, attribute] = closed.get(inquiry.status ?? "") ?? [];
  if (cause === undefined || sentence === undefined || attribute === undefined) return undefined;
  const facts = [proof(`Its status is ${inquiry.status}.`, "inquiry.status")];
  const at = readTime(inquiry[attribute]);
  if (at !== undefined) facts.push(proof(`Since ${formatDate(at)} (${formatAgo(now - at)}).`, `inquiry.${attribute}`));
  return { cause, certainty: "certain", sentence, proof: facts };
}

const unfinishedSentences = {
  midway: "It was marked for review while the user was still in the flow: they were stopped before they finished, and no link opens it.",
  start: "It was marked for review before the user had started: they were stopped, and no link opens it.",
  expiry: "It expired before the user finished, and was marked for review afterwards: no link opens it.",
} as const;

function unfinishedFinding(inquiry: InquiryFacts, when: keyof typeof unfinishedSentences): Finding {
  const facts = [
    proof("Its status is needs_review.", "inquiry.status", readTime(inquiry.markedForReviewAt)),
    proof("The user never finished the flow.", "inquiry.completedAt and failedAt are empty"),
  ];
  if (when === "expiry") facts.push(proof("It expired", "inquiry.expiredAt", readTime(inquiry.expiredAt)));
  if (when === "start") facts.push(proof("The user never submitted anything.", "inquiry.startedAt is empty"));
  const cause = when === "expiry" ? "expired-under-review" : "stopped-for-review";
  return { cause, certainty: "certain", sentence: unfinishedSentences[when], proof: facts };
}

/** Which of the ways to expire it was; `undefined` when the inquiry is not expired. */
export function expiredFinding(evidence: Evidence): Finding | undefined {
  const { inquiry, events, expiredAt, startedAt, createdAt, now } = evidence;
  if (inquiry.status !== "expired") return undefined;
  const ago = expiredAt === undefined ? "" : ` ${formatAgo(now - expiredAt)}`;
  const facts = [proof("Its status is expired.", "inquiry.status")];
  if (expiredAt !== undefined) facts.push(proof("It expired", "inquiry.expiredAt", expiredAt));

  const former = expiredAt === undefined ? undefined : formerExpiry(events, expiredAt);
  if (expiredAt !== undefined && former !== undefined && former - expiredAt > minute) {
    facts.push(proof(`Its window would have lasted ${formatDuration(former - expiredAt)} longer.`, "event payload, expires-at", former));
    const sentence = `Somebody or something ended it${ago}, before its window ran out: staff, the API, or a workflow.`;
    return { cause: "ended-early", certainty: "certain", sentence, proof: facts };
  }

  const times = expiryTimes(events);
  if (times.length > 1) {
    facts.push(proof(`It has expired ${times.length} times, so it was resumed in between.`, "events named inquiry.expired", times[0]));
    const resumed = times.length === 2 ? "once" : `${times.length - 1} times`;
    return { cause: "expired-again", certainty: "certain", sentence: `It was resumed ${resumed} and expired again${ago}.`, proof: facts };
  }

  if (startedAt === undefined) {
    // that it was not sent says nothing (access-doubts.ts)
    if (inquiry.startedAt === null) facts.push(proof("The user never submitted anything.", "inquiry.startedAt is empty"));
    const sentence = `It expired${ago}, before the user started.`;
    return { cause: "expired-before-start", certainty: "certain", sentence, proof: facts };
  }
  facts.push(proof("The user had started.", "inquiry.startedAt", startedAt));
  const lasted =
    expiredAt === undefined || createdAt === undefined ? "" : `, ${formatDuration(expiredAt - createdAt)} after it was created`;
  return { cause: "expired-midway", certainty: "certain", sentence: `It expired${ago}${lasted}, before the user finished.`, proof: facts };
}
