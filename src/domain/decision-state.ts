/** A decision on its way, in words. */
import type { Difference } from "@/api/generated/desk/types.gen";
import { describeInquiryStatus } from "@/domain/inquiry-status";
import type { DecisionAction } from "@/domain/rehearsal";
import { wordTable } from "@/domain/status-meaning";
import { describeVerificationStatus } from "@/domain/verification-status";
import { displayLine } from "@/lib/display-text";

const states = wordTable("state", {
  held: ["Held", "blue", "It is held for a moment and can be taken back."],
  checking: ["Checking", "blue", "It is compared with what the inquiry is now."],
  sending: ["Sending", "blue", "It is being sent to Persona."],
  confirmed: ["Confirmed", "green", "Persona has confirmed it."],
  refused: ["Refused", "red", "Nothing was changed."],
  stopped: ["Stopped", "amber", "The inquiry changed. Nothing was sent."],
  "taken-back": ["Taken back", "neutral", "Nothing was sent."],
  unknown: ["Not known", "amber", "Nobody knows yet whether Persona took it. The desk is finding out; do not decide again meanwhile."],
});

/** What a state of a decision says; an unknown one renders as itself. */
export const describeDecisionState = (state: string) => states.describe(state);
export const knownDecisionState = (state: string) => states.find(state);

/** The decision as a noun, for sentences: "an approval". */
export const decisionNouns: Readonly<Record<DecisionAction, string>> = {
  approve: "approval",
  decline: "decline",
  markForReview: "mark for review",
};

/** `what` may be something that is not known yet. */
export type ToldDifference = Readonly<Pick<Difference, "what" | "seen" | "now">>;

/** What is not as the person saw it, in one sentence. */
export function differenceSentence({ what, seen, now }: ToldDifference): string {
  switch (what) {
    case "status":
      return `It was ${status(seen)}; now it is ${status(now)}.`;
    case "redactedAt":
      return "It was redacted.";
    case "reviewer":
      return "Somebody or something else has decided it.";
    case "verification":
      return part("A verification", seen, now, attempt);
    case "report":
      return part("A report", seen, now, plain);
    case "decision":
      return "Another decision was taken from the same picture.";
    case "updatedAt":
      return "Persona has changed something about it, such as a tag or a field.";
    default:
      return `Something changed: ${plain(what)}.`;
  }
}

function part(subject: string, seen: string | null, now: string | null, tell: (value: string) => string): string {
  if (seen === null) return now === null ? `${subject} changed.` : `${subject} was added: ${tell(now)}.`;
  return now === null ? `${subject} is gone: it was ${tell(seen)}.` : `${subject} was ${tell(seen)}; now it is ${tell(now)}.`;
}

const plain = (value: string): string => displayLine(value, 80);
const attempt = (value: string): string => describeVerificationStatus(value).label.toLowerCase();
function status(value: string | null): string {
  if (value === null) return "without a status";
  // the one whose name does not follow "it was"
  return value === "needs_review" ? "marked for review" : describeInquiryStatus(value).label.toLowerCase();
}
