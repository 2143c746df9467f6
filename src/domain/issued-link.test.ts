import { describe, expect, it } from "vitest";
import { linkEnd, linkKindLabel, stateByNow } from "@/domain/issued-link";

const early = "2026-03-02T09:00:00.000Z";
const late = "2026-03-02T12:00:00.000Z";

describe("when a link ends", () => {
  it.each([
    [early, late, { at: early, isOfInquiry: false }],
    [late, early, { at: early, isOfInquiry: true }],
    [early, early, { at: early, isOfInquiry: false }],
    [null, late, { at: late, isOfInquiry: true }],
    [early, null, { at: early, isOfInquiry: false }],
    ["soon", late, { at: late, isOfInquiry: true }],
    [early, "soon", { at: early, isOfInquiry: false }],
    [null, null, undefined],
    ["soon", "later", undefined],
  ])("its own end %s, its inquiry's %s: %j", (expiresAt, inquiryExpiresAt, end) => {
    expect(linkEnd({ expiresAt, inquiryExpiresAt })).toEqual(end);
  });

  it("is when it is over, whatever the answer said of it before", () => {
    const at = (state: string, now: string) => stateByNow({ state, expiresAt: late, inquiryExpiresAt: null }, Date.parse(now));
    expect([at("live", early), at("live", late), at("opened", late)]).toEqual(["live", "lapsed", "opened"]);
    expect(stateByNow({ state: "live", expiresAt: null, inquiryExpiresAt: null }, Date.parse(late))).toBe("live");
  });
});

it("a kind of link that is new is shown as itself", () => {
  expect(["one-time-link", "session-token", "magic-link", "constructor"].map(linkKindLabel)).toEqual([
    "One-time link",
    "Session token",
    "Magic link",
    "Constructor",
  ]);
});
