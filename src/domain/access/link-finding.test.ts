import { expect, it } from "vitest";
import { before, expired, id, now, other, pending, session, template } from "@/domain/access/access-facts.fixture";
import { diagnoseAccess } from "@/domain/access/access-diagnosis";
import type { IssuedLinkFacts } from "@/domain/facts";
import { parsePersonaLink } from "@/domain/persona-link";

const oneTime = parsePersonaLink("https://withpersona.com/verify?code=us1-x")!;
const issued = (more: Partial<IssuedLinkFacts> = {}): IssuedLinkFacts => ({
  kind: "one-time-link",
  inquiryId: id,
  issuedBy: { name: "Jonas Abara" },
  issuedAt: before(3),
  expiresAt: before(-21),
  inquiryExpiresAt: before(-30),
  supersededAt: null,
  openedAt: null,
  openedLike: null,
  ...more,
});
const known = { siblings: [], events: [], template: template(), now };
const open = { ...known, inquiry: pending, sessions: [session("active")], link: oneTime };

it.each([
  ["ran out", issued({ expiresAt: before(1) }), "one-time-link-used", "certain", /^The one-time link ran out 1 h ago\.$/],
  ["ended with its inquiry's window", issued({ inquiryExpiresAt: before(1) }), "one-time-link-used", "certain", /ran out 1 h ago/],
  [
    "was opened",
    issued({ openedAt: before(2) }),
    "one-time-link-used",
    "likely",
    /was opened 1 h after it was issued, and it opens only once\.$/,
  ],
  [
    "a mail scanner opened",
    issued({ openedAt: new Date(Date.parse(before(3)) + 24_000).toISOString(), openedLike: "scanner" }),
    "opened-by-scanner",
    "likely",
    /opened 24 s after it was issued, and it opens only once: perhaps a mail scanner used it up\.$/,
  ],
  ["is not the latest", issued({ supersededAt: before(2) }), "one-time-link-used", "likely", /a newer one was issued/],
  ["was issued days ago", issued({ issuedAt: before(50), expiresAt: null }), "one-time-link-used", "likely", /it ended after 24 hours\.$/],
  ["may still open", issued(), "session-lost", "likely", /^The session opened/],
  ["is of another inquiry", issued({ inquiryId: other }), "other-inquiry", "certain", /^The link the user opens is of another inquiry/],
  ["is nobody's here", null, "one-time-link-used", "likely", /Persona does not record which/],
] as const)("a one-time link that %s, by the desk's ledger", (_, line, cause, certainty, sentence) => {
  const diagnosis = diagnoseAccess({ ...open, issued: line });
  expect([diagnosis.cause, diagnosis.certainty]).toEqual([cause, certainty]);
  expect(diagnosis.sentence).toMatch(sentence);
});

it("who issued it, when, and what became of it is among the facts, whatever the cause", () => {
  const { cause, proof } = diagnoseAccess({ ...known, inquiry: expired, link: oneTime, issued: issued({ supersededAt: before(1) }) });
  expect(cause).toBe("expired-before-start");
  expect(proof.filter(({ source }) => source === "the desk's ledger of links").map(({ sentence, at }) => [sentence, at])).toEqual([
    ["Jonas Abara issued this one-time link then.", now - 3 * 3_600_000],
    ["A newer one was issued then, or the inquiry ended.", now - 3_600_000],
    ["It ends then.", now + 21 * 3_600_000],
  ]);
});

it("a link that the desk did not issue is told so, and one that was not asked about is not", () => {
  const told = (line: null | undefined) => diagnoseAccess({ ...open, issued: line }).proof.map(({ sentence }) => sentence);
  expect(told(null)).toContain("This desk did not issue the link.");
  expect(told(undefined)).not.toContain("This desk did not issue the link.");
});
