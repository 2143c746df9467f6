/** What a finding can't be certain of, because an answer was missing, cut or refused. */
import { pluralOf } from "@/lib/words";
import type { AccessCause, Finding } from "@/domain/access/access-cause";
import type { Evidence } from "@/domain/access/access-evidence";
import { linkOf } from "@/domain/facts";

/** The inquiry itself, or the very link, tells these; nothing else could change them. */
const selfEvident: readonly AccessCause[] = [
  "finished",
  "under-review",
  "stopped-for-review",
  "declined",
  "failed",
  "redacted",
  "static-link",
  "link-without-session",
];
const ofExpiry: readonly AccessCause[] = ["expired-before-start", "expired-midway", "expired-again", "ended-early"];

/** The gaps that matter for this finding, as sentences. With any of them it is likely at most. */
export function doubtsOf({ cause }: Finding, evidence: Evidence): string[] {
  if (selfEvident.includes(cause)) return [];
  const { siblings, siblingsCut, events, eventsCut, template, inquiry } = evidence;
  const doubts: string[] = [];
  if (!siblings) doubts.push("The person's other inquiries are not known: they may have gone on in one of those.");
  else if (siblingsCut === true) doubts.push("Only the newest of the person's other inquiries were looked at.");
  if (ofExpiry.includes(cause)) {
    if (!events) doubts.push("Its events are not known: whether somebody ended it, or it expired before, can't be told.");
    else if (eventsCut === true) doubts.push("Only its newest events were looked at.");
  }
  if (!template && linkOf(inquiry, "inquiryTemplate")) doubts.push("Its template is not known: it may be switched off or have moved on.");
  if (cause === "not-opened") doubts.push(strayDoubt(evidence));
  return doubts;
}

/** That nobody opened it says nothing about a general link, which leads to another account. */
function strayDoubt({ strays }: Evidence): string {
  if (!strays) return "If they used a general link instead of theirs, they began under another account, which is not known here.";
  if (strays.length === 0)
    return "Nobody began without a reference ID within half an hour of it; whether they did at another time was not looked for.";
  return `Whether ${pluralOf(strays.length, "that inquiry", "any of those inquiries")} is the user's can't be told: nothing in ${strays.length === 1 ? "it" : "them"} names them.`;
}
