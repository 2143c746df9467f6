import fc from "fast-check";
import { expect, it } from "vitest";
import { createTimers } from "./timers";

function runAll(limit: number, set: readonly number[]): number[] {
  const timers = createTimers();
  const ran: number[] = [];
  set.forEach((due, order) => timers.set(due, () => ran.push(order)));
  for (let timer = timers.takeDue(limit); timer !== undefined; timer = timers.takeDue(limit)) timer.run();
  return ran;
}

it("timers run in the order they fall due, and in the order they were set at one instant", () => {
  expect(runAll(100, [30, 10, 20, 10])).toEqual([1, 3, 2, 0]);
});

it("a timer due exactly now runs, a later one waits", () => {
  expect(runAll(20, [20, 21])).toEqual([0]);
});

it("any number of timers comes out sorted", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), (dues) => {
      const sorted = dues.map((due, order) => ({ due, order })).toSorted((a, b) => a.due - b.due || a.order - b.order);
      expect(runAll(100, dues)).toEqual(sorted.map(({ order }) => order));
    }),
  );
});

it("the next due time is that of the earliest timer", () => {
  const timers = createTimers();
  expect(timers.nextDue()).toBeUndefined();
  timers.set(50, () => undefined);
  timers.set(40, () => undefined);
  expect(timers.nextDue()).toBe(40);
});
