import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSpareCalls } from "./spare-calls";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const told = (...[limit, remaining, reset]: readonly string[]) =>
  new Headers({ "RateLimit-Limit": limit ?? "", "RateLimit-Remaining": remaining ?? "", "RateLimit-Reset": reset ?? "" });

describe("what is known of the calls that are left", () => {
  it.each([
    ["at the beginning of a minute", ["300", "299", "60"], 0],
    ["after many at once", ["300", "230", "60"], 60_000],
    ["in the middle, calls having come evenly", ["300", "150", "30"], 0],
    ["in the middle, with less than lists would leave", ["300", "130", "30"], 60_000],
    ["at the end of a minute, some being left", ["300", "35", "1"], 0],
    ["with none left", ["300", "0", "1"], 60_000],
    ["of what can't be read", ["many", "0", "1"], 0],
  ])("%s", (_when, headers, ms) => {
    const calls = createSpareCalls();
    calls.note(told(...headers));
    expect(calls.shortFor()).toBe(ms);
  });

  it("is nothing before the first answer, and not changed by one that tells nothing", () => {
    const calls = createSpareCalls();
    expect(calls.shortFor()).toBe(0);
    calls.note(told("300", "0", "30"));
    calls.note(new Headers({ "content-type": "application/json" }));
    expect(calls.shortFor()).toBe(60_000);
  });

  it("holds for a minute, also when the next has begun", () => {
    const calls = createSpareCalls();
    calls.note(told("300", "0", "30"));
    vi.advanceTimersByTime(59_000);
    calls.note(told("300", "290", "59"));
    expect(calls.shortFor()).toBe(1_000);
    vi.advanceTimersByTime(1_000);
    expect(calls.shortFor()).toBe(0);
  });
});
