/** Links the desk has issued: what their kinds and states mean. */
import type { IssuedLink } from "@/api/generated/desk/types.gen";
import { type WordMeaning, wordTable } from "@/domain/status-meaning";
import { readTime } from "@/lib/read";
import { humanize } from "@/lib/humanize";

const states = wordTable("state", {
  live: ["Live", "green", "Opens the inquiry until it expires, once."],
  opened: ["Opened", "blue", "Somebody, or a program, has opened it. It works once, so it opens nothing any more."],
  superseded: ["Superseded", "neutral", "A later link was issued, or the inquiry ended, so this one is of no use any more."],
  lapsed: ["Lapsed", "amber", "Its time ran out. Whoever still has it sees that it has expired."],
});

export const linkStates = states.known;
export type KnownLinkState = (typeof linkStates)[number];

/** The state when it is one we know. */
export function knownLinkState(state: unknown): KnownLinkState | undefined {
  return states.find(state);
}

/** What the state of an issued link means. Source: openapi/desk.yaml, IssuedLink.state. An unknown value renders as itself. */
export function describeLinkState(state: unknown): WordMeaning {
  return states.describe(state);
}

const kinds: Readonly<Record<string, string>> = { "one-time-link": "One-time link", "session-token": "Session token" };

/** "One-time link"; an unknown kind is shown as itself. */
export function linkKindLabel(kind: string): string {
  return (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? humanize(kind);
}

/** When a link ends: with its inquiry, where that is earlier. The ISO time, and whether it is the inquiry's end; undefined where Persona said neither. */
export function linkEnd({ expiresAt, inquiryExpiresAt }: Ends): { readonly at: string; readonly isOfInquiry: boolean } | undefined {
  const [own, inquiry] = [readTime(expiresAt), readTime(inquiryExpiresAt)];
  if (typeof inquiryExpiresAt === "string" && inquiry !== undefined && (own === undefined || inquiry < own)) {
    return { at: inquiryExpiresAt, isOfInquiry: true };
  }
  return typeof expiresAt === "string" && own !== undefined ? { at: expiresAt, isOfInquiry: false } : undefined;
}

/** The state by now: an answer that is shown for hours does not know that its link has ended meanwhile. @param now ms */
export function stateByNow(link: Ends & Readonly<Pick<IssuedLink, "state">>, now: number): string {
  const ends = readTime(linkEnd(link)?.at);
  return link.state === "live" && ends !== undefined && ends <= now ? "lapsed" : link.state;
}

type Ends = Readonly<Pick<IssuedLink, "expiresAt" | "inquiryExpiresAt">>;
