import { afterEach, expect, it, vi } from "vitest";
import { shortly } from "./shortly";

afterEach(() => void vi.useRealTimers());

it("is over with the work, and leaves no timer", async () => {
  vi.useFakeTimers();
  await shortly(Promise.resolve());
  await shortly(Promise.reject(new Error("refused")));
  expect(vi.getTimerCount()).toBe(0);
});

it("is over in a moment for work that never ends", async () => {
  vi.useFakeTimers();
  let isOver = false;
  void shortly(new Promise(() => undefined)).then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(59);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isOver).toBe(true);
});
