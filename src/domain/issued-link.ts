/** Links the desk has issued: what their kinds and states mean. */
import { displayValue } from "@/lib/display-text";
import { humanize } from "@/lib/words";

const states = {
  live: ["Live", "green", "Opens the inquiry until it expires, once."],
  superseded: ["Superseded", "neutral", "A later link was issued, or the inquiry ended, so this one is of no use any more."],
  lapsed: ["Lapsed", "amber", "Its time ran out. Whoever still has it sees that it has expired."],
} as const;

export type KnownLinkState = keyof typeof states;
export const linkStates = ["live", "superseded", "lapsed"] as const satisfies readonly KnownLinkState[];

type LinkStateMeaning = { readonly label: string; readonly tone: "green" | "neutral" | "amber" | "unknown"; readonly sentence: string };

export function knownLinkState(state: unknown): KnownLinkState | undefined {
  return linkStates.find((known) => known === state);
}

/** What the state of an issued link means. Source: openapi/desk.yaml, IssuedLink.state. An unknown value renders as itself. */
export function describeLinkState(state: unknown): LinkStateMeaning {
  const known = knownLinkState(state);
  if (known === undefined) {
    return { label: displayValue(state, "No state", 40), tone: "unknown", sentence: "Inquiry Desk does not know this state." };
  }
  const [label, tone, sentence] = states[known];
  return { label, tone, sentence };
}

const kinds: Readonly<Record<string, string>> = { "one-time-link": "One-time link", "session-token": "Session token" };

/** "One-time link"; an unknown kind is shown as itself. */
export function linkKindLabel(kind: string): string {
  return (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? humanize(kind);
}
