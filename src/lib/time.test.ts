import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayKey,
  formatAbsolute,
  formatClock,
  formatDate,
  formatDay,
  formatDuration,
  formatAgo,
  formatGap,
  formatRelative,
  zoneName,
} from "@/lib/time";

const at = Date.parse("2026-03-02T09:05:07.000Z");
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe("absolute times", () => {
  it("name the day, the time and the zone", () => {
    expect(formatAbsolute(at, "UTC")).toBe("2 Mar 2026, 09:05:07 UTC");
    expect(formatAbsolute(at, "Europe/Berlin")).toBe("2 Mar 2026, 10:05:07 CET");
    expect(formatClock(at, "Asia/Tokyo")).toBe("18:05");
    expect(formatDate(at, "UTC")).toBe("2 Mar 2026");
    expect(formatDay(at, "UTC")).toBe("Monday, 2 March 2026");
    expect(zoneName(at, "Europe/Berlin")).toBe("CET");
  });

  it("belong to the calendar day of the zone", () => {
    const lateInUtc = Date.parse("2026-03-02T23:30:00.000Z");
    expect(dayKey(lateInUtc, "UTC")).toBe("2026-03-02");
    expect(dayKey(lateInUtc, "Europe/Berlin")).toBe("2026-03-03");
  });

  it("fall back to UTC for a zone that does not exist, and to words for no instant", () => {
    expect(formatAbsolute(at, "Mars/Olympus")).toBe("2 Mar 2026, 09:05:07 UTC");
    expect(formatAbsolute(Number.NaN)).toBe("unknown time");
    expect(formatAbsolute(9e15)).toBe("unknown time");
    expect(dayKey(Number.POSITIVE_INFINITY)).toBe("unknown");
  });
});

describe("relative times", () => {
  it("are told as Intl tells them in English", () => {
    const told = new Intl.RelativeTimeFormat("en-GB", { numeric: "always" });
    const units = fc.constantFrom(
      ...([
        ["second", second, 5, 59],
        ["minute", minute, 1, 59],
        ["hour", hour, 1, 47],
        ["day", day, 2, 59],
        ["month", 30.44 * day, 2, 23],
        ["year", 365.25 * day, 2, 12_000],
      ] as const),
    );
    const spans = units.chain(([unit, ms, least, most]) =>
      fc.tuple(fc.constant({ unit, ms }), fc.integer({ min: least, max: most }), fc.boolean()),
    );
    fc.assert(
      fc.property(spans, ([{ unit, ms }, whole, isAhead]) => {
        const n = isAhead ? whole : -whole;
        expect(formatRelative(at + n * ms + Math.sign(n), at)).toBe(told.format(n, unit));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [0, "just now"],
    [-4 * second, "just now"],
    [-30 * second, "30 seconds ago"],
    [-59 * minute, "59 minutes ago"],
    [-90 * minute, "1 hour ago"],
    [-47 * hour, "47 hours ago"],
    [-3 * day, "3 days ago"],
    [-90 * day, "2 months ago"],
    [-800 * day, "2 years ago"],
    [2 * hour + 59 * minute, "in 2 hours"],
    [Number.NaN, "at an unknown time"],
  ])("%d ms from now reads %s", (span, words) => {
    expect(formatRelative(at + span, at)).toBe(words);
  });
});

describe("durations", () => {
  it.each([
    [0, "0 s"],
    [45 * second, "45 s"],
    [12 * minute + 59 * second, "12 min"],
    [5 * hour + 20 * minute, "5 h 20 min"],
    [5 * hour, "5 h"],
    [41 * hour + 30 * minute, "41 h"],
    [3 * day + 4 * hour, "3 d 4 h"],
    [90 * day + 5 * hour, "90 d"],
    [730 * day, "730 d"],
    [731 * day, "2 y"],
    [3 * 365.25 * day, "3 y"],
    [Date.parse("9999-12-31T23:59:59Z") - at, "7,973 y"],
    [-2 * hour, "2 h"],
    [Number.POSITIVE_INFINITY, "an unknown time"],
  ])("%d ms are %s", (span, words) => {
    expect(formatDuration(span)).toBe(words);
  });

  it.each([
    [5 * minute, "5 min ago"],
    [59 * second, "just now"],
    [-5 * minute, "just now"],
    [-hour, "just now"],
    [-2 * hour, "2 h ahead of this clock"],
    [-3 * 365.25 * day, "3 y ahead of this clock"],
  ])("%d ms since then read %s, whichever clock is ahead", (span, words) => {
    expect(formatAgo(span)).toBe(words);
  });

  it("become gaps", () => {
    expect(formatGap(41 * hour)).toBe("41 h later");
  });
});
