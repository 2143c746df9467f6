import { describe, expect, it } from "vitest";
import { defaultLinkLife, lifeOf, linkLives, linkValidity } from "./link-life";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const hours = (count: number) => new Date(at + count * 3_600_000).toISOString();

/** The words for a link of a life, on an inquiry that expires. */
const words = (seconds: number | undefined, expiresAt: string | null): string =>
  linkValidity({ issuedAt: at, linkExpiresAt: seconds === undefined ? null : new Date(at + seconds * 1_000).toISOString(), expiresAt });

describe("until when a link works", () => {
  it("is its own end when the inquiry lasts longer, or for ever", () => {
    expect(words(86_400, hours(48))).toMatch(/^Works once, until 3 Mar 2026, \d/);
    expect(words(86_400, null)).toMatch(/^Works once, until 3 Mar 2026, \d/);
  });

  it("is the end of the inquiry when that comes first", () => {
    expect(words(7 * 86_400, hours(30))).toMatch(/^Works once, until 3 Mar 2026, .*: the inquiry expires before the link would\.$/);
  });

  it("is said with haste when it is less than an hour", () => {
    expect(words(86_400, hours(0.5))).toContain("Tell the user to hurry.");
    expect(words(86_400, hours(2))).not.toContain("hurry");
  });

  it("is not made up when the template decides", () => {
    expect(words(undefined, null)).toBe("Works once, for as long as the template says (24 hours unless it was changed).");
    expect(words(undefined, hours(30))).toMatch(/at the latest until 3 Mar 2026, .*, when the inquiry expires\.$/);
  });

  it("survives an end that cannot be read", () => {
    expect(words(3_600, "soon")).toMatch(/^Works once, until 2 Mar 2026/);
  });
});

it("one of the lives is the one to begin with, and each has a name of its own", () => {
  expect(lifeOf(defaultLinkLife)).toMatchObject({ seconds: undefined });
  expect(new Set(linkLives.map(({ label }) => label)).size).toBe(linkLives.length);
});
