import type { Decision } from "@/api/decisions/writes";
import { decisionNouns, describeDecisionState, differenceSentence, knownDecisionState } from "@/domain/decision-state";
import { describeInquiryStatus } from "@/domain/inquiry-status";
import { displayLine, displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { readTime } from "@/lib/read";
import { formatAbsolute, second } from "@/lib/time";
import { capitalize, count } from "@/lib/words";

/** Whom a decision is about, short: the reference ID, else the ID of the inquiry. */
export const whom = ({ referenceId, inquiryId }: Decision): string => middleEllipsis(displayValue(referenceId, displayLine(inquiryId), 60));

/** Whole seconds until a held decision is sent; never more than it is held for, whatever a clock says. Undefined while it is paused. */
export function secondsLeft({ sendsAt, holdSeconds }: Decision, now: number): number | undefined {
  const due = readTime(sendsAt);
  return due === undefined ? undefined : Math.min(Math.max(Math.ceil((due - now) / second), 0), holdSeconds);
}

/** What has become of it, in one sentence without a clock in it: said when it changes, and only then. */
export function outcomeSentence(decision: Decision): string {
  const { state, why, difference, pausedAt } = decision;
  switch (knownDecisionState(state)) {
    case "held":
      return pausedAt === null ? "Held: it can be taken back." : "Paused. After ten minutes it is taken back by itself.";
    case "refused":
      return refusal(why);
    case "stopped":
      return ["It changed. Nothing was sent.", ...difference.slice(0, 5).map(differenceSentence)].join(" ");
    case "unknown":
      return "It is not known yet whether it took effect. The desk is finding out.";
    default:
      return `${describeDecisionState(state).label}. ${describeDecisionState(state).sentence}`;
  }
}

/** Who refused it is in the reason itself, and sometimes that nothing has come of it. */
function refusal(why: string | null): string {
  const reason = displayValue(why, "It was refused, and no reason was given", 300).replace(/[^.!?…]$/, "$&.");
  return reason.endsWith("Nothing was sent.") ? reason : `${reason} Nothing was changed.`;
}

/** The same with what and whom before it, for who only hears it. */
export function spokenDecision(decision: Decision, key: string | undefined): string {
  const { action, state, holdSeconds, pausedAt } = decision;
  const held =
    state === "held" && pausedAt === null
      ? `Held for ${count(holdSeconds, "second")}${key === undefined ? "." : `: ${key} takes it back.`}`
      : outcomeSentence(decision);
  return `${capitalize(decisionNouns[action])} of ${whom(decision)}. ${held}`;
}

/** Why nobody can decide while this one is under way: who holds what, and until when. */
export function underWayReason(decision: Decision): string {
  const { mine, by, action, state, pausedAt, sendsAt } = decision;
  const noun = decisionNouns[action];
  const whose = mine ? `Your ${noun}` : `${possessive(displayValue(by.name, "A colleague", 60))} ${noun}`;
  if (state === "unknown") return `${whose} was sent, and it is not known yet whether it took effect.`;
  if (state !== "held") return `${whose} is being sent.`;
  const due = readTime(sendsAt);
  // until when one's own is held stands beside it, and runs
  const until = pausedAt !== null || due === undefined ? "paused" : mine ? "held" : `held until ${formatAbsolute(due)}`;
  return `${whose} is ${until}.${mine ? " Take it back to decide otherwise." : ""}`;
}

export const possessive = (name: string): string => (name.endsWith("s") ? `${name}'` : `${name}'s`);

/** "Declined. Persona confirmed." */
export const confirmedWords = ({ statusAfter }: Decision): string => `${describeInquiryStatus(statusAfter).label}. Persona confirmed.`;
