import { readTime } from "@/lib/read";
import { formatAbsolute, hour, minute } from "@/lib/time";
import type { IssuedLink } from "./use-restore-access";

export type LinkLife = { value: string; label: string; seconds: number | undefined };

/**
 * Lives to choose from. "Template default" hands out an unused link again, so that no session is used up for nothing; with any other
 * Persona makes a new link, and a session with it. Persona docs, "One-time links": 24 hours unless the template says otherwise.
 */
export const linkLives: readonly LinkLife[] = [
  { value: "template", label: "Template default", seconds: undefined },
  { value: "hour", label: "1 hour, a new link", seconds: 3_600 },
  { value: "day", label: "24 hours, a new link", seconds: 86_400 },
  { value: "three-days", label: "3 days, a new link", seconds: 3 * 86_400 },
  { value: "week", label: "7 days, a new link", seconds: 7 * 86_400 },
];

export const defaultLinkLife = "template";

export const lifeOf = (value: string) => linkLives.find((life) => life.value === value);

type Ends = Pick<IssuedLink, "linkExpiresAt" | "expiresAt">;

/** When a link ends, ms: it never outlives its inquiry, so the earlier end counts. Undefined where neither is known. */
export function linkEndsAt({ linkExpiresAt, expiresAt }: Ends): number | undefined {
  const ends = [linkExpiresAt, expiresAt].flatMap((end) => readTime(end) ?? []);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Whether a link that was issued works no more. @param now ms */
export const hasEnded = (issued: Ends, now: number): boolean => (linkEndsAt(issued) ?? Infinity) <= now;

/** Until when a link works, in words. A link never outlives its inquiry: expiring the inquiry ends its links. */
export function linkValidity({ issuedAt, linkExpiresAt, expiresAt }: Pick<IssuedLink, "issuedAt" | "linkExpiresAt" | "expiresAt">): string {
  const inquiryEnds = readTime(expiresAt);
  const linkEnds = readTime(linkExpiresAt);
  if (linkEnds === undefined) {
    const latest = inquiryEnds === undefined ? "" : `, at the latest until ${formatAbsolute(inquiryEnds)}, when the inquiry expires`;
    return `Works once, for as long as the template says (24 hours unless it was changed)${latest}.`;
  }
  if (inquiryEnds !== undefined && inquiryEnds < linkEnds - minute) {
    const short = inquiryEnds - issuedAt < hour ? " Tell the user to hurry." : "";
    return `Works once, until ${formatAbsolute(inquiryEnds)}: the inquiry expires before the link would.${short}`;
  }
  return `Works once, until ${formatAbsolute(linkEnds)}.`;
}
