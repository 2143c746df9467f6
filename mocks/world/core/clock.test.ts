import { expect, it } from "vitest";
import { createManualClock, createRealClock } from "./clock";

it("a manual clock stands still until it is moved", () => {
  const clock = createManualClock(1_000);
  expect(clock.now()).toBe(1_000);
  clock.advance(250);
  expect(clock.now()).toBe(1_250);
});

it("a real clock follows its source, moved by what it was advanced", () => {
  let time = 5_000;
  const clock = createRealClock({ source: () => time, offsetMs: 100 });
  expect(clock.now()).toBe(5_100);
  time += 40;
  clock.advance(1_000);
  expect(clock.now()).toBe(6_140);
});

it("inside `at` the clock stands at that instant, and runs on afterwards even when the work fails", () => {
  const clock = createManualClock(1_000);
  expect(clock.at(10, () => clock.at(20, clock.now) + clock.now())).toBe(30);
  expect(() =>
    clock.at(10, () => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(clock.now()).toBe(1_000);
});

it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("a clock does not move by %s ms", (ms) => {
  expect(() => createManualClock(0).advance(ms)).toThrow(RangeError);
});
