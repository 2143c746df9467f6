import { describe, expect, it } from "vitest";
import { clockOf, sessionEnding, spokenTimeOf } from "@/frame/session/session-ending";

const now = Date.parse("2026-03-02T09:00:00.000Z");
const at = (minutes: number | null) => (minutes === null ? null : new Date(now + minutes * 60_000).toISOString());

describe("sessionEnding", () => {
  it.each([
    ["never ends by itself", null, null, undefined],
    ["is far from both ends", 20, 600, undefined],
    ["is idle for long", 2, 600, { kind: "idle", seconds: 120 }],
    ["is a second before the warning", 2 + 1 / 60, 600, undefined],
    ["ends whatever happens", 20, 1, { kind: "absolute", seconds: 60 }],
    ["ends by both at once: extending would not help", 1, 1, { kind: "absolute", seconds: 60 }],
    ["has no absolute end", 1, null, { kind: "idle", seconds: 60 }],
    ["has no idle end", null, 1, { kind: "absolute", seconds: 60 }],
    ["is over", -3, 600, { kind: "idle", seconds: 0 }],
  ] as const)("a session that %s", (_, idle, absolute, expected) => {
    const life = { idleExpiresAt: at(idle), absoluteExpiresAt: at(absolute), warnSeconds: 120 };
    expect(sessionEnding(life, now)).toEqual(expected);
  });

  it("an end that cannot be read is none", () => {
    expect(sessionEnding({ idleExpiresAt: "soon", absoluteExpiresAt: null, warnSeconds: 60 }, now)).toBeUndefined();
  });
});

it.each([
  [125, "2:05"],
  [9, "0:09"],
  [0, "0:00"],
])("%i s on the clock: %s", (seconds, text) => expect(clockOf(seconds)).toBe(text));

it.each([
  [300, "5 minutes"],
  [299, "5 minutes"],
  [121, "5 minutes"],
  [120, "2 minutes"],
  [60, "1 minute"],
  [31, "1 minute"],
  [30, "30 seconds"],
  [3, "10 seconds"],
  [1_100, "20 minutes"],
])("%i s is read aloud as %s", (seconds, text) => expect(spokenTimeOf(seconds)).toBe(text));
