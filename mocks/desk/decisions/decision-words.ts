import { second } from "../../world/core/time";
import type { Person } from "../person";
import type { KeptLook, LookState } from "../second-looks";
import type { KeptDecision } from "./decision-book";

const nouns = { approve: "an approval", decline: "a decline", markForReview: "a mark for review" } as const;

/** Why no other decision can be taken on the inquiry now. @param now milliseconds */
export function inTheWay({ action, by, state, sendsAt, pausedAt }: KeptDecision, person: Person, now: number): string {
  const isOwn = by.id === person.id;
  const who = isOwn ? "You" : by.name;
  const holds = `${who} ${isOwn ? "hold" : "holds"} ${nouns[action]} of this inquiry`;
  if (state === "unknown") return `${who} sent ${nouns[action]} of this inquiry, and it is not known yet whether Persona did it.`;
  if (state !== "held") return `${isOwn ? "Your" : `${who}’s`} ${nouns[action].replace(/^an? /, "")} of this inquiry is being sent.`;
  if (pausedAt !== null || sendsAt === null) return `${holds}, and the clock is stopped.`;
  const left = Math.max(1, Math.ceil((sendsAt - now) / second));
  return `${holds}; it is sent in ${left} ${left === 1 ? "second" : "seconds"}.`;
}

/** Why no decision can be taken while a second look is open. */
export function lookInTheWay({ proposal: { by } }: KeptLook, person: Person): string {
  if (by.id === person.id) return "You have asked for a second look at this inquiry. Take that back to decide by yourself.";
  return `${by.name} has asked for a second look at this inquiry. A lead answers it.`;
}

/** Why a second look can't be answered or taken back. */
export function lookIsOver(state: LookState): string {
  if (state === "open") return "It is yours: somebody else has to answer it.";
  if (state === "taken-back") return "It was taken back.";
  return state === "lapsed" ? "The inquiry has another status than when it was asked for." : "It was answered.";
}

/** Why a decision can't be taken back or paused. */
export function noLongerHeld({ state, why }: KeptDecision): string {
  switch (state) {
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
      return "It is being sent.";
  }
}
