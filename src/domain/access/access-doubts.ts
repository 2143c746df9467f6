/** What a finding can't be certain of, because an answer was missing, cut or refused. */
import { pluralOf } from "@/lib/words";
import type { AccessCause, Finding } from "@/domain/access/access-cause";
import { formerExpiry, sameTemplateSiblings, type Evidence } from "@/domain/access/access-evidence";
import { deviceDoubts } from "@/domain/access/device-siblings";
import { templateIdOf } from "@/domain/counting-inquiry";
import { linkOf } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import { statusSince } from "@/domain/verdict";

/** The inquiry itself, or the very link, tells these; nothing else could change them. */
export const selfEvident: readonly AccessCause[] = [
  "finished",
  "under-review",
  "stopped-for-review",
  "expired-under-review",
  "declined",
  "failed",
  "redacted",
  "static-link",
  "link-without-session",
];
/** Nobody ended these, as far as the events tell. */
const byItself: readonly AccessCause[] = ["expired-before-start", "expired-midway"];
const ofExpiry: readonly AccessCause[] = ["expired-before-start", "expired-midway", "expired-again", "ended-early"];

/** The gaps that matter for this finding, as sentences. With any of them it is likely at most. */
export function doubtsOf({ cause }: Finding, evidence: Evidence): string[] {
  if (selfEvident.includes(cause)) return [];
  const { siblings, siblingsCut, ledgerFailed } = evidence;
  const doubts: string[] = [];
  if (!siblings) doubts.push("The person's other inquiries are not known: they may have gone on in one of those.");
  else if (siblingsCut === true) doubts.push("Only the newest of the person's other inquiries were looked at.");
  doubts.push(...siblingDoubts(evidence));
  if (ofExpiry.includes(cause)) doubts.push(...expiryDoubts(cause, evidence));
  doubts.push(...templateDoubts(evidence));
  if (ledgerFailed === true) doubts.push("The desk's ledger of links could not be asked about the link they use.");
  if (cause === "not-opened") doubts.push(strayDoubt(evidence));
  doubts.push(...deviceDoubts(evidence));
  return doubts;
}

/** Others of which it can't be told whether the user went on in them. */
function siblingDoubts(evidence: Evidence): string[] {
  const { inquiry, siblings } = evidence;
  const others = (siblings ?? []).filter((sibling) => sibling.id !== inquiry.id && !isRedacted(sibling));
  const isUndated = sameTemplateSiblings(evidence).some((sibling) => !isRedacted(sibling) && statusSince(sibling) === null);
  return [
    ...(others.some((sibling) => templateIdOf(sibling) === null) ? ["Of another inquiry of theirs the template is not known."] : []),
    ...(isUndated ? ["Of another inquiry of theirs it is not known since when it is as it is."] : []),
  ];
}

function expiryDoubts(cause: AccessCause, { inquiry, events, eventsCut, expiredAt, startedAt, tooOldAfterDays }: Evidence): string[] {
  const doubts: string[] = [];
  if (!events) {
    doubts.push("Its events are not known: whether somebody ended it, or it expired before, can't be told.");
  } else if (eventsCut === true) {
    doubts.push("Only its newest events were looked at.");
  } else if (byItself.includes(cause) && (expiredAt === undefined || formerExpiry(events, expiredAt) === undefined)) {
    doubts.push("No event tells until when it would have been open: whether somebody ended it can't be told.");
  }
  if (expiredAt === undefined) doubts.push("When it expired is not known: it may be too old to be resumed.");
  // that it is empty says that they had not; that it was not sent says nothing
  if (startedAt === undefined && inquiry.startedAt !== null) doubts.push("Whether the user had started is not known.");
  if (tooOldAfterDays === undefined) doubts.push("The company's settings are not known: it may be too old to be resumed.");
  return doubts;
}

function templateDoubts({ inquiry, template, version }: Evidence): string[] {
  if (linkOf(inquiry, "template") && !linkOf(inquiry, "inquiryTemplate")) return [];
  if (!template) return ["Its template is not known: it may be switched off or have moved on."];
  return version.active === null || version.state === "unknown"
    ? ["Its template does not tell everything: it may be switched off or have moved on."]
    : [];
}

/** That nobody opened it says nothing about a general link, which leads to another account. */
function strayDoubt({ strays }: Evidence): string {
  if (!strays) return "If they used a general link instead of theirs, they began under another account, which is not known here.";
  if (strays.length === 0) {
    return "Nobody began without a reference ID within half an hour of it; whether they did at another time was not looked for.";
  }
  return `Whether ${pluralOf(strays.length, "that inquiry", "any of those inquiries")} is the user's can't be told: nothing in ${strays.length === 1 ? "it" : "them"} names them.`;
}
