import { describe, expect, it } from "vitest";
import { ApiError, type ApiErrorInit } from "./errors";
import { createQueryClient, retryDelay, retryTime, shouldRetryRead } from "./query-client";

const error = (init: Partial<ApiErrorInit>) => new ApiError({ status: 500, title: "t", operation: "GET /x", sent: "no", ...init });

describe("retrying a read", () => {
  it.each([
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [409, false],
    [422, false],
    [429, true],
    [500, true],
    [503, true],
    [0, true],
  ])("after status %i: %s", (status, expected) => {
    expect(shouldRetryRead(0, error({ status }))).toBe(expected);
  });

  it("gives up after two more tries", () => {
    expect([0, 1, 2].map((failures) => shouldRetryRead(failures, error({})))).toEqual([true, true, false]);
  });

  it("does not wait quietly for a rate limit that is long away", () => {
    expect(shouldRetryRead(0, error({ status: 429, retryAfterSeconds: 61 }))).toBe(false);
  });

  it("takes a fault in the program for what it is", () => {
    expect(shouldRetryRead(0, new TypeError("undefined is not a function"))).toBe(false);
  });
});

describe("the wait before it", () => {
  it("is what the rate limit says, and a little more", () => {
    expect(retryDelay(0, error({ status: 429, retryAfterSeconds: 12 }), () => 0)).toBe(12_000);
    expect(retryDelay(0, error({ status: 429, retryAfterSeconds: 12 }), () => 1)).toBe(15_000);
  });

  it("can be told while it lasts", () => {
    const failure = error({ status: 429, retryAfterSeconds: 12 });
    expect(retryTime(failure)).toBeUndefined();
    const before = Date.now();
    retryDelay(0, failure, () => 0);
    expect(retryTime(failure)).toBeGreaterThanOrEqual(before + 12_000);
  });

  it("doubles otherwise", () => {
    expect([0, 1].map((failures) => retryDelay(failures, error({}), () => 0))).toEqual([500, 1_000]);
  });
});

it("never repeats a write by itself", () => {
  expect(createQueryClient().getDefaultOptions().mutations).toMatchObject({ retry: false, networkMode: "always" });
});
