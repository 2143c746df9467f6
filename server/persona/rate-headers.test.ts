import { expect, it } from "vitest";
import { pauseOf, rateOf } from "./rate-headers";

const now = Date.parse("2026-03-02T09:00:00.000Z");
const epoch = now / 1000;
const rate = (limit: string, remaining: string, reset: string) =>
  rateOf({ headers: { "ratelimit-limit": limit, "ratelimit-remaining": remaining, "ratelimit-reset": reset } }, now);

it.each([
  ["300", "299", "60", { limit: 300, remaining: 299, resetSeconds: 60 }],
  [" 300 ", "0", "0", { limit: 300, remaining: 0, resetSeconds: 0 }],
  // a moment instead of seconds, in seconds and in milliseconds
  ["300", "10", String(epoch + 42), { limit: 300, remaining: 10, resetSeconds: 42 }],
  ["300", "10", String(now + 42_000), { limit: 300, remaining: 10, resetSeconds: 42 }],
  ["300", "10", String(epoch - 42), { limit: 300, remaining: 10, resetSeconds: 0 }],
  ["300", "10", String(epoch + 86_400), { limit: 300, remaining: 10, resetSeconds: 180 }],
  ["300", "10", "86400", { limit: 300, remaining: 10, resetSeconds: 180 }],
  ["300", "10", "999999999999999", { limit: 300, remaining: 10, resetSeconds: 180 }],
  ["300", "-5", "-5", { limit: 300, remaining: 0, resetSeconds: 0 }],
  ["999999999999999", "999999999999999", "60", { limit: 1_000_000, remaining: 1_000_000, resetSeconds: 60 }],
  // the environment's limit and the key's own
  ["300, 100", "12, 40", "20, 50", { limit: 100, remaining: 12, resetSeconds: 50 }],
])("limit %s, remaining %s, reset %s", (limit, remaining, reset, report) => {
  expect(rate(limit, remaining, reset)).toEqual(report);
});

it.each([
  ["", "299", "60"],
  ["300", "NaN", "60"],
  ["300", "299", "soon"],
  ["300", "299", "1e3"],
  ["300", "299", "60,"],
  ["300", "299", "60.5"],
  ["300", "299", "Infinity"],
  ["0", "0", "60"],
  ["-300", "1", "60"],
  ["9".repeat(400), "1", "60"],
])("limit %s, remaining %s, reset %s say nothing", (limit, remaining, reset) => {
  expect(rate(limit, remaining, reset)).toBeUndefined();
});

it.each([
  ["17", 17],
  ["0", 1],
  ["-3", 1],
  ["86400", 180],
  [String(epoch + 30), 30],
  ["Mon, 02 Mar 2026 09:00:45 GMT", 45],
  ["Mon, 02 Mar 2026 08:00:00 GMT", 1],
  ["Mon, 02 Mar 2083 09:00:00 GMT", 180],
  ["5, 9", 9],
  // what can't be read leaves the word to RateLimit-Reset
  ["2026-03-02T09:00:45Z", 33],
  ["never", 33],
  ["", 33],
])("Retry-After %s", (text, seconds) => {
  const headers = { "retry-after": text, "ratelimit-limit": "300", "ratelimit-remaining": "0", "ratelimit-reset": "33" };
  expect(pauseOf({ headers }, now)).toBe(seconds);
});

it("a refusal that says nothing at all is waited out for a little", () => {
  expect(pauseOf({ headers: {} }, now)).toBe(10);
});
