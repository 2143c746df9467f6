import { assertNever } from "@/lib/assert-never";
import { count } from "@/lib/words";
import type { SignedIn } from "../http/context";
import type { SecondLookRow, SecondLookState } from "../second-looks/second-look-row";
import type { DecisionRow } from "./decision-row";

const nouns = { approve: "an approval", decline: "a decline", markForReview: "a mark for review" } as const;

/** Why no other decision can be taken on the inquiry now. @param now ms */
export function inTheWay({ action, by, state, sendsAt, pausedAt }: DecisionRow, person: SignedIn, now: number): string {
  const who = by.id === person.user.id ? "You" : by.name;
  const what = nouns[action];
  if (state === "unknown") return `${who} sent ${what} of this inquiry, and it is not known yet whether Persona did it.`;
  const verb = by.id === person.user.id ? "hold" : "holds";
  if (pausedAt !== null && state === "held") return `${who} ${verb} ${what} of this inquiry, and the clock is stopped.`;
  if (sendsAt !== null && state === "held") {
    return `${who} ${verb} ${what} of this inquiry; it is sent in ${count(Math.max(1, Math.ceil((sendsAt - now) / 1_000)), "second")}.`;
  }
  return `${who === "You" ? "Your" : `${who}’s`} ${what.replace(/^an? /, "")} of this inquiry is being sent.`;
}

/** Why no decision can be taken while a second look is open. */
export function lookInTheWay(look: SecondLookRow, person: SignedIn): string {
  if (look.by.id === person.user.id) return "You have asked for a second look at this inquiry. Take that back to decide by yourself.";
  return `${look.by.name} has asked for a second look at this inquiry. A lead answers it.`;
}

/** Why one person may not decide so. */
export const needsSecondPerson = "It needs a second person on this template: ask for a second look. Nothing was sent.";

/** Why a second look can't be answered or taken back. */
export function lookIsOver(state: SecondLookState): string {
  switch (state) {
    case "open":
      return "It is yours: somebody else has to answer it.";
    case "agreed":
    case "differed":
      return "It was answered.";
    case "taken-back":
      return "It was taken back.";
    case "lapsed":
      return "The inquiry has another status than when it was asked for.";
    default:
      return assertNever(state);
  }
}

/** Why a decision can't be taken back or paused. */
export function noLongerHeld({ state, why }: DecisionRow): string {
  switch (state) {
    case "held":
    case "checking":
    case "sending":
      return "It is being sent.";
    case "confirmed":
      return "It was sent, and Persona has confirmed it.";
    case "refused":
      return why ?? "It was refused.";
    case "stopped":
      return "It was stopped, since the inquiry had changed.";
    case "taken-back":
      return "It was taken back.";
    case "unknown":
      return "It was sent, and it is not known yet whether Persona did it.";
    default:
      return assertNever(state);
  }
}
