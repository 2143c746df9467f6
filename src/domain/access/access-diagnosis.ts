/** Why a user lost access to an inquiry, what proves it, what to do, and what to say. */
import type { AccessCause, Certainty, Finding, Proof, RejectedRemedy, Remedy, RemedyAction } from "@/domain/access/access-cause";
import { doubtsOf, selfEvident } from "@/domain/access/access-doubts";
import { gatherEvidence, type AccessInput, type Evidence } from "@/domain/access/access-evidence";
import { deviceSiblings } from "@/domain/access/device-siblings";
import { adviseRemedy } from "@/domain/access/access-remedy";
import { closedFinding, expiredFinding } from "@/domain/access/closed-findings";
import { matchProof } from "@/domain/access/finished-advice";
import { linkElsewhere, linkProof, staticLink } from "@/domain/access/link-finding";
import { openFinding, templateFinding } from "@/domain/access/open-findings";
import { wordsFor } from "@/domain/access/safe-to-say";
import { sdkErrorProof } from "@/domain/access/sdk-error-finding";
import { siblingFinding } from "@/domain/access/sibling-finding";
import { describeInquiryStatus } from "@/domain/inquiry-status";
import { readText } from "@/lib/read";
import { formatAbsolute } from "@/lib/time";

export type AccessDiagnosis = {
  readonly cause: AccessCause;
  readonly certainty: Certainty;
  /** The cause in one sentence, for the agent. */
  readonly sentence: string;
  readonly proof: readonly Proof[];
  /** Why it is not certain, where an answer was missing, cut or refused. */
  readonly doubts: readonly string[];
  /** Inquiries under other accounts that may be the same user's, the likeliest first. */
  readonly strayIds: readonly string[];
  /** Inquiries of other accounts that were begun on the same device and may be the same user's, the last opened first. */
  readonly deviceSiblingIds: readonly string[];
  /** That the user can't get on by themselves, and who has to act, as a sentence; null where they can, or where the inquiry is over. */
  readonly lockedOut: string | null;
  readonly remedy: Remedy;
  readonly rejectedRemedy: RejectedRemedy | null;
  /** What to know before letting the user back in: the template has moved on, or is switched off. */
  readonly warning: string | null;
  readonly sayToUser: string;
  readonly doNotSay: string | undefined;
  /** What of the note is words, for a script to stand in their place. */
  readonly ticketWords: string;
  /** For the ticket: ids, cause and remedy, nothing about the person. */
  readonly ticketNote: string;
};

/** The user has a way that opens, or is in it. */
const goesOn: readonly AccessCause[] = ["not-opened", "link-not-opened", "template-moved-on", "stuck-in-flow", "in-use"];

/**
 * One cause out of the closed list, the first that the facts carry: what closes an inquiry for good, then a link that leads elsewhere, then
 * a newer inquiry the user went on in, then a template that is switched off, then expiry, then what an open inquiry's window, sessions and link tell. Never throws.
 */
export function diagnoseAccess(input: AccessInput): AccessDiagnosis {
  const evidence = gatherEvidence(input);
  const found =
    closedFinding(evidence) ??
    linkElsewhere(evidence) ??
    siblingFinding(evidence) ??
    templateFinding(evidence) ??
    (evidence.inquiry.status === "expired" ? staticLink(evidence) : undefined) ??
    expiredFinding(evidence) ??
    openFinding(evidence) ??
    unknownFinding(evidence);
  const doubts = doubtsOf(found, evidence);
  const finding: Finding = {
    ...found,
    certainty: doubts.length > 0 ? "likely" : found.certainty,
    proof: [...found.proof, ...matchProof(evidence), ...linkProof(evidence), ...sdkErrorProof(evidence)],
  };
  const { remedy, rejected } = adviseRemedy(finding, evidence);
  const words = wordsFor(finding.cause, remedy.action, evidence.inquiry.status);
  const lettingIn = remedy.action === "restoreAccess" || remedy.action === "generateOneTimeLink" || remedy.action === "createInquiry";
  return {
    cause: finding.cause,
    certainty: finding.certainty,
    sentence: finding.sentence,
    proof: finding.proof,
    doubts,
    strayIds: finding.cause === "not-opened" ? (evidence.strays ?? []).flatMap(({ id }) => readText(id) ?? []) : [],
    deviceSiblingIds: selfEvident.includes(finding.cause) ? [] : deviceSiblings(evidence).map(({ inquiryId }) => inquiryId),
    lockedOut: lockedOutSentence(finding, remedy),
    remedy,
    rejectedRemedy: rejected,
    warning: lettingIn ? evidence.version.warning : null,
    sayToUser: words.sayToUser,
    doNotSay: words.doNotSay,
    ticketWords: words.ticket,
    ticketNote: ticketNote(finding, words.ticket, remedy, input),
  };
}

const whoActs: Partial<Record<RemedyAction, string>> = {
  restoreAccess: "support acts next.",
  generateOneTimeLink: "support acts next.",
  createInquiry: "they need a new inquiry.",
  handOverToken: "your company's own system acts next.",
  askTemplateOwner: "the template's owner acts next.",
  openOtherInquiry: "look at the inquiry they went on in.",
};

function lockedOutSentence({ cause, certainty }: Finding, { action }: Remedy): string | null {
  const who = whoActs[action];
  if (who === undefined || goesOn.includes(cause) || cause === "redacted" || cause === "cannot-tell") return null;
  if (cause === "other-inquiry") return `The user is elsewhere: ${who}`;
  return `${certainty === "certain" ? "The user is locked out" : "The user is probably locked out"}: ${who}`;
}

function unknownFinding({ inquiry }: Evidence): Finding {
  const { label } = describeInquiryStatus(inquiry.status);
  return {
    cause: "cannot-tell",
    certainty: "likely",
    sentence: "Inquiry Desk does not know the status of this inquiry, so it can't tell why the user lost access.",
    proof: [{ sentence: `Its status reads “${label}”.`, source: "inquiry.status" }],
  };
}

function ticketNote(finding: Finding, words: string, remedy: Remedy, { inquiry, now }: AccessInput): string {
  const id = readText(inquiry.id) ?? "unknown inquiry";
  const other = finding.otherInquiryId === undefined ? "" : ` Other inquiry: ${finding.otherInquiryId}.`;
  const certainty = finding.certainty === "certain" ? "Certain" : "Likely";
  return `${id}: ${words}${other} ${certainty}, as of ${formatAbsolute(now, "UTC")}. Advice: ${remedy.sentence}`;
}
