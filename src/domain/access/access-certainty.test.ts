import fc from "fast-check";
import { propertyRuns } from "@test/support/property-runs";
import { describe, expect, it } from "vitest";
import { accessCases } from "@/domain/access/access-cases.fixture";
import { before, everythingAnswered, links, now, other, session, template } from "@/domain/access/access-facts.fixture";
import { diagnoseAccess } from "@/domain/access/access-diagnosis";
import { selfEvident } from "@/domain/access/access-doubts";
import type { AccessInput } from "@/domain/access/access-evidence";

const inputs = accessCases.map(([why, , , , input]) => ({ why, input: { ...everythingAnswered, ...input, now } satisfies AccessInput }));
const certain = inputs.filter(({ input }) => {
  const { certainty, cause } = diagnoseAccess(input);
  return certainty === "certain" && !selfEvident.includes(cause);
});

type Fault = readonly [what: string, spoil: (input: AccessInput) => Partial<AccessInput>];

const sibling = { id: other, status: "approved", createdAt: before(900), decisionedAt: before(900), links };
/** An answer that was missing, cut, refused, or came without what it has to tell. */
const ofAll: readonly Fault[] = [
  ["the other inquiries were refused", () => ({ siblings: null })],
  ["the other inquiries were not asked for", () => ({ siblings: undefined })],
  ["there are more of them", () => ({ siblingsCut: true })],
  ["one of them does not say when", () => ({ siblings: [{ ...sibling, decisionedAt: null }] })],
  ["one of them names no template", () => ({ siblings: [{ ...sibling, links: {} }] })],
  ["the template did not come along", () => ({ template: null })],
  ["the inquiry names no template", ({ inquiry }) => ({ inquiry: { ...inquiry, links: {} }, template: null })],
  ["the template has no status", () => ({ template: { ...template(), status: undefined } })],
  ["the template tells no version", () => ({ template: { status: "active", links: {} } })],
  ["the inquiry tells no version", ({ inquiry }) => ({ inquiry: { ...inquiry, links: { inquiryTemplate: links.inquiryTemplate } } })],
  ["the ledger could not be asked about the link", () => ({ ledgerFailed: true })],
];
const ofExpired: readonly Fault[] = [
  ["the events were refused", () => ({ events: null })],
  ["there are more events", () => ({ eventsCut: true })],
  ["the settings were refused", () => ({ tooOldAfterDays: undefined })],
  ["when it expired was not told", ({ inquiry }) => ({ inquiry: { ...inquiry, expiredAt: null } })],
  ["whether they had started was not told", ({ inquiry }) => ({ inquiry: { ...inquiry, startedAt: undefined } })],
  ["when they started can't be read", ({ inquiry }) => ({ inquiry: { ...inquiry, startedAt: "soon" } })],
];
const ofOpen: readonly Fault[] = [
  ["the sessions were not asked for", () => ({ sessions: null })],
  [
    "a session did not come along",
    ({ inquiry }) => ({ inquiry: { ...inquiry, links: { ...inquiry.links, sessions: [{ type: "inquiry-session", id: "iqse_gone" }] } } }),
  ],
  [
    "a session has a status that is new",
    ({ sessions }) => ({ sessions: [...(sessions ?? []), { ...session("expired"), status: "paused" }] }),
  ],
];

const spoilt = (input: AccessInput, faults: readonly Fault[]) => faults.reduce((now_, [, spoil]) => ({ ...now_, ...spoil(now_) }), input);
const faultsOf = ({ inquiry, sessions, link }: AccessInput) => [
  ...ofAll,
  ...(inquiry.status === "expired" ? ofExpired : []),
  // a window that is over is over, and a link leads where it leads, whatever the sessions tell
  ...(inquiry.status !== "expired" && sessions && sessions.length > 0 && !link ? ofOpen : []),
];

describe("a cause is certain only where every answer it rests on is whole", () => {
  it("and there are such causes: of what expired, and of what is open", () => {
    expect(new Set(certain.map(({ input }) => diagnoseAccess(input).cause))).toEqual(
      new Set(["expired-before-start", "expired-midway", "expired-again", "ended-early", "window-over", "sessions-over", "other-inquiry"]),
    );
  });

  it.each(certain)("$why: each fault alone makes it doubtful", ({ input }) => {
    const stillCertain = faultsOf(input).filter((fault) => diagnoseAccess(spoilt(input, [fault])).certainty === "certain");
    expect(stillCertain.map(([what]) => what)).toEqual([]);
  });

  it("whatever comes together: with any fault it is likely at most, and says what it does not know", () => {
    const cases = fc
      .constantFrom(...certain)
      .chain(({ input }) => fc.tuple(fc.constant(input), fc.subarray(faultsOf(input), { minLength: 1 })));
    fc.assert(
      fc.property(cases, ([input, faults]) => {
        const diagnosis = diagnoseAccess(spoilt(input, faults));
        expect(diagnosis.certainty).toBe("likely");
        expect(diagnosis.ticketNote).toContain("Likely, as of");
      }),
      { numRuns: propertyRuns(1_000) },
    );
  });

  it.each(inputs.filter(({ input }) => selfEvident.includes(diagnoseAccess(input).cause)))(
    "$why: stays certain, since it rests on none of them",
    ({ input }) => {
      const bare = { inquiry: input.inquiry, sessions: null, link: input.link, issued: undefined, ledgerFailed: true, now };
      expect(diagnoseAccess(bare).certainty).toBe("certain");
    },
  );

  it("a doubt is never told beside certainty", () => {
    const doubted = inputs.map(({ input }) => diagnoseAccess(input)).filter(({ doubts }) => doubts.length > 0);
    expect(new Set(doubted.map(({ certainty }) => certainty))).toEqual(new Set(["likely"]));
  });
});
