import { expect, it } from "vitest";
import { createRateLimit, rateLimitHeaders } from "./rate-limit";

it("the call past the limit is refused until the minute is over", () => {
  const limit = createRateLimit(3);
  expect([1, 2, 3, 4].map((at) => limit.count(at).exceeded)).toEqual([false, false, false, true]);
  expect(limit.count(60_000).exceeded).toBe(true);
  expect(limit.count(60_001)).toEqual({ exceeded: false, limit: 3, remaining: 2, reset: 60 });
});

it("headers count what is left, and seconds to the reset", () => {
  const limit = createRateLimit();
  limit.count(0);
  expect(rateLimitHeaders(limit.state(30_500))).toEqual({
    "ratelimit-limit": "300",
    "ratelimit-remaining": "299",
    "ratelimit-reset": "30",
  });
});
