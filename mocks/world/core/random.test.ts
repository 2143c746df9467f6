import { expect, it } from "vitest";
import { drawId } from "./ids";
import { createRandom } from "./random";

const draw = (seed: string) => {
  const random = createRandom(seed);
  return [random.next(), random.int(1, 6), random.text(8), random.pick(["a", "b", "c"]), random.chance(0.5)];
};

it("the same seed gives the same numbers, another seed others", () => {
  expect(draw("one")).toEqual(draw("one"));
  expect(draw("one")).not.toEqual(draw("two"));
});

it("whole numbers stay within both bounds and reach them", () => {
  const random = createRandom("dice");
  const throws = Array.from({ length: 600 }, () => random.int(1, 6));
  expect(new Set(throws)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
});

it("a fork depends on the seed and its label, not on what was drawn before", () => {
  const fresh = createRandom("seed").fork("people").text(12);
  const used = createRandom("seed");
  used.text(100);
  expect(used.fork("people").text(12)).toBe(fresh);
  expect(used.fork("papers").text(12)).not.toBe(fresh);
});

it("a text is made of its alphabet, and of all of it", () => {
  const text = createRandom("text").text(2_000, "abc");
  expect(text).toHaveLength(2_000);
  expect(new Set(text)).toEqual(new Set("abc"));
  expect(new Set(createRandom("text").text(2_000)).size).toBe(62);
});

it("nothing cannot be picked from", () => {
  expect(() => createRandom("seed").pick([])).toThrow(RangeError);
});

it.each([
  ["inq_", 32],
  ["act_", 28],
  ["iqse_", 29],
  ["itmplv_", 31],
] as const)("an id with %s has %i characters", (prefix, length) => {
  const id = drawId(createRandom("ids"), prefix);
  expect(id).toMatch(new RegExp(`^${prefix}[A-Za-z0-9]+$`));
  expect(id).toHaveLength(length);
});
